import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseString } from "fast-csv";
import { exportReports, type ExportOptions } from "../../src/export/exporter.js";
import { FORMS } from "../../src/forms/index.js";
import { openDuckDbStore, type DuckDbStore } from "../../src/store/duckdb-store.js";
import { madeReport } from "../store/made-report.js";
import { collected, outcomeOf } from "../store/outcomes.js";
import { filledStore, NATURAL } from "./filled-store.js";

let folder: string;
let store: DuckDbStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-export-"));
  store = await filledStore();
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

async function exported(name: string, options?: ExportOptions, from = store): Promise<string> {
  const path = join(folder, name);
  await exportReports(from, path, options);
  return readFile(path, "utf8");
}

const rowsOf = (csv: string) => collected(parseString(csv.replace(/^\ufeff/, "")) as AsyncIterable<string[]>);

test("wide CSV has a row a report and a column for every indicator of the forms in it", async () => {
  const [headings, ...rows] = await rowsOf(await exported("wide.csv"));
  expect(rows).toHaveLength(5);
  expect(headings).toEqual(
    expect.arrayContaining(["机关", "年度", "文件", "一、本年新收政府信息公开申请数量 / 自然人"]),
  );
  const recent = await rowsOf(await exported("recent.csv", { lang: "en", filter: { year: 2024 } }));
  expect(recent).toHaveLength(2);
  expect(recent[0]).toHaveLength(11 + FORMS["2021"].indicators.length);
  expect(recent[1]![recent[0]!.indexOf(NATURAL)]).toBe("21");
});

test("long CSV tells of every value whether it was read, printed or missing", async () => {
  const text = await exported("long.csv", { layout: "long", lang: "en", filter: { form: "2021" } });
  const [, ...rows] = await rowsOf(text);
  expect(rows).toHaveLength(2 * FORMS["2021"].indicators.length);
  const of = (body: string, id: string) => rows.find((row) => row[0] === body && row[3] === id)!;
  expect(of("澜川县水务局", "requests.carriedOver.total").slice(5, 9)).toEqual(["", "items", "printed", "/"]);
  expect(of("澜川县水务局", NATURAL)[4]).toBe("received this year / natural persons");
  expect(of("'=HYPERLINK(澜川县教育局)", "disputes.reconsideration.total")[7]).toBe("unread");
  expect(of("澜川县水务局", "requests.outcomes.otherHandling.subtotal.total")[7]).toBe("optional");
  const chinese = await rowsOf(await exported("long-zh.csv", { layout: "long", filter: { form: "2021" } }));
  expect(new Set(chinese.slice(1).map((row) => row[7]))).toEqual(new Set(["数值", "未填数", "未读出", "可略项"]));
});

test("CSV begins with a byte order mark, unless it is not wanted", async () => {
  expect((await exported("bom.csv")).startsWith("\ufeff机关,")).toBe(true);
  expect((await exported("plain.csv", { bom: false })).startsWith("机关,")).toBe(true);
});

test("no text of a document becomes a formula in CSV", async () => {
  const evil = ["=1+1", "+cmd", "-2+3", "@sum", "\t=1", "\r=1", "＝1"];
  const own = await openDuckDbStore(":memory:");
  await own.save(evil.map((body, n) => outcomeOf(`/${n}.html`, madeReport({ body, salt: `${n}` }))));
  const [, ...rows] = await rowsOf(await exported("evil.csv", {}, own));
  await own.close();
  expect(rows.map(([body]) => body).sort()).toEqual(evil.map((text) => `'${text}`).sort());
});

test("JSON lines hold the reports as they were parsed", async () => {
  const lines = (await exported("all.jsonl", { filter: { form: "2014" } })).trim().split("\n");
  const [stored] = await collected(store.reports({ form: "2014" }));
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([stored!.report]);
});

test("an export that fails leaves what stood there, and nothing half written", async () => {
  const path = join(folder, "kept.jsonl");
  await writeFile(path, "kept");
  const broken = {
    ...store,
    async *reports() {
      yield* store.reports();
      throw new Error("broken");
    },
  };
  await expect(exportReports(broken, path)).rejects.toThrow("broken");
  expect(await readFile(path, "utf8")).toBe("kept");
  expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test.each(["csv", "jsonl", "xlsx", "parquet"])("where a .%s can't be written, it is told why", async (kind) => {
  await expect(exportReports(store, join(folder, `no/such/folder/a.${kind}`))).rejects.toMatchObject({
    code: "no-such-folder",
  });
  const path = join(folder, `blocked.${kind}`);
  await mkdir(path);
  await expect(exportReports(store, path)).rejects.toMatchObject({ code: "EISDIR" });
});

test("an unknown extension is refused with those that are known", async () => {
  await expect(exportReports(store, join(folder, "a.pdf"))).rejects.toMatchObject({ code: "unknown-format" });
});

test.each([".xlsx", ".jsonl"])("a row an indicator is refused for %s, which has none", async (extension) => {
  const exporting = exportReports(store, join(folder, `long${extension}`), { layout: "long", lang: "en" });
  await expect(exporting).rejects.toMatchObject({
    code: "unknown-layout",
    message: expect.stringContaining(".csv .parquet") as string,
  });
});
