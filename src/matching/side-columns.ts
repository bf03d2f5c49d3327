/**
 * A table in; the cells that stand in columns which no form has out: serial numbers, remarks, units, figures of another
 * year. Only a header over the whole column tells one: such numbers must neither be taken for values nor hide them.
 */
import { rowsOf, type Cell, type Table } from "../../parsers/document.js";
import { perKey, remembering } from "./memo.js";
import { compact } from "./normalize.js";

/** Columns that are none of the form's, whatever stands in them. */
const BESIDE =
  /^(?:序号|编号|行次|行号|指标代码|代码|备注|说明|备注说明|填报说明|填表说明|情况说明|(?:上年|去年|上一年|上年度|去年度)(?:同期|统计|总计|合计)?数?量?|(?:与|较|比)(?:上|去)年.{0,8}|同比.{0,6}|环比.{0,6}|增减(?:率|幅度?|比例))$/;
/** Columns that are none of the form's beside one of another year: alone they may be 本年增/减 of the form of 2019. */
const CHANGE = /^(?:增减|增长|变化|变动|增减变化)(?:数|数量|量|情况)?$/;
const OTHER_YEAR = /^(?:上年|去年|上一年)/;
const UNIT_COLUMN = /^(?:计量)?单位$/;
/** What may stand in a column of units without telling anything: a unit of money tells how to read the value. */
const COUNT_UNIT = /^(?:件次|件|项|个|条|次|篇|人次|人|份|宗|例|起|批次|批|期|部|类|家|场|户|处|[-—–/]{0,4})$/;

const LONGEST_HEAD = 20;

/** The cells beside the form's columns. */
export const cellsBeside: (table: Table) => ReadonlySet<Cell> = perKey((table) => {
  const single = table.cells.filter(({ colSpan }) => colSpan === 1);
  const isPlaced = headPlaces(table);
  const isCompared = comparedHeads(single);
  const sure = single.filter((cell) => (isHead(cell.text) || isCompared(cell.text)) && isPlaced(cell));
  const compares = sure.some(({ text }) => OTHER_YEAR.test(compact(text)));
  const heads = compares ? single.filter((cell) => sure.includes(cell) || CHANGE.test(compact(cell.text))) : sure;
  const cells =
    heads.length === 0 || !hasColumns(table) ? [] : heads.flatMap((head) => columnUnder(head, heads, table));
  return new Set(cells);
});

const isHead = (text: string) => text.length <= LONGEST_HEAD && namesColumn(text);

const namesColumn = remembering((text) => {
  const label = compact(text).replace(/[:：]$/, "");
  return BESIDE.test(label) || UNIT_COLUMN.test(label);
});

/**
 * Without a grid a head tells its column only where no merged cell before it was printed once for several: in the first
 * column, and in rows that are filled to their end.
 */
function headPlaces(table: Table): (head: Cell) => boolean {
  if (table.layout === "grid") return () => true;
  const rows = rowsOf(table);
  return ({ row, column }) => column === 0 || rows[row]!.at(-1)?.text.trim() !== "";
}

/** Heads of figures of another year beside the same head of this year: 上年制发件数 beside 本年制发件数. */
function comparedHeads(cells: readonly Cell[]): (text: string) => boolean {
  const others = cells.filter(({ text }) => text.length <= LONGEST_HEAD && OTHER_YEAR.test(compact(text)));
  if (others.length === 0) return () => false;
  const own = new Set(cells.map(({ text }) => compact(text)));
  return (text) => {
    const head = compact(text);
    const [other] = OTHER_YEAR.exec(head) ?? [];
    const words = head.slice(other?.length);
    return other !== undefined && words !== "" && (own.has(words) || own.has(`本年${words}`));
  };
}

/** The same offset is the same column in a grid, and where all rows have as many cells. */
function hasColumns(table: Table): boolean {
  if (table.layout === "grid") return true;
  const rows = rowsOf(table);
  return rows.length > 1 && rows.every((cells) => cells.length === rows[0]!.length);
}

/** The cells of the column, or none where something of its own stands in it before the head. */
function columnUnder(head: Cell, heads: readonly Cell[], { cells }: Table): readonly Cell[] {
  const own = cells.filter(({ column, colSpan }) => column === head.column && colSpan === 1);
  const first = own.find(({ text }) => text.trim() !== "");
  if (first !== heads.find(({ column }) => column === head.column)) return [];
  if (!UNIT_COLUMN.test(compact(head.text))) return own;
  return own.filter((cell) => heads.includes(cell) || COUNT_UNIT.test(compact(cell.text)));
}

/** Columns of a grid in which nothing is printed, headers included: they keep room. */
export const blankColumns: (table: Table) => ReadonlySet<number> = perKey(({ cells, layout }) => {
  const columns = new Map<number, boolean>();
  for (const { column, colSpan, text } of layout === "grid" ? cells : []) {
    if (colSpan === 1) columns.set(column, (columns.get(column) ?? true) && text.trim() === "");
    else if (text.trim() !== "" && !columns.has(column)) columns.set(column, false);
  }
  return new Set([...columns].filter(([, blank]) => blank).map(([column]) => column));
});
