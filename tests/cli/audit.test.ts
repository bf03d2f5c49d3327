/** `nianbao audit` as a user meets it: files, years of one body, archives, formats, exit codes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseString } from "fast-csv";
import { auditEvents } from "../../src/cli/audit-events.js";
import { auditTable } from "../../src/cli/audit-table.js";
import { terminalWidth } from "../../src/cli/terminal.js";
import type { Report } from "../../src/report.js";
import { openDuckDbStore } from "../../src/store/duckdb-store.js";
import { filledReport } from "../audit/filled-report.js";
import { sha256Of } from "../store/made-report.js";
import { outcomeOf } from "../store/outcomes.js";
import { nianbao } from "../support/cli.js";

const SAMPLE = readFileSync("samples/lanchuan-water-2024.html", "utf8");
const folder = mkdtempSync(join(tmpdir(), "nianbao-audit-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The sample as it would have been a year before, but for the documents in force then. */
const before = SAMPLE.replaceAll("2024", "2023").replaceAll("2025", "2024");
const of2023 = file("2023.html", before);
const of2024 = file("2024.html", SAMPLE);
/** 28 natural persons' requests instead of 21. */
const RECEIVED = "本年新收政府信息公开申请数量</td><td>21</td>";
const wrong = file("wrong.html", SAMPLE.replace(RECEIVED, RECEIVED.replace("21", "28")));
const news = file("news.html", "<h1>供水通知</h1><p>明日停水。</p>");

interface AuditJson {
  schema: string;
  bodies: {
    body: string;
    reports: { file: string; year: number; findings: JsonFinding[]; rules: { rule: string; checked: number }[] }[];
    series: { findings: (JsonFinding & { years: number[]; files: string[]; earlierCells: JsonFinding["cells"] })[] };
  }[];
  totals: Record<string, number>;
  rules: { rule: string; checked: number; failed: number; notChecked: number }[];
}
interface JsonFinding {
  rule: string;
  severity: string;
  message: string;
  indicators: string[];
  expected?: number;
  actual?: number;
  cells: { indicator: string; label: string; raw: string | null; value: number | null; at: unknown }[];
}

const jsonOf = (stdout: string) => JSON.parse(stdout) as AuditJson;

test("a report that adds up: one line, and what was checked", async () => {
  const { code, stdout, stderr } = await nianbao(["audit", of2024]);
  expect([code, stderr]).toEqual([0, ""]);
  const lines = stdout.split("\n");
  expect(lines[0]).toBe(`澜川县水务局  2024 年度  ${of2024}  未发现问题`);
  expect(stdout).toContain("1 个机关的 1 份报告：错误 0 处、警告 0 处；0 份报告有错误\n");
  expect(stdout).toContain(
    "│ requests-balance        │ 申请表每列：本年新收＋上年结转＝办理结果总计＋结转下年度 │    7 │    0 │    0 │\n",
  );
});

test("a finding names rule, actual and expected number, and the cell, aligned", async () => {
  const { code, stdout } = await nianbao(["audit", wrong]);
  expect(code).toBe(0);
  expect(stdout.split("\n").slice(1, 6)).toEqual([
    "┌──────┬──────────────────┬─────────┬─────────┬─────────────────────────────────────────────┬──────────────────────────┐",
    "│ 级别 │ 规则             │    实为 │    应为 │ 说明                                        │ 位置                     │",
    "├──────┼──────────────────┼─────────┼─────────┼─────────────────────────────────────────────┼──────────────────────────┤",
    "│ 错误 │ requests-balance │      30 │      23 │ “自然人”列：第一项加第二项为 30（一、本年新 │ 第2个表格第4行第4列      │",
    "│      │                  │         │         │ 收政府信息公开申请数量 28 + 二、上年结转政  │ 等 4 格                  │",
  ]);
  const en = await nianbao(["audit", wrong, "--lang", "en"]);
  expect(en.stdout).toMatch(
    /│ error +│ requests-row- +│ +27 │ +34 │ "received this year, total" prints +│ table 2 row 4 column 10 +│/,
  );
  expect(en.stdout).toContain("reports: 1, bodies: 1; errors: 2, warnings: 0; reports with errors: 1\n");
});

