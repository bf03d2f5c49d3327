/** What a national form is made of. A form is data: the matchers and the audit interpret it, and know no form by name. */

/** The year that names a form: the notice of that year introduced it. */
export type FormId = "2021" | "2019" | "2014";

export type TableId = "proactiveDisclosure" | "requests" | "disputes" | "statistics";

export interface Indicator {
  /** Path in the report model, e.g. "requests.received.total". */
  readonly id: string;
  /** The form's printed words from the outermost heading to the innermost, joined by " / ". */
  readonly label: string;
  /** 件, 项, 万元, 元, 条, 次, 篇, 个, 人, 人次 */
  readonly unit: string;
  /** True for a row that a report may leave out without loss (the unsplit （六）其他处理). */
  readonly optional?: boolean;
}

/** total = sum of the parts. */
export interface TotalSum {
  readonly kind: "total";
  /** Stable name for messages, e.g. "requests.received". */
  readonly id: string;
  readonly total: string;
  readonly parts: readonly string[];
  /**
   * Groups of parts of which a report fills either side: the split rows or the unsplit one. Where the unsplit cell holds
   * a value and the split ones don't, it stands in their place.
   */
  readonly alternatives?: readonly { readonly split: readonly string[]; readonly unsplit: string }[];
}

/** Sum of the left = sum of the right. */
export interface BalanceSum {
  readonly kind: "balance";
  readonly id: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

export type Sum = TotalSum | BalanceSum;
