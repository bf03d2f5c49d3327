import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FORMS } from "../../src/forms/index.js";
import type { FormId } from "../../src/forms/form.js";
import { openDatabase } from "../../src/store/duckdb-connection.js";
import { openDuckDbStore } from "../../src/store/duckdb-store.js";
import type { Report } from "../../src/report.js";
import { rowsOfReport } from "../../src/store/report-rows.js";
import { madeReport } from "./made-report.js";
import { outcomeOf } from "./outcomes.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-rows-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** The rows that a query finds in an archive of these reports. */
async function rowsOf(reports: readonly Report[], sql: string) {
  const path = join(folder, "archive.duckdb");
  const store = await openDuckDbStore(path);
  await store.save(reports.map((report, index) => outcomeOf(`/${index}.html`, report)));
  await store.close();
  const database = await openDatabase(path, { readOnly: true });
  const rows = (await database.connection.runAndReadAll(sql)).getRowsJS();
  database.close();
  return rows;
}

test.each<FormId>(["2021", "2019", "2014"])(
  "every indicator of the form of %s has its row, in the form's order",
  async (form) => {
    const ids = FORMS[form].indicators.map(({ id }) => id);
    const printed = ids.map((_, index) => (index % 3 === 0 ? null : `${index}`));
    const cells = Object.fromEntries(
      ids.flatMap((id, index) => (printed[index] === null ? [] : [[id, printed[index]!]])),
    );
    const report = madeReport({ form, cells });
    const others = (["2021", "2019", "2014"] as const).map((id) => madeReport({ form: id, year: 2010 }));
    const rows = await rowsOf(
      [...others, report],
      `SELECT position, indicator, value, raw, note, place FROM indicator_values JOIN reports USING (report_id)
     WHERE year = 2024 ORDER BY position`,
    );
    const places = ids.map((id) => report.cells[id]?.at);
    const number = (text: string | null) => (text === null ? null : Number(text));
    expect(rows).toEqual(
      ids.map((id, index) => [
        index,
        id,
        number(printed[index]!),
        printed[index],
        null,
        places[index] === undefined ? null : JSON.stringify(places[index]),
      ]),
    );
  },
);

test("cells without a form have rows under their own names, and a note stays with its cell", async () => {
  const report = madeReport({ form: null, cells: { "a.b": "1", "c.d": "x", "e.f": "3" } });
  const noted = { ...report, cells: { ...report.cells, "c.d": { ...report.cells["c.d"]!, note: "见附件" } } };
  expect(
    await rowsOf([noted], "SELECT position, indicator, value, raw, note FROM indicator_values ORDER BY position"),
  ).toEqual([
    [0, "a.b", 1, "1", null],
    [1, "c.d", null, "x", "见附件"],
    [2, "e.f", 3, "3", null],
  ]);
});

test("what only some rows of a list have stays with them", async () => {
  const report = madeReport({
    findings: [
      { rule: "r1", severity: "error", message: "m1", indicators: ["a", "b"], expected: 2, actual: 1 },
      { rule: "r2", severity: "warning", message: "m2", indicators: [] },
    ],
    diagnostics: [
      { code: "c1", severity: "info", message: "m1" },
      { code: "c2", severity: "error", message: "m2", indicator: "a", at: { line: 3, column: 1 } },
    ] as Report["diagnostics"],
  });
  expect(await rowsOf([report], "SELECT * EXCLUDE (report_id) FROM findings ORDER BY position")).toEqual([
    [0, "r1", "error", "m1", ["a", "b"], 2, 1],
    [1, "r2", "warning", "m2", [], null, null],
  ]);
  expect(await rowsOf([report], "SELECT * EXCLUDE (report_id) FROM diagnostics ORDER BY position")).toEqual([
    [0, "c1", "info", "m1", null, null],
    [1, "c2", "error", "m2", "a", '{"line":3,"column":1}'],
  ]);
});

test("between processes neither the names of a form's indicators go along, nor columns of which nothing is known", () => {
  const { indicator_values, statements } = rowsOfReport(madeReport({ cells: { "requests.received.total": "5" } }));
  expect(Object.keys(indicator_values)).toEqual(["value", "raw", "place"]);
  expect(statements).toEqual({ indicator: [] });
});
