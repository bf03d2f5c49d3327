/** Which printed numbers are believed, and what is said of the others. */
import { readFileSync } from "node:fs";
import { FORM_2021 } from "../../src/forms/2021.js";
import type { TableRow, ValueCell } from "../../src/matching/table-row.js";
import type { FoundCell, LabelEvidence } from "../../src/matching/tables/found.js";
import { acceptCells } from "../../src/matching/trust.js";
import { parseReport } from "../../src/index.js";
import { barLines, cellLines, documentOf, tabs, trailingPipes, type TableWriter } from "../support/flatten.js";
import { judge } from "../support/judge.js";
import { madeForm } from "../support/made-form.js";

const RESULTS = ["upheld", "corrected", "otherResult", "pending", "total"];
const idOf = (result: string) => `disputes.reconsideration.${result}`;

/** Five values of one row, the total last. */
function found(texts: readonly string[], given: Partial<ValueCell & { label: LabelEvidence; end: boolean }> = {}) {
  const { label = "sure", end = false, ...more } = given;
  const values = texts.map((text, column) => ({ text, column, colSpan: 1, at: { line: 1, column }, ...more }));
  const row: TableRow = {
    blocks: [],
    labels: [],
    labelCells: [],
    values,
    layout: "rows",
    aligned: false,
    flattened: false,
    ...(end ? { endsDocument: true } : {}),
  };
  return values.map((cell, i): FoundCell => ({
    indicator: idOf(RESULTS[i]!),
    cell,
    row,
    scope: "disputes.reconsideration",
    label,
  }));
}

function accepted(cells: readonly FoundCell[]) {
  const { cells: records, diagnoses } = acceptCells(cells, FORM_2021);
  return {
    values: RESULTS.map((result) => records[idOf(result)]?.value),
    reasons: diagnoses.map(({ code, indicator }) => [code, indicator]),
  };
}

test("a value whose row or column could not be told is not believed though the sums hold", () => {
  const { values, reasons } = accepted(found(["1", "0", "0", "0", "1"], { doubt: "unplaced" }));
  expect(values).toEqual([null, null, null, null, null]);
  expect(reasons).toEqual([["cell-doubtful", "disputes.reconsideration"]]);
});

test("a sum that fails where the extraction was certain is the report's own error", () => {
  expect(accepted(found(["1", "0", "0", "0", "3"]))).toEqual({ values: [1, 0, 0, 0, 3], reasons: [] });
});

test("a sum that fails where columns were inferred takes the trust from the whole row, in one diagnostic", () => {
  expect(accepted(found(["1", "0", "0", "0", "3"], { doubt: "inferred" }))).toEqual({
    values: [null, null, null, null, null],
    reasons: [["cell-doubtful", "disputes.reconsideration"]],
  });
});

