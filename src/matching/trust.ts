/**
 * The cells found for indicators in; the values that are accepted, and the reasons against the others, out. This is the
 * only place that decides whether a printed number is believed.
 *
 * Arithmetic only checks: where a sum fails and the extraction of one of its cells was uncertain, the uncertain cells are
 * given up; where the extraction was certain, the error is the report's own and left to the audit.
 */
import type { Form, Sum } from "../forms/form.js";
import type { CellRecord } from "../report.js";
import type { Diagnosis } from "./diagnosis.js";
import { DOUBT_CODES, DOUBT_WORDS, FATAL, OF_ROW, type Doubt } from "./doubt.js";
import { unitsOf } from "./indicators.js";
import { readNumber } from "./numbers.js";
import { withBareNumbers } from "./set-off.js";
import { failingSums, type Amounts } from "./sums.js";
import type { TableRow, ValueCell } from "./table-row.js";
import { collapsedRows } from "./tables/collapsed.js";
import { unread, type FoundCell } from "./tables/found.js";
import { mergedCells } from "./tables/merged-cells.js";

export interface Accepted {
  readonly cells: Readonly<Record<string, CellRecord>>;
  readonly diagnoses: readonly Diagnosis[];
}

/** Accepts or rejects every cell. */
export function acceptCells(all: readonly FoundCell[], form: Form): Accepted {
  const units = unitsOf(form);
  const found = withBareNumbers(all, units);
  const cells: Record<string, CellRecord> = {};
  const diagnoses: Diagnosis[] = [];
  const amounts = new Map<string, number>();
  const unclear = new Set<FoundCell>();
  for (const one of found) {
    const { indicator, cell, power = null } = one;
    const unit = units.get(indicator) ?? "件";
    const inUnit = readNumber(cell.text, unit, power);
    const reading = inUnit.kind === "unreadable" && power !== null ? readNumber(cell.text, unit) : inUnit;
    if (reading !== inUnit && reading.kind === "number") unclear.add(one);
    const value = reading.kind === "number" ? reading.value : null;
    const raw = cell.raw ?? cell.text;
    const { at } = cell;
    const note = reading.kind === "number" ? reading.note : undefined;
    cells[indicator] = note === undefined ? { raw, value, at } : { raw, value, note, at };
    if (reading.kind === "unreadable") diagnoses.push(unreadable(indicator, cells[indicator]));
    // A blank or a dash counts as nothing; what can't be read is unknown.
    else amounts.set(indicator, value ?? 0);
  }
  const rejected = rejections({ found, unclear }, cells, amounts, form.sums);
  for (const { indicator } of rejected.keys()) {
    const { raw, at } = cells[indicator]!;
    cells[indicator] = { raw, value: null, at };
  }
  return { cells, diagnoses: [...diagnoses, ...doubtful(rejected, found)] };
}

type Rejections = ReadonlyMap<FoundCell, Doubt>;

/** The cells, and those among them of which the unit is not known. */
interface Located {
  readonly found: readonly FoundCell[];
  readonly unclear: ReadonlySet<FoundCell>;
}

function rejections(
  { found, unclear }: Located,
  cells: Readonly<Record<string, CellRecord>>,
  amounts: Map<string, number>,
  sums: readonly Sum[],
): Rejections {
  const doubts = doubtsOf(found, unclear);
  const rejected = new Map<FoundCell, Doubt>();
  for (const [cell, own] of doubts) {
    const fatal = own.find((doubt) => FATAL.has(doubt));
    if (fatal) rejected.set(cell, fatal);
  }
  for (const { indicator } of rejected.keys()) amounts.delete(indicator);
  const byIndicator = new Map([...doubts.keys()].map((cell) => [cell.indicator, cell]));
  const blankTotal = (id: string) => cells[id]?.value === null;
  const failing = failingSums(sums, amounts, blankTotal);
  for (const cell of outOfStep(found, failing, amounts)) rejected.set(cell, "order");
  for (const cell of outOfColumns(found, failing, amounts)) rejected.set(cell, rejected.get(cell) ?? "unheaded");
  for (const members of failing) {
    const doubtfulCells = members.flatMap((id) => byIndicator.get(id) ?? []);
    const inOneRow = new Set(doubtfulCells.map(({ row }) => row)).size === 1 && doubtfulCells.length === members.length;
    for (const cell of doubtfulCells) {
      const doubt = doubts.get(cell)!.find((one) => !FATAL.has(one) && !(inOneRow && OF_ROW.has(one)));
      if (doubt && !rejected.has(cell)) rejected.set(cell, doubt);
    }
  }
  return rejected;
}

