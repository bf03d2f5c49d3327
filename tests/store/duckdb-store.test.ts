import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../src/store/duckdb-connection.js";
import { openDuckDbStore, type DuckDbStore } from "../../src/store/duckdb-store.js";
import { madeReport } from "./made-report.js";
import { collected, failureAt, outcomeOf } from "./outcomes.js";

let folder: string;
let path: string;
let store: DuckDbStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-store-"));
  path = join(folder, "archive.duckdb");
  store = await openDuckDbStore(path);
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

async function rowsOf(sql: string) {
  await store.close();
  const database = await openDatabase(path, { readOnly: true });
  const rows = (await database.connection.runAndReadAll(sql)).getRowsJS();
  database.close();
  store = await openDuckDbStore(path);
  return rows;
}

const id = "requests.received.naturalPerson";

test("the folder that a killed process spilled to is removed", async () => {
  await store.close();
  await mkdir(`${path}.tmp`);
  await writeFile(join(`${path}.tmp`, "duckdb_temp_storage_DEFAULT-0.tmp"), "x");
  store = await openDuckDbStore(path);
  await store.save([outcomeOf("/a/one.html", madeReport({}))]);
  await store.close();
  expect(await readdir(folder)).toEqual(["archive.duckdb"]);
  store = await openDuckDbStore(path);
});

test("a report comes back exactly as it was parsed, with the name of its file", async () => {
  const report = madeReport({ cells: { [id]: "12" }, salt: "a\u0000b\ud800c\\u0000" });
  await store.save([outcomeOf("/a/one.html", report)]);
  const [stored] = await collected(store.reports());
  expect(stored).toEqual({
    report: { ...report, source: { ...report.source, file: "/a/one.html" } },
    files: ["/a/one.html"],
    versions: 1,
  });
});

test("the same content in two files is one report that knows both", async () => {
  const report = madeReport({});
  await store.save([outcomeOf("/b.html", report), outcomeOf("/a.html", report)]);
  await store.save([outcomeOf("/c.html", report)]);
  const stored = await collected(store.reports());
  expect(stored.map(({ files }) => files)).toEqual([["/a.html", "/b.html", "/c.html"]]);
  expect(await rowsOf("SELECT count(*) FROM sections")).toEqual([[1n]]);
});

test("a document with several reports keeps each; read anew it keeps those that are still in it", async () => {
  const years = [2022, 2023, 2024].map((year) => madeReport({ year, cells: { [id]: `${year}` } }));
  const { sha256 } = years[0]!.source;
  const combined = years.map((report) => ({ ...report, source: { ...report.source, sha256 } }));
  await store.save([outcomeOf("/a.html", ...combined)]);
  expect((await collected(store.reports())).map(({ report, files }) => [report.year, files])).toEqual(
    [2022, 2023, 2024].map((year) => [year, ["/a.html"]]),
  );
  await store.save([outcomeOf("/a.html", ...combined.slice(0, 2))]);
  expect(await rowsOf("SELECT report_id, part, year FROM reports ORDER BY part")).toEqual([
    [sha256, 1, 2022],
    [`${sha256}#2`, 2, 2023],
  ]);
  expect(await rowsOf(`SELECT value FROM indicator_values WHERE indicator = '${id}' ORDER BY value`)).toEqual([
    [2022],
    [2023],
  ]);
  await store.save([failureAt("/a.html", "timeout", "timeout", sha256)]);
  expect(await rowsOf("SELECT count(*) FROM indicator_values")).toEqual([[0n]]);
});

test("saving the same outcomes again changes nothing", async () => {
  const outcomes = [outcomeOf("/a.html", madeReport({ cells: { [id]: "12" } }))];
  await store.save(outcomes);
  await store.save(outcomes);
  expect(await rowsOf("SELECT count(*) FROM files")).toEqual([[1n]]);
  expect(await rowsOf(`SELECT value, raw FROM indicator_values WHERE indicator = '${id}'`)).toEqual([[12, "12"]]);
});

test("a body's year published twice is kept and marked", async () => {
  const early = madeReport({ salt: "1", publishedOn: "2025-01-10" });
  const late = madeReport({ salt: "2", publishedOn: "2025-03-01" });
  const other = madeReport({ year: 2023 });
  await store.save([outcomeOf("/late.html", late), outcomeOf("/early.html", early), outcomeOf("/other.html", other)]);
  expect(await rowsOf("SELECT file, version, versions FROM published_twice")).toEqual([
    ["/early.html", 1n, 2n],
    ["/late.html", 2n, 2n],
  ]);
  expect((await store.counts()).publishedTwice).toBe(1);
});

test("reports of which neither body nor year is known are not taken for the same", async () => {
  const reports = ["1", "2"].map((salt) => madeReport({ body: null, year: null, salt }));
  await store.save([outcomeOf("/1.html", reports[0]!), outcomeOf("/2.html", reports[1]!)]);
  expect((await collected(store.reports())).map(({ versions }) => versions)).toEqual([1, 1]);
});

test("the wide view has one row a report and one column an indicator", async () => {
  await store.save([
    outcomeOf("/1.html", madeReport({ cells: { [id]: "12", "requests.received.total": "/" } })),
    outcomeOf("/2.html", madeReport({ year: 2023, form: null })),
  ]);
  const rows = await rowsOf(`SELECT year, "${id}", "requests.received.total" FROM report_wide ORDER BY year`);
  expect(rows).toEqual([
    [2023, null, null],
    [2024, 12, null],
  ]);
});

