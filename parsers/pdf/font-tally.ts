/**
 * What the fonts of a PDF are made of, as its objects are read, in; whether pdfjs may make more of them than the limits out. Many
 * fonts may share a part, and pdfjs makes it anew for each: this is a rough count from above, and only what is beyond it is
 * looked at font by font.
 */
import { CODES_A_NODE, isPlainEncoding, isPlainMap, mayBeChinese, NAMED_NODES, NAMES_A_NODE } from "./font-nodes.js";
import { WIDTHS, type WidthItems } from "./width-items.js";

/** Keys of the parts that fonts may share. */
const PARTS = new Set(["W", "W2", "Widths", "Encoding", "Differences", "ToUnicode", "CIDToGIDMap", "DescendantFonts"]);
/** What has to be a number, or a text, in its place to be known here. */
const PLAIN = new Set(["FirstChar", "LastChar", "BaseFont", "FontName", "Ordering"]);
const DESCENDANTS = "DescendantFonts";
/** An array that is an object may be any part. */
const LISTS = new Set(["Widths", "Differences", ""]);

export class FontTally {
  private readonly seen = new Set<number>();
  /** Uses of parts that were used before. */
  private repeats = 0;
  private sum = 0;
  private most = 0;

  /** @param key behind which it stands, or its array does */
  addReference(key: string, number: number): void {
    if (PLAIN.has(key)) this.sum = Infinity;
    if (!PARTS.has(key)) return;
    // An array of its own may hold any font.
    if (this.seen.has(number) || key === DESCENDANTS) this.repeats++;
    this.seen.add(number);
  }

  addNumber(key: string, number: number): void {
    if (key === "FirstChar" || key === "LastChar") this.add(Math.abs(number) / NAMES_A_NODE);
  }

  addName(key: string, name: string): void {
    const isPlain =
      key === "Encoding"
        ? isPlainEncoding(name)
        : key === "ToUnicode"
          ? isPlainMap(name)
          : (key !== "BaseFont" && key !== "FontName") || !mayBeChinese(name);
    if (!isPlain) this.add(NAMED_NODES);
  }

  /** A text in place of a name or number. */
  addText(key: string): void {
    if (key === "Ordering") this.add(NAMED_NODES);
  }

  /** @param owner the key before the array; "" where it is an object */
  addArray(owner: string, items: WidthItems): void {
    let nodes = LISTS.has(owner) ? items.length / NAMES_A_NODE : 0;
    for (const [kind, values] of Object.entries(WIDTHS)) {
      if (owner === kind || owner === "") nodes += (items.length + items.codes(values)) / CODES_A_NODE;
    }
    this.add(nodes);
  }

  /**
   * The most that pdfjs may make of all fonts, in nodes.
   * @param map the most that a stream takes as a map of characters
   */
  nodes(map: number): number {
    // A font has one of each part, and a map of each kind.
    const ofFont = PARTS.size * this.most + 2 * map;
    return this.sum + (this.repeats === 0 ? 0 : this.repeats * ofFont);
  }

  private add(nodes: number): void {
    this.sum += nodes;
    this.most = Math.max(this.most, nodes);
  }
}
