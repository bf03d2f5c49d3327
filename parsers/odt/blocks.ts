/** The body of an OpenDocument text in; its paragraphs and tables out. Hidden and deleted text is left out. */
import type { Colour } from "../colours.js";
import type { FlowCell, FlowNode } from "../flow.js";
import { checkLimit, type Limits } from "../limits.js";
import { attributeOf, elementsOf, isElement, numberOf, textOf, type XmlElement } from "../xml.js";
import { asObscured } from "../obscured.js";
import { asOfOtherSize, asRaised, differInSize, withoutSigns } from "../raised.js";
import { isHidden, isObscured, USUAL_SIZE, type Look } from "./look.js";
import type { Numbering } from "./numbering.js";
import type { Styles } from "./styles.js";

export interface Reading {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly limits: Limits;
  /** In points, of text of which no style says another. */
  readonly usualSize: number;
  /** What is behind the cell that is being read; undefined outside of cells, and where nothing is said of it. */
  background?: Colour | undefined;
  /** Cells and spaces so far that the text repeats by a number. */
  repeated: number;
  /** Characters that do so. */
  repeatedCharacters: number;
}

/** Elements that are no text of the body: what was deleted, notes, generated lists, declarations, descriptions. */
const SKIPPED = new Set(
  (
    "text:tracked-changes text:note office:annotation office:annotation-end text:ruby-text text:hidden-text " +
    "text:table-of-content text:alphabetical-index text:illustration-index text:table-index text:object-index " +
    "text:user-index text:bibliography text:sequence-decls text:variable-decls text:user-field-decls " +
    "office:forms svg:title svg:desc table:title table:desc table:shapes"
  ).split(" "),
);
/** Elements whose children are blocks like those around them. */
const CONTAINERS = new Set([
  ...["text:section", "text:index-body", "text:list-item", "text:list-header", "table:table-header-rows"],
  ...["draw:frame", "draw:text-box", "draw:g", "draw:custom-shape", "draw:rect", "text:numbered-paragraph"],
]);
const SPACES = 1_000;

export function readBody(element: XmlElement, reading: Reading): FlowNode[] {
  return elementsOf(element).flatMap((child) => readBlock(child, reading));
}

function readBlock(element: XmlElement, reading: Reading): FlowNode[] {
  if (SKIPPED.has(element.name) || attributeOf(element, "display") === "none") return [];
  if (element.name === "text:p" || element.name === "text:h") return readParagraph(element, reading);
  if (element.name === "table:table") return readTable(element, reading);
  if (element.name === "draw:image") return [{ kind: "image", name: "" }];
  if (element.name === "text:list") {
    return reading.numbering.inList(element, () => readListItems(element, reading));
  }
  return CONTAINERS.has(element.name) ? readBody(element, reading) : [];
}

function readListItems(list: XmlElement, reading: Reading): FlowNode[] {
  return elementsOf(list).flatMap((item) => {
    if (item.local === "list-item") reading.numbering.startItem(item);
    return readBody(item, reading);
  });
}

/** Frames anchored in the paragraph come after its text. */
function readParagraph(element: XmlElement, reading: Reading): FlowNode[] {
  const style = reading.styles(attributeOf(element, "style-name"));
  const inner: FlowNode[] = [];
  const pieces: string[] = [];
  const printed: Printed = { number: "", size: null };
  if (attributeOf(element, "is-hidden") !== "true")
    readText(element, { size: reading.usualSize, ...style.look }, reading, pieces, inner, printed);
  const text = withoutSigns(pieces.join(""));
  if (text.trim() === "") return inner;
  const ordinal = printed.number || reading.numbering.ordinalOf(element, style);
  const heading = element.name === "text:h" || style.heading;
  const more = { ...(heading ? { heading } : {}), ...(ordinal ? { ordinal } : {}) };
  return [{ kind: "paragraph", text, ...more }, ...inner];
}

/** What is known of the paragraph that is being read. */
interface Printed {
  number: string;
  /** Of the last text on the line, in points. */
  size: number | null;
}

/** The text, marked where that before it has another size. */
function sized(text: string, { size = USUAL_SIZE }: Look, printed: Printed): string {
  const before = printed.size;
  if (text.trim() === "") return text;
  printed.size = size;
  return before !== null && differInSize(before, size) ? asOfOtherSize(text) : text;
}