test("an indicator without a cell has a row without value and raw; a blank keeps its raw", async () => {
  await store.save([outcomeOf("/1.html", madeReport({ cells: { [id]: "" } }))]);
  const rows = await rowsOf(
    `SELECT indicator, value, raw FROM indicator_values
     WHERE indicator IN ('${id}', 'requests.received.total') ORDER BY indicator`,
  );
  expect(rows).toEqual([
    [id, null, ""],
    ["requests.received.total", null, null],
  ]);
});

test("findings, diagnostics and dates are rows that SQL can ask for", async () => {
  const report = madeReport({
    publishedOn: "2025-01-16",
    findings: [
      { rule: "requests.total", severity: "error", message: "合计不符", indicators: [id], expected: 3, actual: 2 },
    ],
    diagnostics: [{ code: "table-is-image", severity: "error", message: "表格为图片", indicator: "disputes" }],
  });
  await store.save([outcomeOf("/1.html", report)]);
  expect(await rowsOf("SELECT rule, indicators, expected, actual FROM findings")).toEqual([
    ["requests.total", [id], 3, 2],
  ]);
  expect(await store.counts()).toMatchObject({ reports: 1, reportsWithErrors: 1, reportsUnread: 1 });
  expect(await rowsOf("SELECT code, indicator, place FROM diagnostics")).toEqual([
    ["table-is-image", "disputes", null],
  ]);
  expect(await rowsOf("SELECT published_on::VARCHAR, period_to::VARCHAR FROM reports")).toEqual([
    ["2025-01-16", "2024-12-31"],
  ]);
});

test("a file that no longer reads as a report takes its report along, unless another file holds it", async () => {
  const report = madeReport({});
  const { sha256 } = report.source;
  await store.save([outcomeOf("/1.html", report), outcomeOf("/2.html", report)]);
  await store.save([failureAt("/1.html", "timeout", "timeout", sha256)]);
  expect(await collected(store.reports())).toHaveLength(1);
  await store.save([failureAt("/2.html", "not-a-report", "not-a-report", sha256)]);
  expect(await collected(store.reports())).toHaveLength(0);
  expect(await rowsOf("SELECT count(*) FROM indicator_values")).toEqual([[0n]]);
});

test("filters narrow by body, year, form and findings", async () => {
  const finding = { rule: "r", severity: "warning" as const, message: "m", indicators: [id] };
  await store.save([
    outcomeOf("/1.html", madeReport({ body: "澜川县水务局", year: 2024, findings: [finding] })),
    outcomeOf("/2.html", madeReport({ body: "澜川县档案局", year: 2020, form: "2019" })),
    outcomeOf("/3.html", madeReport({ body: "平湖市教育局", year: 2010, form: null })),
  ]);
  const years = async (filter: Parameters<DuckDbStore["reports"]>[0]) =>
    (await collected(store.reports(filter))).map(({ report }) => report.year);
  expect(await years({ body: "澜川县" })).toEqual([2020, 2024]);
  expect(await years({ fromYear: 2015, toYear: 2020 })).toEqual([2020]);
  expect(await years({ year: 2010 })).toEqual([2010]);
  expect(await years({ form: "none" })).toEqual([2010]);
  expect(await years({ form: "2021" })).toEqual([2024]);
  expect(await years({ findings: "warning" })).toEqual([2024]);
  expect(await years({ findings: "error" })).toEqual([]);
  expect(await years({ findings: "none", body: "澜川" })).toEqual([2020]);
});

test("Parquet holds the filtered rows, wide and long", async () => {
  await store.save([
    outcomeOf("/1.html", madeReport({ cells: { [id]: "12" } })),
    outcomeOf("/2.html", madeReport({ year: 2023 })),
  ]);
  const wide = join(folder, "it's wide.parquet");
  expect(await store.exportParquet(wide, "wide", { body: "水务", year: 2024 })).toBe(1);
  expect(await rowsOf(`SELECT body, "${id}" FROM '${wide.replace("'", "''")}'`)).toEqual([["澜川县水务局", 12]]);
  const long = join(folder, "long.parquet");
  const rows = await store.exportParquet(long, "long", { year: 2024 });
  expect(rows).toBeGreaterThan(100);
  expect(await rowsOf(`SELECT label, unit, raw FROM '${long}' WHERE indicator = '${id}'`)).toEqual([
    ["一、本年新收政府信息公开申请数量 / 自然人", "件", "12"],
  ]);
});

test("what is no archive, or one of another schema, is refused by name", async () => {
  const text = join(folder, "text.duckdb");
  await writeFile(text, "not a database at all");
  await expect(openDuckDbStore(text)).rejects.toMatchObject({ code: "not-a-store" });
  await expect(openDuckDbStore(join(folder, "none.duckdb"), { readOnly: true })).rejects.toMatchObject({
    code: "no-store",
  });
  const foreign = join(folder, "foreign.duckdb");
  const database = await openDatabase(foreign);
  await database.connection.run("CREATE TABLE t (a INTEGER)");
  database.close();
  await expect(openDuckDbStore(foreign)).rejects.toMatchObject({ code: "not-a-store" });
  const newer = await openDatabase(path.replace("archive", "newer"));
  await newer.connection.run("CREATE TABLE meta AS SELECT 'schema' AS name, 'nianbao/store/99' AS value");
  newer.close();
  await expect(openDuckDbStore(path.replace("archive", "newer"))).rejects.toMatchObject({ code: "store-version" });
});
