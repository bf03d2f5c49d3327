/**
 * A table that goes on beside itself in; its parts out, the left one first. Long tables of two or three columns are printed
 * so to save a page: the same heads stand over each part.
 */
import { gridOf, rowsOf, type Cell, type Table } from "../../parsers/document.js";
import { remembering } from "./memo.js";
import { compact } from "./normalize.js";

/** The head that each part begins with. */
const FIRST_HEAD = /^(?:序号|编号|(?:统计)?(?:指标|项目|内容)(?:名称)?|名称|信息内容)$/;
const MOST_PARTS = 3;
/** The rows at the top among which the heads are looked for. */
const REACH = 4;

const isFirstHead = remembering((text) => text.length <= 12 && FIRST_HEAD.test(compact(text)));

/** The rows of cells of each part, one part after the other; the rows of the table itself where it has one part. */
export function rowsOfParts(table: Table): Cell[][] {
  const rows = table.layout === "grid" ? gridRows(table) : rowsOf(table);
  const starts = startsOfParts(table, rows);
  if (starts.length < 2) return rows;
  const ends = [...starts.slice(1), Infinity];
  const isIn = ({ column }: Cell, part: number) => column >= (part === 0 ? 0 : starts[part]!) && column < ends[part]!;
  // A title over all parts stands in the first.
  return starts.flatMap((_, part) => rows.map((cells) => cells.filter((cell) => isIn(cell, part))));
}

/** The cells that stand in each row: those that span rows in each of them, once each. */
const gridRows = (table: Table): Cell[][] =>
  gridOf(table).map((positions) =>
    positions.filter((cell, column): cell is Cell => cell !== undefined && positions[column - 1] !== cell),
  );

/** The columns in which the parts begin; none where the table is not such a one. */
function startsOfParts(table: Table, rows: readonly (readonly Cell[])[]): number[] {
  const at = rows.slice(0, REACH).findIndex((cells) => cells.length > 3 && isFirstHead(cells[0]!.text));
  const heads = rows[at];
  if (at < 0) return startsWithoutHeads(table, rows);
  if (!heads || !(table.layout === "grid" || rows.slice(at).every(({ length }) => length === heads.length))) return [];
  for (let parts = 2; parts <= MOST_PARTS; parts++) {
    const width = heads.length / parts;
    const words = heads.map(({ text }) => compact(text));
    const isRepeated = Number.isInteger(width) && words.every((word, i) => word !== "" && word === words[i % width]);
    if (isRepeated && width > 1) return Array.from({ length: parts }, (_, part) => heads[part * width]!.column);
  }
  return [];
}

/** Fewer rows may have labels and numbers by turns for another reason. */
const FEWEST_ROWS = 8;
const NUMBER = /^[+-]?[\d０-９][\d０-９.,，]*$/;
const HAN = /\p{Script=Han}{2}/u;

/** Without heads: in every row a label and its number, perhaps with a unit between, and the same again. */
function startsWithoutHeads({ layout, columns }: Table, rows: readonly (readonly Cell[])[]): number[] {
  if (layout !== "grid" || rows.length < FEWEST_ROWS || (columns !== 4 && columns !== 6)) return [];
  const half = columns / 2;
  const single = rows.filter((cells) => cells.length === columns);
  const isLabel = ({ text }: Cell) => text.length > 3 && HAN.test(text);
  const printed = single.filter((cells) => [0, half].every((place) => isLabel(cells[place]!)));
  const numbers = printed.filter((cells) =>
    [half - 1, columns - 1].some((place) => NUMBER.test(cells[place]!.text.trim())),
  );
  const isTwofold = printed.length * 4 >= rows.length * 3 && numbers.length * 4 >= printed.length * 3;
  const isBetween = (place: number) => single.every((cells) => !NUMBER.test(cells[place]!.text.trim()));
  return isTwofold && [0, half, ...(half === 3 ? [1, 4] : [])].every(isBetween) ? [0, half] : [];
}
