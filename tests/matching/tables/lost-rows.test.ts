/** Rows that were lost or stand among others: what is known of them, and what is said of the rest. */
import { matchTables } from "../../../src/matching/tables/index.js";
import { documentOf } from "../../support/document.js";

const zeros = (n: number) => Array.from({ length: n }, () => "0");
const seven = (label: string, value = "0"): string[] => [label, value, ...zeros(5), value];

test("a row that its label tells to be a heading is not taken for a lost row in its place", () => {
  const statistics = [
    ["指标", "单位", "统计数"],
    ["1.专职人员数（不包括政府公报及政府网站工作人员数）", "人", "62"],
    ["编辑管理及网站维护", "万元", "220"],
    ["九、政府信息公开会议和培训情况", "——", ""],
    ["（一）召开政府信息公开工作会议或专题会议数", "次", "177"],
    ["（二）举办各类培训班数", "次", "3"],
  ];
  const { cells, diagnoses } = matchTables(documentOf([statistics]));
  expect(cells["statistics.training.meetings"]?.value).toBe(177);
  expect(cells["statistics.resources.budget"]).toBeUndefined();
  expect(diagnoses.map(({ indicator }) => indicator)).toContain("statistics.resources.budget");
});

test("a row of five values with a label of another table is not that of a kind of disputes", () => {
  const table = [
    ["行政复议", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"],
    ["行政许可", "182", "13", "145", "", ""],
  ];
  const { cells } = matchTables(documentOf([table]));
  expect(Object.keys(cells).filter((id) => id.startsWith("disputes."))).toEqual([]);
});

test("where the whole group was lost, its subtotal is unknown too", () => {
  const requests = [
    seven("一、本年新收政府信息公开申请数量", "3"),
    seven("二、上年结转政府信息公开申请数量"),
    seven("（一）予以公开", "3"),
    seven("（七）总计", "3"),
    seven("四、结转下年度继续办理"),
  ];
  const { diagnoses } = matchTables(documentOf([requests]));
  const lost = diagnoses.map(({ indicator }) => indicator).filter((id) => id?.includes("otherHandling"));
  expect(lost).toContain("requests.outcomes.otherHandling.subtotal");
});

test("a total that is a table of its own under a repeated header is told by its ordinal", () => {
  const header = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
  const received = [seven("一、本年新收政府信息公开申请数量", "3"), seven("二、上年结转政府信息公开申请数量")];
  const tables = [received, [seven("（一）予以公开", "3")], [seven("（七）总计", "3")]];
  const { cells } = matchTables(documentOf(tables.map((rows) => [header, ...rows])));
  expect(cells["requests.outcomes.total.naturalPerson"]?.value).toBe(3);
});

test("a blank row with the numbers of no other row under it is unknown, not blank", () => {
  const loose = ["", "3", "0", "0", "0", "0", "0", "3"];
  const blank = ["（一）予以公开", ...zeros(7).map(() => "")];
  const rows = [
    seven("一、本年新收政府信息公开申请数量", "3"),
    seven("二、上年结转政府信息公开申请数量"),
    blank,
    loose,
    seven("（七）总计", "3"),
  ];
  const { cells, diagnoses } = matchTables(documentOf([rows]));
  expect(cells["requests.outcomes.granted.total"]).toBeUndefined();
  expect(diagnoses).toContainEqual(
    expect.objectContaining({ code: "ambiguous-row", indicator: "requests.outcomes.granted" }),
  );
});