test("several years of one body are checked as a series, in any order", async () => {
  const { code, stdout } = await nianbao(["audit", of2024, of2023, "--format", "json"]);
  expect(code).toBe(0);
  const { schema, bodies, totals } = jsonOf(stdout);
  expect(schema).toBe("nianbao/audit/1");
  expect(bodies).toHaveLength(1);
  expect(bodies[0]!.reports.map(({ year, findings }) => [year, findings])).toEqual([
    [2023, []],
    [2024, []],
  ]);
  expect(bodies[0]!.series.findings).toMatchObject([
    {
      rule: "in-force-between-years",
      severity: "warning",
      years: [2023, 2024],
      files: [of2023, of2024],
      expected: 20,
      actual: 18,
      cells: [
        { indicator: "proactiveDisclosure.normativeDocuments.inForce", value: 18, at: { table: 0, row: 3, column: 3 } },
        {},
        {},
      ],
      earlierCells: [{ value: 18 }],
    },
  ]);
  expect(totals).toEqual({ reports: 2, bodies: 1, reportsWithErrors: 0, errors: 0, warnings: 1 });
  const table = await nianbao(["audit", of2024, of2023]);
  expect(table.stdout).toContain("\n澜川县水务局  年度之间\n");
});

test("JSON gives every finding's cells as printed, and what was checked", async () => {
  const { stdout } = await nianbao(["audit", wrong, "--format", "json", "--lang", "en"]);
  const { bodies, rules } = jsonOf(stdout);
  const finding = bodies[0]!.reports[0]!.findings.find(({ rule }) => rule === "requests-balance")!;
  expect(finding).toMatchObject({ severity: "error", expected: 23, actual: 30 });
  expect(finding.cells[0]).toEqual({
    indicator: "requests.received.naturalPerson",
    label: "received this year, natural persons",
    raw: "28",
    value: 28,
    at: { table: 1, row: 3, column: 3 },
  });
  expect(rules.find(({ rule }) => rule === "requests-row-total")).toEqual({
    rule: "requests-row-total",
    checked: 25,
    failed: 1,
    notChecked: 0,
  });
  expect(rules.map(({ rule }) => rule)).toContain("carried-between-years");
});

test("CSV has a row a finding, and no text of a document becomes a formula", async () => {
  const evil = file(
    "evil.html",
    SAMPLE.replace(RECEIVED, RECEIVED.replace("21", "28")).replaceAll("澜川县水务局", "=HYPERLINK(1)县水务局"),
  );
  const { stdout } = await nianbao(["audit", evil, of2023, of2024, "--format", "csv"]);
  const rows = await new Promise<string[][]>((resolve, reject) => {
    const all: string[][] = [];
    parseString<string[], string[]>(stdout)
      .on("data", (row: string[]) => all.push(row))
      .on("error", reject)
      .on("end", () => resolve(all));
  });
  expect(rows[0]).toEqual([
    "机关",
    "年度",
    "文件",
    "级别",
    "规则",
    "说明",
    "实为",
    "应为",
    "单元格",
    "指标",
    "原文",
    "位置",
    "对照年度",
    "对照文件",
  ]);
  expect(rows.slice(1).map((row) => [...row.slice(1, 5), ...row.slice(6, 8), ...row.slice(12)])).toEqual([
    ["2024", evil, "错误", "requests-balance", "30", "23", "", ""],
    ["2024", evil, "错误", "requests-row-total", "27", "34", "", ""],
    ["2024", of2024, "警告", "in-force-between-years", "18", "20", "2023", of2023],
  ]);
  expect(rows[1]!.slice(9, 12)).toEqual([
    "requests.received.naturalPerson | requests.carriedOver.naturalPerson | requests.outcomes.total.naturalPerson | requests.carriedForward.naturalPerson",
    "28 | 2 | 21 | 2",
    "第2个表格第4行第4列 | 第2个表格第5行第4列 | 第2个表格第27行第4列 | 第2个表格第28行第4列",
  ]);
  expect(
    rows
      .slice(1)
      .flat()
      .filter((text) => /^[=+@-]/.test(text)),
  ).toEqual([]);
});

