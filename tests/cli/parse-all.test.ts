/** `nianbao parse --all`: every report of a volume. */
import type { Report } from "../../src/index.js";
import { nianbao } from "../support/cli.js";

const VOLUME = [2022, 2023]
  .flatMap((year) => [
    `澜川县水务局${year}年政府信息公开工作年度报告`,
    "一、总体情况",
    "各项工作有序开展。",
    "二、存在的主要问题及改进情况",
    "公开内容还不够丰富。",
  ])
  .join("\n");

test("JSON is an array of the reports; without --all it is the first alone", async () => {
  const all = await nianbao(["parse", "-", "--all"], VOLUME);
  expect([all.code, (JSON.parse(all.stdout) as Report[]).map(({ year }) => year)]).toEqual([0, [2022, 2023]]);
  const first = await nianbao(["parse", "-"], VOLUME);
  expect((JSON.parse(first.stdout) as Report).year).toBe(2022);
});

test("CSV has no column for the report, so that it goes with one report alone", async () => {
  const { code, stdout, stderr } = await nianbao(["parse", "-", "--all", "--format", "csv"], VOLUME);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toBe("错误：“--all”不能与“--format csv”同用；用 --help 查看用法\n");
});