/**
 * The cells of rows whose labels and values were separate lines, where the sums over rows fail in most columns: one wrong
 * number fails in one column, a shift of the values against the labels in nearly all.
 */
function outOfStep(
  found: readonly FoundCell[],
  failing: readonly (readonly string[])[],
  amounts: Amounts,
): FoundCell[] {
  const flattened = found.filter(({ row }) => row.flattened);
  const rows = new Map(flattened.map(({ indicator, row }) => [indicator, row]));
  const tall = failing.filter((members) => new Set(members.flatMap((id) => rows.get(id) ?? [])).size > 2);
  const columnsOf = (ids: readonly string[]) => new Set(ids.map((id) => id.slice(id.lastIndexOf(".") + 1)));
  return [...new Set(flattened.map(({ indicator }) => indicator.split(".")[0]!))].flatMap((table) => {
    const own = flattened.filter(({ indicator }) => indicator.startsWith(`${table}.`));
    const filled = columnsOf(own.map(({ indicator }) => indicator).filter((id) => amounts.get(id)));
    const wrong = columnsOf(tall.filter(([id]) => id!.startsWith(`${table}.`)).map(([id]) => id!));
    return wrong.size * 2 > filled.size ? own : [];
  });
}

/** Fewer wrong sums of rows may be the report's own errors. */
const FEWEST_WRONG_ROWS = 3;

/** The cells of rows without a header, where the sums of most rows fail: their columns are not in the form's order. */
function outOfColumns(
  found: readonly FoundCell[],
  failing: readonly (readonly string[])[],
  amounts: Amounts,
): FoundCell[] {
  const unheaded = found.filter(({ byOrder }) => byOrder);
  const scopeOf = new Map(unheaded.map(({ indicator, scope }) => [indicator, scope]));
  const filled = new Set(unheaded.flatMap(({ indicator, scope }) => (amounts.get(indicator) ? [scope] : [])));
  // A total beside nothing stands where the form has it: some reports fill in nothing else.
  const isTotalAlone = ([, ...parts]: readonly string[]) => parts.every((id) => amounts.get(id) === 0);
  const ofRows = failing.filter((ids) => new Set(ids.map((id) => scopeOf.get(id) ?? id)).size === 1);
  const wrong = ofRows.filter((ids) => !isTotalAlone(ids));
  return wrong.length >= FEWEST_WRONG_ROWS && wrong.length * 2 > filled.size ? unheaded : [];
}

/** The cells that anything speaks against, with all that does. */
function doubtsOf(found: readonly FoundCell[], unclear: ReadonlySet<FoundCell>): Map<FoundCell, Doubt[]> {
  const cellsOf = new Map<TableRow, ValueCell[]>();
  for (const { row, cell } of found) {
    const own = cellsOf.get(row);
    if (own) own.push(cell);
    else cellsOf.set(row, [cell]);
  }
  const { moved, suspect } = collapsedRows(cellsOf);
  const merged = mergedCells(found);
  const out = new Map<FoundCell, Doubt[]>();
  for (const one of found) {
    const doubts: Doubt[] = [];
    if (moved.has(one.row)) doubts.push("collapsed");
    if (one.cell.doubt) doubts.push(one.cell.doubt);
    if (unclear.has(one)) doubts.push("unit");
    if (suspect.has(one.row)) doubts.push("columns");
    if (one.otherYear) doubts.push("otherYear");
    if (merged.has(one)) doubts.push("merged");
    if (one.setOff) doubts.push("setOff");
    if (one.label !== "sure") doubts.push(one.label);
    if (one.row.endsDocument && one.cell === one.row.values.at(-1)) doubts.push("cut");
    if (doubts.length > 0) out.set(one, doubts);
  }
  return out;
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

/** One diagnosis for a row of which every cell is rejected for one reason, and one a cell for the others. */
function doubtful(rejected: Rejections, found: readonly FoundCell[]): Diagnosis[] {
  const reasons = new Map<string, Set<Doubt | null>>();
  for (const cell of found) {
    const own = reasons.get(cell.scope) ?? new Set();
    reasons.set(cell.scope, own.add(rejected.get(cell) ?? null));
  }
  const told = new Set<string>();
  return [...rejected].flatMap(([{ indicator, scope, cell }, doubt]) => {
    const whole = reasons.get(scope)!.size === 1;
    const about = whole ? scope : indicator;
    if (told.has(about)) return [];
    told.add(about);
    const { zh, en } = DOUBT_WORDS[doubt];
    const text = { zh: `数值未采信：${zh}`, en: `the value is not trusted: ${en}` };
    return [unread(DOUBT_CODES[doubt] ?? "cell-doubtful", about, text, cell.at)];
  });
}
