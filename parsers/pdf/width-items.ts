/**
 * The items of an array in a PDF in; how many codes a font has of it out, where it is one of widths: they may be given for a
 * range of codes, and pdfjs makes an entry of each.
 */

/** Numbers behind the ends of a range: a width, or the three of vertical writing. */
export const WIDTHS: Readonly<Record<string, number>> = { W: 1, W2: 3 };
/** What is longer has to be looked at when all objects are known. */
const MOST_ITEMS = 50_000;
/** In the place of a number. */
const [ARRAY, REFERENCE] = ["[]", "R"] as const;
type Item = number | typeof ARRAY | typeof REFERENCE;

export class WidthItems {
  /** Items, those of arrays in it included. */
  length = 0;
  private items: Item[] | null = null;

  /** @param most items that are kept */
  constructor(private readonly most = MOST_ITEMS) {}

  /** A number, or NaN for what is none. */
  add(item: number | typeof ARRAY): void {
    this.length++;
    if (this.length <= this.most) (this.items ??= []).push(item);
  }

  /** The last two numbers were those of a reference. */
  refer(): void {
    this.length--;
    if (this.items) this.items.splice(-2, 2, REFERENCE);
  }

  addArray(length: number): void {
    this.add(ARRAY);
    this.length += length;
  }

  /**
   * As far as pdfjs reads them; without end where that can't be told.
   * @param values numbers behind the ends of a range
   */
  codes(values: number): number {
    if (this.length > this.most) return Infinity;
    return rangesIn(this.items ?? [], values);
  }
}

function rangesIn(items: readonly Item[], values: number): number {
  let codes = 0;
  for (let i = 0; i + 1 < items.length;) {
    const [start, end] = [items[i], items[i + 1]];
    if (start === REFERENCE || (end === REFERENCE && typeof start === "number")) return Infinity;
    if (Number.isNaN(start) || Number.isNaN(end)) break;
    if (typeof start !== "number" || typeof end !== "number") i += 2;
    else {
      codes += Math.max(0, end - start + 1);
      i += 2 + values;
    }
  }
  return codes;
}
