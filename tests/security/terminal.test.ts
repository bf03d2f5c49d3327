/** No control sequence of a document or of a file's name reaches the terminal. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nianbaoHere } from "../support/in-process.js";

const EVIL = "\u001b[31m\u009b2J\u202e";
const RAW = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const folder = mkdtempSync(join(tmpdir(), "nianbao-"));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const report = [
  `澜川县${EVIL}水务局2024年政府信息公开工作年度报告`,
  "一、总体情况",
  `我局收到政府信息公开申请3件，${EVIL}办结5件。`,
  "二、存在的主要问题及改进情况",
  `公开内容还不够丰富${EVIL}，将加以改进。`,
].join("\n\n");

test("the words of the test would be seen if they were printed as they are", () => {
  expect(EVIL).toMatch(RAW);
});

test.each([
  ["the table of a report", ["parse", file("报告.txt", report), "--format", "table"], 0],
  ["the table of an audit", ["audit", file(`审计${EVIL}.txt`, report)], 0],
  ["an error", ["parse", file(`${EVIL}.txt`, `${EVIL}通知`)], 1],
  ["the error of a picture of a page", ["debug", file(`图${EVIL}.txt`, report)], 1],
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