test("no text of a document acts on the terminal", async () => {
  const body = "澜川\u001b[31m县\u202e水务局\u0007";
  const report = {
    ...filledReport({ cells: { "disputes.reconsideration.total": 3 }, file: "a\u001b]0;x\u0007\n.html" }),
    body,
  };
  let text = "";
  for await (const piece of auditTable(auditEvents(each([report]), "zh"), { lang: "zh", width: 120 })) text += piece;
  expect(text).toContain("澜川\ufffd[31m县\ufffd水务局\ufffd  2024 年度  a\ufffd]0;x\ufffd .html\n");
  expect(text.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
});

test.each(["zh", "en"] as const)("the tables fit a terminal of 80 columns (%s)", async (lang) => {
  const report = filledReport({ cells: { "disputes.reconsideration.total": 3 }, file: "a.html" });
  let text = "";
  for await (const piece of auditTable(auditEvents(each([report]), lang), { lang, width: 80 })) text += piece;
  expect(text.split("\n").filter((line) => terminalWidth(line) > 80)).toEqual([]);
  expect(text).toMatch(lang === "zh" ? /第\d+个表格/ : /table \d+ row/);
});

test("of many reports without findings, the first are named", async () => {
  const clean = Array.from({ length: 22 }, (_, index) => filledReport({ body: `第${index}局`, file: `${index}.html` }));
  const pieces: string[] = [];
  for await (const piece of auditTable(auditEvents(each(clean), "en"), { lang: "en", width: 120 })) {
    if (piece !== "") pieces.push(piece);
  }
  expect(pieces[19]).toBe("第19局  2024  19.html  nothing found\n\n");
  expect(pieces.slice(20, -1).join("")).toBe("… (further reports without findings are not listed)\n\n");
  expect(pieces.at(-1)).toContain("reports: 22, bodies: 22; errors: 0, warnings: 0; reports with errors: 0\n");
});

async function* each(reports: readonly Report[]): AsyncGenerator<Report> {
  for (const report of reports) yield report;
}

describe("exit codes", () => {
  test("--fail-on ends in 1 where there are findings of the severity or worse", async () => {
    const codeOf = async (...args: string[]) => (await nianbao(["audit", ...args])).code;
    expect(await codeOf(wrong, "--fail-on", "error")).toBe(1);
    expect(await codeOf(of2023, of2024, "--fail-on", "error")).toBe(0);
    expect(await codeOf(of2023, of2024, "--fail-on", "warning")).toBe(1);
  });

  test("files that can't be read are named, a line each, and the others audited", async () => {
    const { code, stdout, stderr } = await nianbao([
      "audit",
      news,
      of2024,
      join(folder, "none.pdf"),
      "--lang",
      "en",
      "--format",
      "json",
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^.*news\.html: not-a-report: [^\n]+\n.*none\.pdf: no-such-file: no such file\n$/);
    expect(jsonOf(stdout).totals["reports"]).toBe(1);
  });

  test.each(["table", "json"])("as %s, nothing goes to stdout where nothing could be read", async (format) => {
    const { code, stdout, stderr } = await nianbao(["audit", news, "--format", format]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^[^\n]+: not-a-report: [^\n]+\n$/);
  });

  test.each([[[]], [[of2024, "--fail-on", "info"]]])("wrong usage %j ends in 2", async (args) => {
    expect(await nianbao(["audit", ...args])).toMatchObject({ code: 2, stdout: "" });
  });
});

test("a report is audited from standard input", async () => {
  const { code, stdout } = await nianbao(["audit", "-"], SAMPLE);
  expect(code).toBe(0);
  expect(stdout.split("\n")[0]).toBe("澜川县水务局  2024 年度  未发现问题");
});

describe("an archive", () => {
  const archive = join(folder, "archive.duckdb");
  const forward = { "requests.carriedForward.other": 2, "requests.carriedForward.total": 2 };
  const over = { "requests.carriedOver.other": 2, "requests.carriedOver.total": 2 };
  const balanced = { ...forward, "requests.received.other": 2, "requests.received.total": 2 };
  const closed = Object.fromEntries(
    ["outcomes.granted", "outcomes.total"].flatMap((row) =>
      [`requests.${row}.other`, `requests.${row}.total`].map((id) => [id, 2]),
    ),
  );
  const reports = [
    filledReport({ body: "乙县水务局", year: 2023, cells: balanced, file: "b-2023" }),
    filledReport({ body: "甲县水务局", year: 2024, file: "a-2024" }),
    filledReport({ body: "甲县水务局", year: 2023, cells: balanced, file: "a-2023" }),
    filledReport({ body: "乙县水务局", year: 2024, cells: { ...over, ...closed }, file: "b-2024" }),
    filledReport({ body: null, year: 2024, cells: { "disputes.reconsideration.total": 1 }, file: "nobody" }),
  ];

  beforeAll(async () => {
    const store = await openDuckDbStore(archive);
    const outcomes = reports.map((report) => {
      const path = `/in/${report.source.file}.html`;
      return outcomeOf(path, { ...report, source: { ...report.source, sha256: sha256Of(path) } });
    });
    await store.save(outcomes);
    await store.close();
  });

  test("is audited body by body, year by year", async () => {
    const { code, stdout, stderr } = await nianbao(["audit", archive, "--format", "json"]);
    expect([code, stderr]).toEqual([0, ""]);
    const { bodies, totals } = jsonOf(stdout);
    const seen = bodies.map(({ body, reports: own, series }) => [
      body,
      own.map(({ year }) => year),
      series.findings.map(({ rule }) => rule),
    ]);
    expect(seen).toContainEqual(["甲县水务局", [2023, 2024], ["carried-between-years", "carried-between-years"]]);
    expect(seen).toContainEqual(["乙县水务局", [2023, 2024], []]);
    expect(seen).toContainEqual([null, [2024], []]);
    expect(totals).toEqual({ reports: 5, bodies: 3, reportsWithErrors: 1, errors: 3, warnings: 0 });
    const later = bodies.find(({ body }) => body === "甲县水务局")!.series.findings[0]!;
    expect(later).toMatchObject({ expected: 2, actual: 0, files: ["/in/a-2023.html", "/in/a-2024.html"] });
  });

  test("is filtered as export does", async () => {
    const { stdout } = await nianbao(["audit", archive, "--body", "乙县", "--year", "2024", "--format", "json"]);
    expect(jsonOf(stdout).totals).toMatchObject({ reports: 1, bodies: 1, errors: 0 });
    const files = await nianbao([
      "audit",
      of2023,
      of2024,
      wrong,
      "--findings",
      "error",
      "--form",
      "2021",
      "--format",
      "json",
    ]);
    expect(jsonOf(files.stdout).bodies.flatMap((body) => body.reports.map((report) => report.file))).toEqual([wrong]);
  });

  test("that is damaged is told in one line", async () => {
    const damaged = file("damaged.duckdb", "\0\0\0\0\0\0\0\0DUCK and nothing else");
    const { code, stdout, stderr } = await nianbao(["audit", damaged]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^[^\n]+damaged\.duckdb: [a-z-]+: [^\n]+\n$/);
  });
});
