/** What drawing single contents of a PDF takes in; what drawing several of them takes out. */

/** What drawing takes, in nodes. */
export interface Cost {
  readonly full: number;
  /** Of that, what pdfjs tells nobody of where a page draws it. */
  readonly hidden: number;
  /** The place in the path of the outermost content that was met again. */
  readonly outermost: number;
}

export const NOTHING: Cost = { full: 0, hidden: 0, outermost: Infinity };

export const withTimes = (sum: Cost, times: number, { full, hidden, outermost }: Cost): Cost => ({
  full: sum.full + times * full,
  hidden: sum.hidden + times * hidden,
  outermost: Math.min(sum.outermost, outermost),
});

/** The most that any of them takes: only one is drawn. */
export async function mostOf<T>(all: readonly T[], costOf: (one: T) => Promise<Cost>): Promise<Cost> {
  let most = NOTHING;
  for (const one of all) {
    const { full, hidden, outermost } = await costOf(one);
    most = {
      full: Math.max(most.full, full),
      hidden: Math.max(most.hidden, hidden),
      outermost: Math.min(most.outermost, outermost),
    };
  }
  return most;
}
