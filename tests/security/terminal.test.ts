/** No control sequence of a document or of a file's name reaches the terminal. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jest } from "@jest/globals";
import { fail } from "../../src/cli/failure.js";
import { openDuckDbStore } from "../../src/store/duckdb-store.js";
import { faulty } from "../export/filled-store.js";
import { madeReport } from "../store/made-report.js";
import { failureAt, outcomeOf } from "../store/outcomes.js";
import { nianbao } from "../support/cli.js";
import { nianbaoHere } from "../support/in-process.js";

/** Colours, a title of the window, the same by one character, and every mark that turns the direction of writing. */
const EVIL = [
  "\u001b[31m\u001b]0;t\u0007\b\u007f\u009b2J\u009d0;t\u009c",
  "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
].join("");
const RAW = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
const archive = join(folder, `archive${EVIL}.duckdb`);

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const report = [
  `澜川县\u001b[31m\u009b2J\u202e水务局2024年政府信息公开工作年度报告`,
  "一、总体情况",
  `我局收到政府信息公开申请3件，${EVIL}办结5件。`,
  "二、存在的主要问题及改进情况",
  `公开内容还不够丰富${EVIL}，将加以改进。`,
].join("\n\n");

/** All that an archive holds of documents and names of files, with control sequences in it. */
beforeAll(async () => {
  const made = madeReport({ ...faulty, body: `澜川县${EVIL}水务局` });
  const store = await openDuckDbStore(archive);
  const path = `/报告${EVIL}.html`;
  await store.save([outcomeOf(path, { ...made, title: EVIL, source: { ...made.source, file: path } })]);
  await store.save([outcomeOf(`/2${EVIL}.html`, madeReport({ ...faulty, body: `澜川县${EVIL}水务局`, salt: "2" }))]);
  await store.save([failureAt(`/${EVIL}.pdf`, "failed", EVIL, "aa")]);
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the words of the test would be seen if they were printed as they are", () => {
  expect(EVIL).toMatch(RAW);
});

test.each([
  ["the table of a report", ["parse", file("报告.txt", report), "--format", "table"], 0],
  ["the table of an audit", ["audit", file(`审计${EVIL}.txt`, report)], 0],
  ["an error", ["parse", file(`${EVIL}.txt`, `${EVIL}通知`)], 1],
  ["the error of a picture of a page", ["debug", file(`图${EVIL}.txt`, report)], 1],
  ["the audit of what is no report", ["audit", file(`通知${EVIL}.txt`, `${EVIL}通知`)], 1],
  ["the table of an archive's audit", ["audit", archive], 0],
  ["the table of a query", ["query", archive, "SELECT body, title, path, message FROM reports, files"], 0],
  [
    "headings of a query's table that are values",
    ["query", archive, "PIVOT (SELECT body, year FROM reports) ON body USING count(*)"],
    0,
  ],
  ["a wrong query", ["query", archive, `SELECT "${EVIL}" FROM reports`], 1],
  ["a choice between reports of an archive", ["form", archive], 1],
  ["the form of a missing file", ["form", join(folder, `${EVIL}.pdf`)], 1],
  ["an export", ["export", archive, "--to", join(folder, `out${EVIL}.csv`)], 0],
  ["an export of an unknown kind", ["export", archive, "--to", join(folder, `out.${EVIL}`)], 2],
  ["wrong usage", ["parse", "a", `--${EVIL}`], 2],
  ["a wrong choice", ["parse", "a", "--format", EVIL], 2],
  ["a wrong limit", ["parse", "a", "--limit", EVIL], 2],
])("%s", async (_, args, exit) => {
  const { code, stdout, stderr } = await nianbaoHere(...args);
  expect(code).toBe(exit);
  expect(stdout + stderr).not.toBe("");
  expect(stdout).not.toMatch(RAW);
  expect(stderr).not.toMatch(RAW);
});

test("the stack of a bug, which names what a document holds", () => {
  const printed: string[] = [];
  const spy = jest.spyOn(process.stderr, "write").mockImplementation((text) => printed.push(String(text)) > 0);
  process.env["NIANBAO_DEBUG"] = "1";
  try {
    fail(`报告${EVIL}.pdf`, new TypeError(`cannot read ${EVIL}\n${EVIL}of the page`), "zh");
  } finally {
    delete process.env["NIANBAO_DEBUG"];
    process.exitCode = 0;
    spy.mockRestore();
  }
  const [first, ...stack] = printed.join("").split("\n");
  expect(first).toContain("internal-error");
  expect(stack.join("\n")).toMatch(/TypeError: cannot read \ufffd[^]*\n +at .*terminal\.test/);
  expect(printed.join("")).not.toMatch(RAW);
});

test("the summary of an import", async () => {
  const source = join(folder, `in${EVIL}`);
  mkdirSync(source);
  writeFileSync(join(source, `报告${EVIL}.txt`), report);
  writeFileSync(join(source, `坏${EVIL}.docx`), "PK\u0003\u0004 cut off");
  const into = join(folder, `into${EVIL}.duckdb`);
  const { code, stdout, stderr } = await nianbao(["import", source, "--into", into, "--workers", "1"]);
  expect(code).toBe(1);
  expect(stdout).toContain("需要查看的文件：");
  expect(stdout).toContain("\ufffd[31m");
  expect(stderr).toBe("");
  expect(stdout).not.toMatch(RAW);
}, 60_000);
