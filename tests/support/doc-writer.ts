/** Case documents, and any paragraphs, as Word 97–2003 files: one piece of text, a page of properties for each run. */
import { isTable, paragraphOf, type CaseBlock, type CaseTable, type CaseWriter } from "./case-document.js";
import { compoundFile } from "./cfb-writer.js";
import { placedRows, type PlacedCell } from "./placed-cells.js";

export interface DocRun {
  readonly text: string;
  /** Property modifications of the characters. */
  readonly sprms?: readonly number[];
}

export interface DocParagraph {
  /** Without the mark at its end. */
  readonly runs: readonly DocRun[] | string;
  /** @default "\r" */
  readonly mark?: string;
  readonly sprms?: readonly number[];
  /** 1 is a heading. */
  readonly style?: number;
}

export interface DocParts {
  readonly paragraphs: readonly DocParagraph[];
  /** Flags of the file's head besides the one for the table stream. */
  readonly flags?: number;
  /** Lists and their overrides, as they stand in the table stream. */
  readonly lists?: readonly number[];
  readonly overrides?: readonly number[];
  /** Characters at the beginning that are written in one byte each, in a piece of their own. */
  readonly compressed?: number;
  /** Property modifications of the characters that the style of headings tells. */
  readonly headingText?: readonly number[];
  /** True to keep characters of the same properties in one run, whatever paragraphs they stand in. */
  readonly longRuns?: boolean;
}

export const word = (n: number): number[] => [n & 0xff, (n >> 8) & 0xff];
export const long = (n: number): number[] => [...word(n), ...word(n >>> 16)];
export const sprm = (code: number, ...operand: readonly number[]): number[] => [...word(code), ...operand];
const utf16 = (text: string) => Array.from({ length: text.length }, (_, i) => word(text.charCodeAt(i))).flat();

const TEXT_START = 0x800;
const PAGE = 512;
const placed = (n: number) => 0x9a + 8 * n;

/** A style sheet of "Normal" and "heading 1". */
function styleSheet(headingText: readonly number[]): number[] {
  const style = (builtIn: number, name: string, characters: readonly number[] = []) => {
    const body = [...word(builtIn), ...word(0xfff1), ...word(2), ...word(0), ...word(0)];
    const all = [...body, ...word(name.length), ...utf16(name), 0, 0, ...word(2), ...word(builtIn)];
    all.push(...word(characters.length), ...characters);
    return [...word(all.length), ...all];
  };
  return [...word(4), ...word(2), ...word(10), ...style(0, "Normal"), ...style(1, "heading 1", headingText)];
}

/** A page with the properties of one run. */
function page(from: number, to: number, descriptor: number, properties: readonly number[]): Uint8Array {
  const out = new Uint8Array(PAGE);
  const at = (PAGE - 2 - properties.length) & ~1;
  out.set([...long(from), ...long(to)]);
  if (properties.length > 0) {
    out[8] = at / 2;
    out.set(properties, at);
  }
  out[PAGE - 1] = descriptor;
  return out;
}

function paragraphProperties({ style = 0, sprms = [] }: DocParagraph): number[] {
  const all = [...word(style), ...sprms];
  return all.length % 2 === 1 ? [(all.length + 1) / 2, ...all] : [0, all.length / 2, ...all];
}

