/** Titles of the reports of other years and bodies, as pages list them before the report. */
import { parseReport } from "../../src/index.js";

const report = (body: string, year: number, signature = [body, `${year + 1}年1月20日`]) => [
  `${body}${year}年政府信息公开工作年度报告`,
  "一、总体情况",
  "本局逐月核对公开目录，过期的内容及时撤下，缺的内容当月补齐，由办公室统一复核。",
  "二、存在的主要问题及改进情况",
  "公开内容还不够丰富，将加以改进。",
  ...signature,
];
const read = (lines: readonly string[]) => parseReport(lines.join("\n"));
const listed = (body: string, years: readonly number[]) =>
  years.map((year) => `${body}${year}年政府信息公开工作年度报告`);

test("of a list of the years before the report's own title is taken, which its signature confirms", async () => {
  const lines = [...listed("澜川县水务局", [2020, 2021, 2022]), ...report("澜川县水务局", 2023)];
  expect(await read(lines)).toMatchObject({ year: 2023, body: "澜川县水务局", diagnostics: [] });
});

test("of a list of other bodies, too", async () => {
  const others = ["北川市财政局", "东川市教育局"].flatMap((body) => listed(body, [2023]));
  expect(await read([...others, ...report("澜川县水务局", 2023)])).toMatchObject({ year: 2023, body: "澜川县水务局" });
});

test("dates between the entries of a list don't hide it", async () => {
  const lines = [2020, 2021, 2022].flatMap((year) => [...listed("澜川县水务局", [year]), `${year + 1}-01-20`]);
  expect(await read([...lines, ...report("澜川县水务局", 2023)])).toMatchObject({ year: 2023 });
});

test("without a signature the last title of the list is taken, and told to be uncertain", async () => {
  const lines = [...listed("澜川县水务局", [2020, 2021, 2022]), ...report("澜川县水务局", 2023, [])];
  const { year, diagnostics } = await read(lines);
  expect(year).toBe(2023);
  expect(diagnostics.map(({ code }) => code)).toEqual(["title-uncertain"]);
});
