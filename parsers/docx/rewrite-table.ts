/** A table of a Word document in; its rows and cells out, as mammoth reads them, with merged and skipped columns resolved. */
import { attributeOf, childOf, type XmlElement } from "../xml.js";
import { shadeOf } from "./look.js";
import { absentCell } from "./markers.js";
import { copyElement, inContainer, takeBack, type Rewriting } from "./rewrite.js";
import { nextToken, readElement, skipRest } from "./scan.js";
import type { OpenTag } from "./tag.js";
import { isOn, valueOf } from "./values.js";

/** The cell that a cell merged to its left belongs to. */
interface OpenCell {
  /** Where its properties stand in the output. */
  readonly at: number;
  columns: number;
  merge: string;
}

/** The HTML standard's own bound of colspan; Word's is 63. */
const MOST_COLUMNS = 1_000;

export function copyTable(tag: OpenTag, writing: Rewriting): void {
  const { cellShade } = writing;
  writing.out.push("<w:tbl>");
  copyRows(tag, writing);
  writing.out.push("</w:tbl>");
  writing.cellShade = cellShade;
}

/** Rows may stand inside content controls and marks of tracked changes. */
function copyRows(tag: OpenTag, writing: Rewriting): void {
  if (tag.empty) return;
  for (let token = nextToken(writing.scan); token && token.kind !== "close"; token = nextToken(writing.scan)) {
    if (token.kind !== "open") continue;
    if (token.name === "w:tr") copyRow(token, writing);
    else if (token.name === "w:tblPr") writing.cellShade = shadeOfTable(readElement(token, writing.scan), writing);
    else if (isWrapper(token)) copyRows(token, writing);
    else copyElementAway(token, writing);
  }
}

/** What its style fills can't be told of any cell: null. */
function shadeOfTable(properties: XmlElement, { styles }: Rewriting): Rewriting["cellShade"] {
  const style = valueOf(properties, "tblStyle");
  return style !== null && styles.get(style)?.fills ? null : shadeOf(properties);
}

const isWrapper = ({ name }: OpenTag) =>
  /^(?:w:sdt|w:sdtContent|w:customXml|w:ins|w:moveTo|w:smartTag|mc:AlternateContent|mc:Choice)$/.test(name);

/** What may not stand between rows or cells, such as bookmarks, would keep mammoth from merging cells. */
function copyElementAway(tag: OpenTag, writing: Rewriting): void {
  const before = writing.out.length;
  copyElement(tag, writing);
  takeBack(before, writing);
}

function copyRow(tag: OpenTag, writing: Rewriting): void {
  if (tag.empty) return;
  const { out } = writing;
  const start = out.length;
  out.push("<w:tr>");
  const row: Row = { last: null, after: 0, removed: false };
  copyCells(writing, row);
  if (row.removed) {
    takeBack(start, writing);
    return;
  }
  if (row.after > 0) out.push(absentCell(row.after));
  out.push("</w:tr>");
}

interface Row {
  last: OpenCell | null;
  after: number;
  removed: boolean;
}

function copyCells(writing: Rewriting, row: Row): void {
  for (let token = nextToken(writing.scan); token && token.kind !== "close"; token = nextToken(writing.scan)) {
    if (token.kind !== "open") continue;
    if (token.name === "w:trPr") {
      const properties = readElement(token, writing.scan);
      if (childOf(properties, "del") || isOn(childOf(properties, "hidden"))) {
        row.removed = true;
        skipRest(writing.scan);
        return;
      }
      const before = columnsOf(valueOf(properties, "gridBefore"), 0);
      if (before > 0) writing.out.push(absentCell(before));
      row.after = columnsOf(valueOf(properties, "gridAfter"), 0);
    } else if (token.name === "w:tc") copyCell(token, writing, row);
    else if (isWrapper(token) && !token.empty) copyCells(writing, row);
    else copyElementAway(token, writing);
  }
}

function columnsOf(value: string | null, otherwise: number): number {
  return value !== null && /^\d{1,9}$/.test(value) ? Math.min(Number(value), MOST_COLUMNS) : otherwise;
}

function copyCell(tag: OpenTag, writing: Rewriting, row: Row): void {
  const { out } = writing;
  const start = out.length;
  const cell: OpenCell = { at: start + 1, columns: 1, merge: "" };
  const { cellShade } = writing;
  out.push("<w:tc>", "");
  let kept = true;
  inContainer(writing, () => {
    if (tag.empty) return;
    for (let token = nextToken(writing.scan); token && token.kind !== "close"; token = nextToken(writing.scan)) {
      if (token.kind !== "open") continue;
      if (token.name === "w:tcPr") {
        const properties = readElement(token, writing.scan);
        const shade = shadeOf(properties);
        writing.cellShade = shade === undefined ? cellShade : shade;
        kept = readMerge(properties, cell, row, writing);
        if (!kept) return skipRest(writing.scan);
      } else copyElement(token, writing);
    }
  });
  writing.cellShade = cellShade;
  if (!kept) {
    takeBack(start, writing);
    return;
  }
  writeProperties(cell, writing);
  row.last = cell;
  out.push("</w:tc>");
}

/** False for a cell that is none of its own: removed by a tracked change, or merged into the one to its left. */
function readMerge(properties: XmlElement, cell: OpenCell, row: Row, writing: Rewriting): boolean {
  if (childOf(properties, "cellDel")) return false;
  cell.columns = Math.max(1, columnsOf(valueOf(properties, "gridSpan"), 1));
  const tracked = childOf(properties, "cellMerge");
  const merged = childOf(properties, "vMerge");
  const merge = tracked ? attributeOf(tracked, "vMerge") : merged && (attributeOf(merged, "val") ?? "continue");
  if (merge) cell.merge = `<w:vMerge w:val="${/^rest/.test(merge) ? "restart" : "continue"}"/>`;
  const left = childOf(properties, "hMerge");
  if (!left || attributeOf(left, "val") === "restart" || !row.last) return true;
  row.last.columns += cell.columns;
  writeProperties(row.last, writing);
  return false;
}

function writeProperties({ at, columns, merge }: OpenCell, writing: Rewriting): void {
  const span = columns === 1 ? "" : `<w:gridSpan w:val="${columns}"/>`;
  writing.out[at] = span + merge === "" ? "" : `<w:tcPr>${span}${merge}</w:tcPr>`;
}
