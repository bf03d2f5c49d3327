import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseString } from "fast-csv";
import { reportSchema } from "../../src/index.js";
import { nianbao } from "../support/cli.js";

const SAMPLE = "samples/lanchuan-water-2024.html";
const folder = mkdtempSync(join(tmpdir(), "nianbao-"));

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("a report is printed as JSON that satisfies the model, and nothing else", async () => {
  const { code, stdout, stderr } = await nianbao(["parse", SAMPLE]);
  expect(code).toBe(0);
  expect(stderr).toBe("");
  const report = reportSchema.parse(JSON.parse(stdout));
  expect(report.body).toBe("澜川县水务局");
  expect(report.source.file).toBe(SAMPLE);
});

test("a report is read from standard input", async () => {
  const { code, stdout } = await nianbao(["parse", "-"], readFileSync(SAMPLE));
  expect(code).toBe(0);
  const report = JSON.parse(stdout) as { body: string; source: { file: string | null } };
  expect([report.body, report.source.file]).toEqual(["澜川县水务局", null]);
});

test("CSV has a row an indicator, with the printed text beside the value", async () => {
  const { code, stdout } = await nianbao(["parse", SAMPLE, "--format", "csv", "--lang", "en"]);
  expect(code).toBe(0);
  const rows = await new Promise<string[][]>((resolve, reject) => {
    const all: string[][] = [];
    parseString<string[], string[]>(stdout)
      .on("data", (row: string[]) => all.push(row))
      .on("error", reject)
      .on("end", () => resolve(all));
  });
  expect(rows).toHaveLength(1 + 207);
  expect(rows[0]).toEqual(["id", "label", "value", "unit", "raw", "note", "at"]);
  expect(rows.find(([id]) => id === "proactiveDisclosure.normativeDocuments.issued")).toEqual([
    "proactiveDisclosure.normativeDocuments.issued",
    "normative documents / issued this year",
    "3",
    "items",
    "3（其中修订1件）",
    "其中修订1件",
    "table 1 row 4 column 2",
  ]);
});

test("the terminal table shows Chinese headings by default and English ones on demand", async () => {
  const zh = await nianbao(["parse", SAMPLE, "--format", "table"]);
  expect(zh.stdout).toContain("自然人");
  expect(zh.stdout).toMatch(/│ （三）不予公开 4\.保护第三方合法权益 +│ +1 │ +0 │ +0 │ +0 │ +0 │ +0 │ +1 │/);
  expect(zh.stdout).toContain("澜川县水务局2024年政府信息公开工作年度报告");
  const en = await nianbao(["parse", SAMPLE, "--format", "table", "--lang", "en"]);
  expect(en.stdout).toMatch(/│ refused: third-party rights +│ +1 │ +0 │ +0 │ +0 │ +0 │ +0 │ +1 │/);
  expect(en.stdout).not.toContain("not split");
});

describe("what gives no report ends in exit code 1, one line on stderr and nothing on stdout", () => {
  const docx = readFileSync("samples/lanchuan-water-2024.docx");
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const cases: [string, string, RegExp][] = [
    ["an empty file", fileOf("empty.pdf", ""), /^.*empty\.pdf: empty: [^\n]+\n$/],
    ["a truncated docx", fileOf("cut.docx", docx.subarray(0, 3000)), /^.*cut\.docx: damaged: [^\n]+\n$/],
    ["a picture named .pdf", fileOf("picture.pdf", png), /^.*picture\.pdf: unsupported-format: [^\n]*PNG[^\n]*\n$/],
    [
      "a page about something else",
      fileOf("news.html", "<h1>供水通知</h1><p>明日停水。</p>"),
      /: not-a-report: [^\n]+\n$/,
    ],
    ["a missing file", join(folder, "absent.pdf"), /: no-such-file: [^\n]+\n$/],
    ["a folder", folder, /: is-a-directory: [^\n]+\n$/],
  ];
  test.each(cases)("%s", async (_, file, line) => {
    for (const lang of ["zh", "en"]) {
      const { code, stdout, stderr } = await nianbao(["parse", file, "--lang", lang]);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(line);
    }
  });

  test("a right file with a wrong name is read", async () => {
    const { code, stdout } = await nianbao(["parse", fileOf("report.pdf", docx)]);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { source: { format: string } }).source.format).toBe("docx");
  });
});

test.each([
  [["parse"], "错误：缺少参数“file”", "missing required argument 'file'"],
  [["frobnicate"], "错误：没有命令“frobnicate”", "unknown command 'frobnicate'"],
  [["help", "frobnicate"], "错误：没有命令“frobnicate”", "unknown command 'frobnicate'"],
  [
    ["parse", "a", "--limit", "pages=-1"],
    "错误：选项“--limit <name=value>”的取值“pages=-1”不对，应为 pages=N，N 为正整数，最多 15 位",
    "option '--limit <name=value>' argument 'pages=-1' is invalid. pages=N, N a positive whole number of 15 digits at most",
  ],
  [["pase"], "错误：没有命令“pase”，是否指 parse？", "unknown command 'pase' (Did you mean parse?)"],
  [
    ["audit", "a", "--year", "x"],
    "错误：选项“--year <years>”的取值“x”不对，应为 2024 或 2019-2024",
    "option '--year <years>' argument 'x' is invalid. 2024 or 2019-2024",
  ],
  [
    ["parse", "a", "--format", "xml"],
    "错误：选项“--format <format>”的取值“xml”不对，可选：json、csv、table",
    "option '--format <format>' argument 'xml' is invalid. Allowed choices are json, csv, table.",
  ],
  [["parse", "a", "--no-such-option"], "错误：没有选项“--no-such-option”", "unknown option '--no-such-option'"],
])("wrong usage %j ends in exit code 2 and one line that says what is wrong", async (args, zh, en) => {
  const chinese = await nianbao(args);
  const line = `${zh}${zh.endsWith("？") ? "" : "；"}用 --help 查看用法\n`;
  expect(chinese).toEqual({ code: 2, stdout: "", stderr: line });
  expect(await nianbao([...args, "--lang", "en"])).toEqual({ code: 2, stdout: "", stderr: `error: ${en}\n` });
});

test("every command has help with an example, in both languages", async () => {
  const { stdout } = await nianbao(["--help", "--lang", "en"]);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map((match) => match[1]!);
  expect(commands).toEqual(expect.arrayContaining(["parse", "schema"]));
  for (const command of commands) {
    expect((await nianbao([command, "--help", "--lang", "en"])).stdout).toMatch(/Examples?:\n +nianbao /);
    expect((await nianbao([command, "--help"])).stdout).toMatch(/示例[:：]\n +nianbao /);
  }
});