test("a sum that holds lifts the doubt about columns, but not about the characters", () => {
  expect(accepted(found(["1", "2", "0", "0", "3"], { doubt: "inferred" })).values).toEqual([1, 2, 0, 0, 3]);
  expect(accepted(found(["1", "2", "0", "0", "3"], { doubt: "garbled" })).values).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test("the sum of a row's own cells says nothing about the row's label", () => {
  expect(accepted(found(["1", "0", "0", "0", "3"], { label: "misprinted" })).values).toEqual([1, 0, 0, 0, 3]);
});

test("the last number of a document may be cut: a failing sum takes it away, and it alone", () => {
  expect(accepted(found(["9", "3", "0", "0", "1"], { end: true }))).toEqual({
    values: [9, 3, 0, 0, null],
    reasons: [["cell-doubtful", idOf("total")]],
  });
  expect(accepted(found(["9", "3", "0", "0", "12"], { end: true })).values).toEqual([9, 3, 0, 0, 12]);
});

test("a cell that can't be read is unknown, not zero: no sum fails by it", () => {
  expect(accepted(found(["9", "3?4", "0", "0", "12"], { doubt: "inferred" }))).toEqual({
    values: [9, null, 0, 0, 12],
    reasons: [["cell-unreadable", idOf("corrected")]],
  });
});

const WRITERS: Readonly<Record<string, TableWriter>> = { cellLines, barLines, trailingPipes, tabs };

/** Every row with its numbers first. */
const numbersFirst =
  (write: TableWriter): TableWriter =>
  (rows, table) => {
    const values = new Set(table.rows.flat().flatMap(({ indicator, text }) => (indicator ? [text] : [])));
    const isValue = (text: string) => values.has(text);
    return write(
      rows.map((row) => [...row.filter(isValue), ...row.filter((text) => !isValue(text))]),
      table,
    );
  };

test.each(["2021", "2019", "2014"] as const)(
  "numbers that stand before their labels are never taken for the label before them, in no table of %s",
  async (form) => {
    for (const [name, write] of Object.entries(WRITERS)) {
      const made = madeForm(form, 7);
      const { wrong, silent } = judge(made, await parseReport(documentOf(made, numbersFirst(write))));
      expect({ name, wrong, silent }).toEqual({ name, wrong: [], silent: [] });
    }
  },
);

test("a file that ends in a row gives the cells before the cut, and a reason for each one behind it", async () => {
  const made = madeForm("2021", 8);
  const lines = documentOf(made, trailingPipes).split("\n");
  const at = lines.findIndex((line) => line.startsWith("2.重复申请"));
  const cut = [...lines.slice(0, at), lines[at]!.split(" | ").slice(0, 5).join(" | ")].join("\n");
  const { wrong, silent, explained } = judge(made, await parseReport(cut));
  expect({ wrong, silent }).toEqual({ wrong: [], silent: [] });
  const own = explained.filter((id) => id.includes(".duplicate.")).map((id) => id.slice(id.lastIndexOf(".") + 1));
  expect(own).toEqual(["publicWelfareOrganization", "legalServiceInstitution", "other", "total"]);
});

test("a row with an empty cell among repeated merged cells, parted by spaces alone, gives no value of a guessed column", async () => {
  for (const seed of [2, 5]) {
    const made = madeForm("2019", seed, { zero: "" });
    const spaced: TableWriter = (rows) => rows.map((row) => row.filter((text) => text !== "").join(" "));
    const report = await parseReport(documentOf(made, spaced, { merged: "repeated" }));
    const { wrong, silent, explained } = judge(made, report);
    expect({ wrong, silent }).toEqual({ wrong: [], silent: [] });
    expect(explained).toContain("proactiveDisclosure.fees.change");
  }
});

test("labels in one run and their numbers in another: an empty line behind a label is no blank cell", async () => {
  const sample = readFileSync("samples/lanchuan-water-2024.txt", "utf8")
    .replace(/ \| ?(?!$)/gm, "\n")
    .replace(/ \|$/gm, "");
  const apart = [
    ...["信息内容", "规章", "行政规范性文件", "信息内容", "行政许可", "信息内容", "行政处罚", "行政强制", "信息内容"],
    ...["行政事业性收费", ""],
    ...["第二十条第（一）项", "本年制发件数", "本年废止件数", "0", "0", "3", "1", "第二十条第（五）项"],
    ...["本年处理决定数量", "1268", "第二十条第（六）项", "本年处理决定数量", "37", "0", "第二十条第（八）项"],
    ...["本年收费金额（单位：万元）", "46.5", "", "现行有效件数", "0", "18", "", ""],
  ].join("\n");
  const report = await parseReport(sample.replace(/第二十条第（一）项[^]*?(?=三、收到)/, apart));
  if (report.form !== "2021") throw new Error(`form ${report.form}`);
  expect(report.requests.received.total).toBe(27);
  expect(report.proactiveDisclosure.fees.amount).toBeNull();
  expect(report.diagnostics.map(({ indicator }) => indicator)).toContain("proactiveDisclosure");
});

test("a cell that holds a picture is unknown, with its reason", () => {
  const [first, ...others] = found(["", "0", "0", "0", "1"]);
  const cells = [{ ...first!, cell: { ...first!.cell, doubt: "picture" as const } }, ...others];
  expect(accepted(cells)).toEqual({ values: [null, 0, 0, 0, 1], reasons: [["cell-doubtful", idOf("upheld")]] });
});
