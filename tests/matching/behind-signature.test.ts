/** What pages print behind a report: it is no prose of the report, and states nothing. */
import { parseReport } from "../../src/index.js";
import { hardReport, PARTS } from "../support/hard-report.js";

const COMMENT = "2024年收到政府信息公开申请999件，行政复议88件，是真的吗？";

test("readers' comments contradict nothing", async () => {
  const report = await parseReport(hardReport({ signature: [...PARTS.signature, "网友评论（1条）", COMMENT] }));
  expect(report.findings).toEqual([]);
  expect(report.statements.filter(({ value }) => value === 999)).toEqual([]);
  expect(report.sections.at(-1)?.text).toBe("没有其他需要报告的事项。");
});

test("the same sentence before the signature contradicts the table", async () => {
  const report = await parseReport(hardReport({ other: [...PARTS.other, COMMENT.replace("，是真的吗？", "。")] }));
  expect(report.findings.map(({ rule }) => rule)).toContain("narrative-table");
});

test("a notice's signature before the report ends nothing", async () => {
  const notice = ["关于公布年度报告的通知", "现将报告公布如下。", ...PARTS.signature];
  const report = await parseReport(hardReport({ title: [...notice, ...PARTS.title], signature: [] }));
  expect(report.sections.map(({ id }) => id)).toEqual([
    "overview",
    "proactiveDisclosure",
    "requests",
    "disputes",
    "problems",
    "other",
  ]);
  expect(report.sections.at(-1)?.text).toBe("没有其他需要报告的事项。");
});
