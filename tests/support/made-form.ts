/**
 * A seed in; the three tables (or the one) of a national form with numbers that add up, as a printed grid, out. Tests
 * flatten the grid in the ways that archives do and compare what is read with what was printed.
 */
import { indicatorId, type FormColumn, type FormId, type FormRow, type FormTable } from "../../src/forms/form.js";
import { FORMS } from "../../src/forms/index.js";

export interface PrintedCell {
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** Set for a cell that holds a value. */
  readonly indicator?: string;
}

export interface PrintedTable {
  readonly heading: string;
  readonly rows: readonly (readonly PrintedCell[])[];
}

export interface MadeForm {
  readonly form: FormId;
  readonly tables: readonly PrintedTable[];
  /** What each printed cell says: a number, or null for a blank or a dash. */
  readonly truth: ReadonlyMap<string, number | null>;
}

export interface Printing {
  /** How a zero is printed. @default "0" */
  readonly zero?: string;
  /** How a number is printed. @default in plain digits */
  readonly number?: (value: number, indicator: string) => string;
  /** （六）其他处理 of the 2021 form as one row. */
  readonly unsplit?: boolean;
}

/** Numbers from a seed, the same everywhere. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed * 2_654_435_761 + 12_345;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state >>> 8;
  }
}

type Random = (below: number) => number;

const label = (text: string, colSpan = 1, rowSpan = 1): PrintedCell => ({ text, colSpan, rowSpan });

/** The filled-in form. */
export function madeForm(form: FormId, seed: number, printing: Printing = {}): MadeForm {
  const source = numbers(seed);
  const random: Random = (below) => source.next().value % below;
  const values = new Map<string, number>();
  const zero = printing.zero ?? "0";
  const print = (id: string): PrintedCell => {
    const value = values.get(id)!;
    return { ...label(value === 0 ? zero : (printing.number?.(value, id) ?? String(value))), indicator: id };
  };
  const tables = FORMS[form].tables.map((table): PrintedTable => {
    if (table.id === "requests") return requests(table, values, random, print, printing.unsplit === true);
    if (table.id === "disputes") return disputes(table, values, random, print);
    if (table.id === "statistics") return statistics(table, values, random, print);
    return proactive(table, values, random, print);
  });
  const blank = !/[0０]/.test(zero);
  const truth = new Map([...values].map(([id, value]) => [id, value === 0 && blank ? null : value]));
  return { form, tables, truth };
}

type Print = (id: string) => PrintedCell;

function proactive(table: FormTable, values: Map<string, number>, random: Random, print: Print): PrintedTable {
  const width = Math.max(...table.blocks.map(({ columns }) => columns.length));
  const spanOf = (columns: readonly FormColumn[], i: number) =>
    i === columns.length - 1 ? width - columns.length + 1 : 1;
  const rows = table.blocks.flatMap(({ caption, columns, rows: items }) => {
    const header = [label("信息内容"), ...columns.map((column, i) => label(column.label, spanOf(columns, i)))];
    const body = items.map((item) => {
      const ids = columns.map((column) => indicatorId(table, item, column));
      for (const id of ids) values.set(id, amount(id, random));
      return [label(item.label), ...ids.map((id, i) => ({ ...print(id), colSpan: spanOf(columns, i) }))];
    });
    return [[label(caption!.label, width + 1)], header, ...body];
  });
  return { heading: "二、主动公开政府信息情况", rows };
}

function amount(id: string, random: Random): number {
  if (id.endsWith(".change")) return random(60) - 30;
  if (id.endsWith(".amount")) return random(4) === 0 ? 0 : (random(90_000) + 1) / 100;
  return random(4) === 0 ? 0 : random(3_000);
}

