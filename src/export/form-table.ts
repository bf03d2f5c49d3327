/**
 * What a table of the official form is made of when it is drawn: cells with spans, each a heading, a label or the value
 * of an indicator. Whoever draws it knows nothing of forms.
 */
export interface FormCell {
  readonly kind: "heading" | "label" | "value";
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** The indicator whose value it is. */
  readonly indicator?: string;
}

export interface FormTable {
  /** The section of the report that it belongs to. */
  readonly caption: string;
  readonly columns: number;
  readonly rows: readonly (readonly FormCell[])[];
}

export const heading = (text: string, colSpan = 1, rowSpan = 1): FormCell => ({
  kind: "heading",
  text,
  rowSpan,
  colSpan,
});
export const label = (text: string, colSpan = 1, rowSpan = 1): FormCell => ({ kind: "label", text, rowSpan, colSpan });
export const valueCell = (indicator: string, colSpan = 1): FormCell => ({
  kind: "value",
  text: "",
  rowSpan: 1,
  colSpan,
  indicator,
});

/** Consecutive items with equal keys, together. */
export function runs<T>(items: readonly T[], keyOf: (item: T) => string): { key: string; items: T[] }[] {
  const all: { key: string; items: T[] }[] = [];
  for (const item of items) {
    const key = keyOf(item);
    if (all.at(-1)?.key === key) all.at(-1)!.items.push(item);
    else all.push({ key, items: [item] });
  }
  return all;
}