export function docOf(parts: DocParts): Uint8Array {
  const { paragraphs, flags = 0, lists = [], overrides = [], compressed = 0, headingText = [] } = parts;
  const written = paragraphs.map((paragraph) => {
    const own = typeof paragraph.runs === "string" ? [{ text: paragraph.runs }] : paragraph.runs;
    const runs = [...own, { text: paragraph.mark ?? "\r" }];
    return { text: runs.map(({ text }) => text).join(""), runs, paragraph };
  });
  const text = written.map((one) => one.text).join("");
  const place = (at: number) =>
    TEXT_START + (at < compressed ? at : compressed + (compressed % 2) + 2 * (at - compressed));
  const characterRuns: { from: number; to: number; sprms: readonly number[] }[] = [];
  const paragraphPages: Uint8Array[] = [];
  let at = 0;
  for (const { runs, paragraph, text: whole } of written) {
    paragraphPages.push(page(place(at), place(at + whole.length), 1, paragraphProperties(paragraph)));
    for (const run of runs) {
      const { sprms = [] } = run;
      const last = characterRuns.at(-1);
      const goesOn = parts.longRuns === true && last && String(last.sprms) === String(sprms);
      if (goesOn) last.to += run.text.length;
      else characterRuns.push({ from: at, to: at + run.text.length, sprms });
      at += run.text.length;
    }
  }
  const characterPages = characterRuns.map(({ from, to, sprms }) =>
    page(place(from), place(to), 1, sprms.length > 0 ? [sprms.length, ...sprms] : []),
  );
  const firstPage = Math.ceil(place(text.length) / PAGE);
  const pages = [...characterPages, ...paragraphPages];
  const stream = new Uint8Array((firstPage + pages.length) * PAGE);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    stream.set(i < compressed ? [code] : word(code), place(i));
  }
  pages.forEach((bytes, i) => stream.set(bytes, (firstPage + i) * PAGE));

  const plc = (first: number, count: number) => [
    ...Array.from({ length: count + 1 }, (_, i) => long(TEXT_START + i)).flat(),
    ...Array.from({ length: count }, (_, i) => long(firstPage + first + i)).flat(),
  ];
  const bounds = compressed > 0 ? [0, compressed, text.length] : [0, text.length];
  const descriptors = bounds.slice(0, -1).flatMap((from) => {
    const start = from < compressed ? (2 * place(from)) | 0x40000000 : place(from);
    return [0, 0, ...long(start), 0, 0];
  });
  const plcPieces = [...bounds.flatMap(long), ...descriptors];
  const tables: [number, number[]][] = [
    [1, styleSheet(headingText)],
    [12, plc(0, characterPages.length)],
    [13, plc(characterPages.length, paragraphPages.length)],
    [33, [2, ...long(plcPieces.length), ...plcPieces]],
    [73, [...lists]],
    [74, [...overrides]],
  ];
  const view = new DataView(stream.buffer);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, 0xc1, true);
  view.setUint16(10, flags | 0x0200, true);
  view.setUint32(0x4c, text.length, true);
  const table: number[] = [];
  for (const [n, bytes] of tables) {
    view.setUint32(placed(n), table.length, true);
    view.setUint32(placed(n) + 4, bytes.length, true);
    table.push(...bytes);
  }
  return compoundFile({ WordDocument: stream, "1Table": Uint8Array.from(table) });
}

const WIDTH = 1_500;

/** What ends a row: where its cells lie, and how they are merged. */
export function rowEnd(row: readonly Omit<PlacedCell, "cell" | "row">[], depth = 1): DocParagraph {
  const edges = [...row.flatMap(({ column }) => word(column * WIDTH))];
  const last = row.at(-1)!;
  const cells = row.flatMap(({ rowSpan, isFurther }) => [
    ...word(isFurther ? 0x20 : rowSpan > 1 ? 0x60 : 0),
    ...new Array<number>(18).fill(0),
  ]);
  const definition = [row.length, ...edges, ...word((last.column + last.colSpan) * WIDTH), ...cells];
  const table = sprm(0xd608, ...word(definition.length + 1), ...definition);
  const ends = depth === 1 ? sprm(0x2417, 1) : sprm(0x244c, 1);
  return { runs: "", mark: depth === 1 ? "\x07" : "\r", sprms: [...inTable(depth), ...ends, ...table] };
}

export const inTable = (depth: number): number[] => [...sprm(0x2416, 1), ...sprm(0x6649, ...long(depth))];

function tableParagraphs(table: CaseTable, depth: number): DocParagraph[] {
  return placedRows(table).flatMap((row) => {
    const cells = row.flatMap(({ cell, isFurther }): DocParagraph[] => {
      const text = isFurther ? "" : cell.text.replaceAll("\n", "\x0b");
      const end = depth === 1 ? [] : sprm(0x244b, 1);
      const last = { mark: depth === 1 ? "\x07" : "\r", sprms: [...inTable(depth), ...end] };
      if (!cell.table || isFurther) return [{ runs: text, ...last }];
      return [{ runs: text, sprms: inTable(depth) }, ...tableParagraphs(cell.table, depth + 1), { runs: "", ...last }];
    });
    return [...cells, rowEnd(row, depth)];
  });
}

function blockParagraphs(block: CaseBlock): DocParagraph[] {
  if (isTable(block)) return tableParagraphs(block, 1);
  const { text, heading } = paragraphOf(block);
  return [{ runs: text.replaceAll("\n", "\x0b"), style: heading ? 1 : 0 }];
}

export const writeDoc: CaseWriter = (blocks) => docOf({ paragraphs: blocks.flatMap(blockParagraphs) });