function requests(
  table: FormTable,
  values: Map<string, number>,
  random: Random,
  print: Print,
  unsplit: boolean,
): PrintedTable {
  const { columns, rows: all } = table.blocks[0]!;
  const other = (row: FormRow) => row.id.includes(".otherHandling.");
  const items = all.filter((row) => !other(row) || row.id.endsWith(".subtotal") === (unsplit || !hasSplit(all)));
  fillRequests(table, items, values, random);
  const outcomes = items.filter(({ id }) => id.startsWith("outcomes."));
  const body = items.map((item): PrintedCell[] => {
    const own = columns.map((column) => print(indicatorId(table, item, column)));
    if (!item.id.startsWith("outcomes.")) return [label(item.label, 3), ...own];
    const first = item === outcomes[0] ? [label(item.groups![0]!.label, 1, outcomes.length)] : [];
    const group = item.groups![1]?.label;
    if (group === undefined) return [...first, label(item.label, 2), ...own];
    const members = items.filter((other) => other.groups?.[1]?.label === group);
    return [...first, ...(members[0] === item ? [label(group, 1, members.length)] : []), label(item.label), ...own];
  });
  const balance = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
  const header = [
    [label(balance, 3, 3), label("申请人情况", 7)],
    [label("自然人", 1, 2), label("法人或其他组织", 5), label("总计", 1, 2)],
    columns.slice(1, -1).map((column) => label(column.label)),
  ];
  return { heading: "三、收到和处理政府信息公开申请情况", rows: [...header, ...body] };
}

const hasSplit = (rows: readonly FormRow[]) => rows.some(({ id }) => id.endsWith(".otherHandling.other"));

/** First item + second = third + fourth, in every column; every row has its total. */
function fillRequests(table: FormTable, items: readonly FormRow[], values: Map<string, number>, random: Random): void {
  const { columns } = table.blocks[0]!;
  const set = (id: string, row: readonly number[]) =>
    [...row, row.reduce((sum, n) => sum + n, 0)].forEach((n, i) =>
      values.set(
        indicatorId(
          table,
          items.find((item) => item.id === id)!,
          columns[i]!,
        ),
        n,
      ),
    );
  const draw = () => columns.slice(0, -1).map((_, i) => (random(i === 0 ? 2 : 5) === 0 ? random(40) + 1 : 0));
  const total = columns.slice(0, -1).map(() => 0);
  for (const { id } of items) {
    if (!id.startsWith("outcomes.") || id === "outcomes.total") continue;
    const row = draw();
    row.forEach((n, i) => (total[i]! += n));
    set(id, row);
  }
  const forward = draw();
  const carried = forward.map((n, i) => random(Math.min(9, n + total[i]!) + 1));
  set("outcomes.total", total);
  set("carriedForward", forward);
  set("carriedOver", carried);
  set(
    "received",
    total.map((n, i) => n + forward[i]! - carried[i]!),
  );
}

function disputes(table: FormTable, values: Map<string, number>, random: Random, print: Print): PrintedTable {
  const { columns, rows } = table.blocks[0]!;
  const ids = columns.map((column) => indicatorId(table, rows[0]!, column));
  let sum = 0;
  for (const id of ids) {
    const n = id.endsWith(".total") ? sum : random(3) === 0 ? random(20) + 1 : 0;
    sum = id.endsWith(".total") ? 0 : sum + n;
    values.set(id, n);
  }
  const results = columns.slice(0, 5).map((column) => label(column.label));
  const header = [
    [label("行政复议", 5), label("行政诉讼", 10)],
    [...results.map((cell) => ({ ...cell, rowSpan: 2 })), label("未经复议直接起诉", 5), label("复议后起诉", 5)],
    [...results, ...results],
  ];
  return { heading: "四、政府信息公开行政复议、行政诉讼情况", rows: [...header, ids.map(print)] };
}

function statistics(table: FormTable, values: Map<string, number>, random: Random, print: Print): PrintedTable {
  const { columns, rows } = table.blocks[0]!;
  const body = rows.map((item) => {
    if (item.heading) return [label(item.label), label("——"), label("")];
    const id = indicatorId(table, item, columns[0]!);
    values.set(id, random(3) === 0 ? 0 : random(400));
    return [label(item.label), label(item.unit ?? "件"), print(id)];
  });
  return {
    heading: "政府信息公开情况统计表",
    rows: [[label("统计指标"), label("单位"), label("统计数")], ...body],
  };
}