/** White space in the file collapses; spaces, tabs and breaks that are printed are elements. */
function readText(
  element: XmlElement,
  look: Look,
  reading: Reading,
  pieces: string[],
  inner: FlowNode[],
  printed: Printed,
): void {
  const hidden = isHidden(look);
  const obscured = isObscured(look, reading.background);
  for (const child of element.children) {
    if (hidden && !(isElement(child) && child.children.length > 0)) continue;
    if (!isElement(child)) {
      const text = child.replace(/[ \t\r\n]+/g, " ");
      const own = /(?:^|[ \n\t])$/.test(pieces.at(-1) ?? "") ? text.replace(/^ /, "") : text;
      const shown = obscured && own.trim() !== "" ? asObscured(own) : own;
      pieces.push(sized(shown, look, printed));
    } else if (child.name === "text:s") pieces.push(" ".repeat(Math.min(SPACES, numberOf(child, "c") ?? 1)));
    else if (child.name === "text:tab") pieces.push("\t");
    else if (child.name === "text:line-break") pieces.push("\n");
    else if (child.name === "text:number") printed.number = textOf(child).trim();
    else if (child.name.startsWith("draw:"))
      for (const node of look.vanished ? [] : readBlock(child, reading)) inner.push(node);
    else if (isRaised(child, reading)) {
      const own: string[] = [];
      // Marks of notes are smaller than what they stand behind.
      const raised: Printed = { ...printed, size: null };
      readText(child, lookIn(child, look, reading), reading, own, inner, raised);
      printed.number = raised.number;
      pieces.push(asRaised(own.join("")));
    } else if (!SKIPPED.has(child.name)) readText(child, lookIn(child, look, reading), reading, pieces, inner, printed);
  }
}

/** What the style of a span doesn't say holds as around it. */
const lookIn = (element: XmlElement, around: Look, { styles }: Reading): Look =>
  element.name === "text:span" ? { ...around, ...styles(attributeOf(element, "style-name")).look } : around;

const isRaised = (element: XmlElement, reading: Reading) =>
  element.name === "text:span" && reading.styles(attributeOf(element, "style-name")).raised;

function readTable(table: XmlElement, reading: Reading): FlowNode[] {
  const rows = rowsOf(table).flatMap((row) => {
    const cells = readRow(row, backgroundIn(row, backgroundIn(table, undefined, reading), reading), reading);
    const times = timesOf(row, "number-rows-repeated");
    countCharacters(charactersOf(row), times, reading);
    return repeat(cells, times, Math.max(1, cells.length), reading);
  });
  return [{ kind: "table", rows }];
}

const backgroundIn = (element: XmlElement, around: Colour | undefined, { styles }: Reading): Colour | undefined =>
  styles(attributeOf(element, "style-name")).look.background ?? around;

const timesOf = (element: XmlElement, attribute: string) => Math.max(1, Math.floor(numberOf(element, attribute) ?? 1));
/** With those that the cells of the row repeat. */
const charactersOf = (row: XmlElement) =>
  elementsOf(row).reduce((sum, cell) => sum + textOf(cell).length * timesOf(cell, "number-columns-repeated"), 0);

function countCharacters(characters: number, times: number, reading: Reading): void {
  if (times > 1) checkLimit(reading.limits, "textBytes", (reading.repeatedCharacters += characters * times));
}

const isShown = (element: XmlElement) => !/^(?:collapse|filter)$/.test(attributeOf(element, "visibility") ?? "");

/** The rows of the table, those of its groups included, but not those of tables inside it. */
function rowsOf(table: XmlElement): XmlElement[] {
  return elementsOf(table).flatMap((child) => {
    if (child.name === "table:table-row") return isShown(child) ? [child] : [];
    return /^table:table-(?:rows|header-rows|row-group)$/.test(child.name) ? rowsOf(child) : [];
  });
}

/** Covered cells say where a cell begins; what is in them is not shown. */
function readRow(row: XmlElement, background: Colour | undefined, reading: Reading): FlowCell[] {
  let column = 0;
  return elementsOf(row).flatMap((cell) => {
    const times = timesOf(cell, "number-columns-repeated");
    const covered = cell.name === "table:covered-table-cell";
    if (!covered && cell.name !== "table:table-cell") return [];
    const start = column;
    column += times;
    if (covered) return [];
    countCharacters(textOf(cell).length, times, reading);
    const { background: around } = reading;
    reading.background = backgroundIn(cell, background, reading);
    const content = readBody(cell, reading);
    reading.background = around;
    const [colSpan, rowSpan] = [
      numberOf(cell, "number-columns-spanned") ?? 1,
      numberOf(cell, "number-rows-spanned") ?? 1,
    ];
    return repeat(content, times, 1, reading).map((same, n) => ({
      content: same,
      column: start + n,
      colSpan,
      rowSpan,
    }));
  });
}

/** Repetitions are numbers that anybody may write: they count against the limit of cells. */
function repeat<T>(item: T, times: number, cells: number, reading: Reading): T[] {
  reading.repeated += cells * times;
  checkLimit(reading.limits, "tableCells", reading.repeated);
  return new Array<T>(times).fill(item);
}
