/**
 * The cells found for indicators in; the values that are accepted, and the reasons against the others, out. This is the
 * only place that decides whether a printed number is believed.
 *
 * Arithmetic only checks: where a sum fails and the extraction of one of its cells was uncertain, the uncertain cells are
 * given up; where the extraction was certain, the error is the report's own and left to the audit.
 */
import type { CellDoubt } from "../../parsers/document.js";
import type { Form, Sum } from "../forms/form.js";
import type { CellRecord } from "../report.js";
import type { Diagnosis } from "./diagnosis.js";
import { readNumber } from "./numbers.js";
import { unread, type FoundCell } from "./tables/found.js";

export interface Accepted {
  readonly cells: Readonly<Record<string, CellRecord>>;
  readonly diagnoses: readonly Diagnosis[];
}

/** Doubts that no arithmetic can lift: the text itself may be wrong. */
const FATAL: ReadonlySet<CellDoubt> = new Set(["garbled", "overlap"]);

const DOUBT_WORDS: Readonly<Record<CellDoubt, { zh: string; en: string }>> = {
  garbled: { zh: "字符无法可靠还原", en: "its characters could not be mapped reliably" },
  overlap: { zh: "文字与相邻单元格重叠", en: "its text overlaps a neighbouring cell" },
  rejoined: { zh: "单元格由分页两侧拼接而成，且合计不符", en: "it was rejoined over a page break, and a sum fails" },
  inferred: {
    zh: "所在行列由对齐推断，且合计不符",
    en: "its row or column was inferred from alignment, and a sum fails",
  },
};

/** Accepts or rejects every cell. */
export function acceptCells(found: readonly FoundCell[], form: Form): Accepted {
  const units = new Map(form.indicators.map(({ id, unit }) => [id, unit]));
  const cells: Record<string, CellRecord> = {};
  const diagnoses: Diagnosis[] = [];
  const doubts = new Map<string, CellDoubt>();
  for (const { indicator, cell, printedUnit } of found) {
    const reading = readNumber(cell.text, units.get(indicator) ?? "件", printedUnit);
    const value = reading.kind === "number" ? reading.value : null;
    const note = reading.kind === "number" && reading.note !== undefined ? { note: reading.note } : {};
    cells[indicator] = { raw: cell.text, value, ...note, at: cell.at };
    if (reading.kind === "unreadable") diagnoses.push(unreadable(indicator, cells[indicator]));
    if (cell.doubt) doubts.set(indicator, cell.doubt);
  }
  for (const [indicator, doubt] of rejected(doubts, cells, form.sums)) {
    cells[indicator] = { raw: cells[indicator]!.raw, value: null, at: cells[indicator]!.at };
    diagnoses.push(doubtful(indicator, doubt, cells[indicator]));
  }
  return { cells, diagnoses };
}

function rejected(
  doubts: ReadonlyMap<string, CellDoubt>,
  cells: Readonly<Record<string, CellRecord>>,
  sums: readonly Sum[],
): Map<string, CellDoubt> {
  const out = new Map([...doubts].filter(([, doubt]) => FATAL.has(doubt)));
  for (const sum of sums) {
    const members = sum.kind === "total" ? [sum.total, ...sum.parts] : [...sum.left, ...sum.right];
    const doubtfulMembers = members.filter((id) => doubts.has(id));
    if (doubtfulMembers.length === 0 || holds(sum, cells)) continue;
    for (const id of doubtfulMembers) out.set(id, doubts.get(id)!);
  }
  return out;
}

/** A blank counts as nothing; a sum whose total is blank, or one of whose cells is unknown, says nothing. */
function holds(sum: Sum, cells: Readonly<Record<string, CellRecord>>): boolean {
  const members = sum.kind === "total" ? [sum.total, ...sum.parts] : [...sum.left, ...sum.right];
  if (members.some((id) => cells[id] === undefined)) return true;
  const add = (ids: readonly string[]) => ids.reduce((total, id) => total + (cells[id]!.value ?? 0), 0);
  if (sum.kind === "balance") return add(sum.left) === add(sum.right);
  return cells[sum.total]!.value === null || cells[sum.total]!.value === add(sum.parts);
}

function unreadable(indicator: string, cell: CellRecord): Diagnosis {
  const raw = cell.raw.replace(/\s+/g, " ").trim().slice(0, 40);
  return unread(
    "cell-unreadable",
    indicator,
    { zh: `单元格“${raw}”不是一个数`, en: `the cell "${raw}" is no single number` },
    cell.at,
  );
}

function doubtful(indicator: string, doubt: CellDoubt, cell: CellRecord): Diagnosis {
  const { zh, en } = DOUBT_WORDS[doubt];
  return unread(
    "cell-doubtful",
    indicator,
    { zh: `数值未采信：${zh}`, en: `the value is not trusted: ${en}` },
    cell.at,
  );
}
