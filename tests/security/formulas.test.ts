/** No text of a document is a formula in anything that a spreadsheet program opens; numbers are numbers there. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import exceljs from "exceljs";
import { parseString } from "fast-csv";
import { reportCsv } from "../../src/cli/report-csv.js";
import type { Report } from "../../src/report.js";
import { openDuckDbStore } from "../../src/store/duckdb-store.js";
import { filledCells } from "../export/filled-store.js";
import { madeReport } from "../store/made-report.js";
import { collected, failureAt, outcomeOf } from "../store/outcomes.js";
import { nianbaoHere } from "../support/in-process.js";

const SIGNS = ["=", "+", "-", "@", "\t=", "\r=", " =", "\u3000=", "＝", "＋", "－", "＠"];
const EVIL = SIGNS.map((sign, n) => `${sign}HYPERLINK("x",${n})`);
const [EQUALS] = EVIL as [string];
const CHANGE = "proactiveDisclosure.licensing.change";
const TOTAL = "requests.received.total";

const folder = mkdtempSync(join(tmpdir(), "nianbao-formulas-"));
const at = (name: string) => join(folder, name);
const archive = at("archive.duckdb");
afterAll(() => rmSync(folder, { recursive: true }));

/** Every text that a document can bring, beginning as a formula does; the total does not add up. */
function evilReport(evil: string, n: number): Report {
  const cells = filledCells("2019", { [TOTAL]: "999", [CHANGE]: "-19", "requests.carriedOver.total": evil });
  const report = madeReport({ body: evil, year: 2020, form: "2019", cells, salt: `${n}` });
  const notes = Object.entries(report.cells).map(([id, cell]) => [id, { ...cell, note: evil }]);
  return {
    ...report,
    ...{ title: evil, signedBy: evil, cells: Object.fromEntries(notes) as Report["cells"] },
    sections: report.sections.map((section) => ({ ...section, heading: evil, text: evil })),
    diagnostics: [{ code: "number-unreadable", severity: "warning", message: evil, indicator: "requests.carriedOver" }],
    findings: [{ rule: "requests.received", severity: "error", message: evil, indicators: [TOTAL] }],
    source: { ...report.source, file: evil },
  };
}

beforeAll(async () => {
  const store = await openDuckDbStore(archive);
  await store.save(EVIL.map((evil, n) => outcomeOf(evil, evilReport(evil, n))));
  await store.save([failureAt("=failed.pdf", "failed", "=damaged", "aa")]);
  await store.close();
});

/** What a spreadsheet program would run. */
const isFormula = (field: string) =>
  /^[\s\u3000]*[=+\-@\t\r＝＋－＠]/.test(field) && !/^-?\d+(?:\.\d+)?$/.test(field) && field !== "-";

const rowsOf = (csv: string) => collected(parseString(csv.replace(/^\ufeff/, "")) as AsyncIterable<string[]>);

async function fieldsOf(csv: string): Promise<string[]> {
  return (await rowsOf(csv)).flat();
}

async function printed(...args: string[]): Promise<string> {
  const { stdout, stderr } = await nianbaoHere(...args);
  expect(stderr).toBe("");
  return stdout;
}

test("the words of the test would be formulas", () => {
  expect(EVIL.filter((text) => !isFormula(text))).toEqual([]);
});

test("parse --format csv: printed text and note are text, a negative number is a number", async () => {
  for (const [n, evil] of EVIL.entries()) {
    const csv = await reportCsv(evilReport(evil, n), "zh");
    const rows = await rowsOf(csv);
    expect(rows.flat().filter(isFormula)).toEqual([]);
    expect(rows.find(([id]) => id === CHANGE)!.slice(2)).toMatchObject({ 0: "-19", 2: "-19", 3: `'${evil}` });
    expect(rows.find(([id]) => id === "requests.carriedOver.total")![4]).toBe(`'${evil}`);
  }
});

