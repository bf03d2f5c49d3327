/**
 * The matched tables of a document in; their cells with the units that are printed around them out: in heads, labels and
 * captions, in the rows over all numbers, and in the notes above and below.
 */
import type { Block, SourceDocument } from "../../../parsers/document.js";
import type { Form } from "../../forms/form.js";
import { unitsOf } from "../indicators.js";
import { tableRows, type TableRow } from "../table-row.js";
import { moneyPower, tells, toldAlone, toldUnits, type ToldUnits } from "../units.js";
import type { FoundCell, TableFindings } from "./found.js";
import { CAPTION, notesOf } from "./unit-notes.js";

/** Fragments that a label may be cut into when text is flattened. */
const MOST_FRAGMENTS = 3;

const FIRST_HEAD = /^\s*信息内容/;

/** The cells, each with the power of ten of its unit where one is printed around it. */
export function withUnits(findings: readonly TableFindings[], document: SourceDocument, form: Form): FoundCell[] {
  const units = unitsOf(form);
  return findings.flatMap((finding) => {
    const shared = [...headsOf(finding), ...notesOf(finding, document)].filter(tells);
    const captions = captionsOf(finding, document);
    const ofRows = new Map<TableRow, readonly ToldUnits[]>();
    return finding.cells.map((cell): FoundCell => {
      if (IN_ANY_UNIT.test(cell.cell.text.trim())) return cell;
      let ofRow = ofRows.get(cell.row);
      if (!ofRow) ofRows.set(cell.row, (ofRow = labelsOf(cell.row).map(toldUnits).filter(tells)));
      const told = [...(cell.around ?? []), ...captionOf(cell, captions)].map(toldUnits).filter(tells);
      const power = powerAmong([...told, ...ofRow, ...shared], units.get(cell.indicator) ?? "件");
      return power === null ? cell : { ...cell, power };
    });
  });
}

/** Most cells. */
const IN_ANY_UNIT = /^0?$/;

/** The caption before the cell's table, where the table holds none itself. */
const captionOf = ({ around = [], row }: FoundCell, captions: ReadonlyMap<Block, string[]>) =>
  (captions.size > 0 && !around.some((text) => CAPTION.test(text)) && captions.get(row.blocks[0]!)) || [];

/** The captions that stand over their tables, not in them, by the table. */
function captionsOf({ table, blocks: own }: TableFindings, { blocks }: SourceDocument): ReadonlyMap<Block, string[]> {
  if (table.id !== "proactiveDisclosure") return new Map();
  return new Map(
    blocks.flatMap((block, i) => {
      if (block.kind !== "table" || !own.has(block)) return [];
      const before = blocks[i - 1];
      return before?.kind === "paragraph" && CAPTION.test(before.text) ? [[block, [before.text]] as const] : [];
    }),
  );
}

/** The one power that all tell; null where none tells any. */
function powerAmong(told: readonly ToldUnits[], unit: string): number | "unclear" | null {
  if (told.length === 0) return null;
  const ofForm = moneyPower(unit);
  const powers = told.flatMap(({ money, count, ofSome }) => {
    const own = ofForm === null ? count : money;
    // What a note says of some numbers may not be said of this one.
    return ofSome ? own.map((power) => (power === (ofForm ?? 0) ? power : ("unclear" as const))) : own;
  });
  const [power, ...others] = new Set(powers);
  return others.length > 0 ? "unclear" : (power ?? null);
}

function labelsOf({ labels, flattened }: TableRow): readonly string[] {
  if (!flattened) return labels;
  // Behind the heads of a table its first row has one label.
  const fragments = labels.some((label) => FIRST_HEAD.test(label)) ? 1 : MOST_FRAGMENTS;
  return joinedFragments(labels.slice(-fragments));
}

const MULTIPLE = /^[十百千万萬亿億方]+$/u;
/** A unit goes on behind a bracket that is open, and behind what multiplies it. */
const goesOn = (label: string) => label.search(/[(（【[〔][^()（）【】[\]〔〕]*$/) >= 0 || MULTIPLE.test(label.trim());

/** The labels, a unit that spaces or line breaks cut in two together. */
function joinedFragments(labels: readonly string[]): string[] {
  const joined: string[] = [];
  for (const label of labels) {
    if (goesOn(joined.at(-1) ?? "")) joined.push(joined.pop()! + label);
    else joined.push(label);
  }
  return joined;
}

/** Without a grid the unit behind a value stands before the next row's label. */
export function unitBehind(next: TableRow | undefined): string {
  const [first = "", ...others] = next?.flattened ? next.labels : [];
  const { money, count } = toldAlone(first);
  return others.length > 0 && money.length + count.length > 0 ? first : "";
}

/** What is told over all rows of a table whose columns are the same everywhere. */
function headsOf({ table, cells, blocks }: TableFindings): ToldUnits[] {
  if (table.id === "proactiveDisclosure") return [];
  const own = new Set([...new Set(cells.map(({ row }) => row))].flatMap(({ labels }) => labels));
  const isHead = ({ labels }: TableRow) => !labels.some((label) => own.has(label));
  const heads = [...blocks].flatMap((block) => {
    const rows = block.kind === "table" ? tableRows(block) : [];
    const first = rows.findIndex((row) => !isHead(row));
    return rows.slice(0, Math.max(0, first)).flatMap(({ labels }) => labels);
  });
  const first = cells[0]?.row;
  return [...heads, ...(first?.flattened ? first.labels.slice(0, -1) : [])].map(toldUnits);
}
