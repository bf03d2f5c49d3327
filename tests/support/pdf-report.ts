/**
 * Values of the 2021 form in; a whole report as a case document out. The tables and their labels come from the product's
 * own layout of the form; the values are made so that each differs from its neighbours and all sums hold.
 */
import { formTables } from "../../src/export/form-layout.js";
import { FORM_2021 } from "../../src/forms/2021.js";
import type { CaseBlock } from "./case-document.js";
import type { WideTable } from "./pdf-layout.js";

export type ReportValues = Readonly<Record<string, number>>;

const isPrinted = (id: string) => !FORM_2021.indicators.find((indicator) => indicator.id === id)?.optional;

/** A value for each indicator of the form: small numbers in changing order, totals and balances computed. */
export function reportValues(seed = 1): ReportValues {
  const values: Record<string, number> = {};
  FORM_2021.indicators.filter(({ id }) => isPrinted(id)).forEach(({ id }, i) => (values[id] = (i * 7 * seed + 3) % 5));
  values["proactiveDisclosure.normativeDocuments.inForce"] = 41;
  const requests = FORM_2021.indicators.map(({ id }) => id).filter((id) => id.startsWith("requests."));
  for (const sum of FORM_2021.sums) {
    if (sum.kind !== "total") continue;
    if (![sum.total, ...sum.parts].every((id) => id in values)) continue;
    values[sum.total] = sum.parts.reduce((total, id) => total + values[id]!, 0);
  }
  // The balance of each column: new and carried over requests equal outcomes and carried forward.
  const applicants = [...new Set(requests.map((id) => id.split(".").at(-1)!))];
  for (const applicant of applicants) {
    const [received, over, forward, total] = [
      "requests.received",
      "requests.carriedOver",
      "requests.carriedForward",
      "requests.outcomes.total",
    ].map((row) => `${row}.${applicant}`) as [string, string, string, string];
    if (!(received in values)) continue;
    values[received] = values[total]! + values[forward]! - values[over]!;
  }
  return values;
}

const SHARES: Readonly<Record<number, readonly number[]>> = {
  4: [3, 2, 2, 2],
  10: [2, 4, 9, 2, 2, 2, 2, 2, 2, 2],
};

/** The report; `printed` turns a value into the text of its cell. */
export function reportBlocks(
  values: ReportValues,
  printed: (id: string, value: number) => string = (_, value) => String(value),
): CaseBlock[] {
  const tables = formTables(FORM_2021, isPrinted, "zh").map((table): WideTable => ({
    rows: table.rows.map((row) =>
      row.map(({ text, rowSpan, colSpan, indicator }) => ({
        text: indicator === undefined ? text : printed(indicator, values[indicator]!),
        rowSpan,
        colSpan,
      })),
    ),
    ...(SHARES[table.columns] ? { shares: SHARES[table.columns] } : {}),
  }));
  return [
    "松屏县档案馆2024年政府信息公开工作年度报告",
    "一、总体情况",
    "2024年，本馆围绕查档利用和档案开放两件事公开信息，把可以开放的目录按月登在门户网站上，方便群众在家中检索，减少往返。全年培训业务人员两次，未发生泄密事件。",
    "二、主动公开政府信息情况",
    tables[0]!,
    "三、收到和处理政府信息公开申请情况",
    tables[1]!,
    "四、政府信息公开行政复议、行政诉讼情况",
    tables[2]!,
    "五、存在的主要问题及改进情况",
    "开放目录的更新还不够及时，下一年将按季核对。",
    "六、其他需要报告的事项",
    "无其他需要报告的事项。",
    "松屏县档案馆",
    "2025年1月20日",
  ];
}