test("parse --format csv of a page whose cell begins as a formula does", async () => {
  const sample = readFileSync("samples/lanchuan-water-2024.html", "utf8");
  const page = at("page.html");
  writeFileSync(page, sample.replace("数量</td><td>21</td>", "数量</td><td>-21件</td>"));
  const rows = await rowsOf(await printed("parse", page, "--format", "csv"));
  const cell = rows.find(([id]) => id === "requests.received.naturalPerson")!;
  expect([cell[2], cell[4]]).toEqual(["-21", "'-21件"]);
  expect(rows.flat().filter(isFormula)).toEqual([]);
});

test.each(["wide", "long"])("export --layout %s csv", async (layout) => {
  const target = at(`${layout}.csv`);
  expect((await nianbaoHere("export", archive, "--to", target, "--layout", layout)).code).toBe(0);
  const fields = await fieldsOf(readFileSync(target, "utf8"));
  expect(fields.filter(isFormula)).toEqual([]);
  expect(fields).toEqual(expect.arrayContaining([...EVIL.map((evil) => `'${evil}`), "-19"]));
});

test.each([
  ["columns of text", "SELECT body, title, message FROM reports JOIN findings USING (report_id)"],
  ["a list of texts", "SELECT path, code, message FROM files"],
  ["headings made of values", "PIVOT (SELECT body, year FROM reports) ON body USING count(*)"],
])("query --format csv: %s", async (_, sql) => {
  const fields = await fieldsOf(await printed("query", archive, sql, "--format", "csv"));
  expect(fields.filter(isFormula)).toEqual([]);
  expect(fields.filter((field) => field.startsWith("'")).length).toBeGreaterThanOrEqual(EVIL.length);
});

test("query --format csv: negative numbers of every type are numbers", async () => {
  const sql = "SELECT -19 AS a, -1.5 AS b, -1.5::DOUBLE AS c, -19::HUGEINT AS d, '-19' AS e";
  expect(await printed("query", archive, sql, "--format", "csv")).toBe("a,b,c,d,e\n-19,-1.5,-1.5,-19,-19\n");
});

test("audit --format csv", async () => {
  const { stdout } = await nianbaoHere("audit", archive, "--format", "csv");
  const fields = await fieldsOf(stdout);
  expect(fields.filter(isFormula)).toEqual([]);
  expect(fields).toEqual(expect.arrayContaining(EVIL.map((evil) => `'${evil}`)));
});

/** The texts of a workbook; throws where a part of it holds a formula or a link out of it. */
async function textsOf(path: string): Promise<unknown[]> {
  const bytes = readFileSync(path);
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    expect(strFromU8(part)).not.toMatch(/<f[ >]|<ddeLink|Target="(?!#)[^"]*" TargetMode="External"/);
  }
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const values: unknown[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => row.eachCell(({ formula, value }) => values.push(formula ?? value)));
  }
  return values;
}

/** A workbook's line break is the line feed. */
const inWorkbook = (text: string) => text.replaceAll("\r", "\n");

test("export xlsx: texts as they are and no formula, numbers as numbers", async () => {
  const target = at("all.xlsx");
  expect((await nianbaoHere("export", archive, "--to", target)).code).toBe(0);
  const values = await textsOf(target);
  const texts = values.map((value) => (typeof value === "string" ? inWorkbook(value) : value));
  expect(texts).toEqual(expect.arrayContaining([...EVIL.map(inWorkbook), "=failed.pdf", -19]));
});

test("form xlsx: texts as they are and no formula, numbers as numbers", async () => {
  const target = at("form.xlsx");
  expect((await nianbaoHere("form", archive, "--file", EQUALS, "--to", target)).code).toBe(0);
  expect(await textsOf(target)).toEqual(expect.arrayContaining([EQUALS, -19]));
});

test("form html: the text of a cell is only text, also where the page is pasted into a workbook", async () => {
  const html = await printed("form", archive, "--file", EQUALS);
  expect(html).toContain("=HYPERLINK(&quot;x&quot;,0)");
  expect(html).not.toMatch(/<[^>]*HYPERLINK/);
});
