/** Tables in orders and shapes other than the form's: each value is right, or null with its reason. */
import { parseReport } from "../../../src/index.js";
import {
  DISPUTES,
  differences,
  hardReport,
  NO_DIFFERENCE,
  PARTS,
  REQUESTS,
  requestRows,
  requestsHead,
  type Known,
  type PartName,
} from "../../support/hard-report.js";

type Rows = readonly (readonly string[])[];
const bars = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const [PROACTIVE, REQUEST] = [PARTS.proactive[0], PARTS.requests[0]];

async function read(parts: Partial<Record<PartName, readonly string[]>>, known: Known = {}) {
  expect(differences(await parseReport(hardReport(parts)), known)).toEqual(NO_DIFFERENCE);
}

/** The table of requests in a page; the others as text prints them. */
async function readPage(tables: readonly Rows[], known: Known = {}) {
  const html = (rows: Rows) =>
    `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("")}</table>`;
  const part = (lines: readonly string[]) => {
    const rows = lines.filter((line) => line.startsWith("|")).map((line) => line.slice(2, -2).split(" | "));
    const text = lines.filter((line) => !line.startsWith("|")).map((line) => `<p>${line}</p>`);
    return [...text, ...(rows.length > 0 ? [html(rows)] : [])].join("\n");
  };
  const page = Object.entries(PARTS).map(([name, lines]) =>
    name === "requests" ? [`<p>${REQUEST}</p>`, ...tables.map(html)].join("<p>—3—</p>") : part(lines),
  );
  expect(differences(await parseReport(page.join("\n")), known)).toEqual(NO_DIFFERENCE);
}

const HEAD = ["项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
const ROWS: Rows = REQUESTS.map(([, label, values]) => [label, ...values.split(" ")]);
const totalFirst = ([label, ...cells]: readonly string[]) => [label!, cells.at(-1)!, ...cells.slice(0, -1)];

test("rows in another order are told by their words", async () => {
  const refused = ROWS.slice(4, 12).toReversed();
  await readPage([[HEAD, ...ROWS.slice(0, 4), ...refused, ...ROWS.slice(12)]]);
});

test("columns in another order hold over the page on which their header stands", async () => {
  const rows = [HEAD, ...ROWS].map(totalFirst);
  await readPage([rows.slice(0, 12), rows.slice(12)]);
});

test("columns in another order are unknown where no offset tells them", async () => {
  const head = ["总计", "自然人", "法人或其他组织", ...HEAD.slice(2, 7)];
  const lines = [REQUEST, ...head, ...ROWS.map(totalFirst).flat()];
  await read({ requests: lines }, { unknown: ["requests"] });
});

test("without a column for the total the cells before the values are no column", async () => {
  const rows = requestRows().map((row) => {
    const labels = row.slice(0, -7);
    return [...labels, ...(labels.length === 1 ? [""] : []), ...row.slice(-7, -1)];
  });
  await readPage([rows], { unknown: ["requests"] });
});

test("without a column for the total the others are read by their heads, and the totals are unknown", async () => {
  const unknown = REQUESTS.map(([id]) => `requests.${id}.total`).filter((id) => id !== "requests.outcomes.total");
  const known = { unknown: [...unknown, "requests.outcomes.total.total"] };
  const rows = [HEAD, ...ROWS].map((row) => row.slice(0, -1));
  await readPage([rows], known);
  await readPage([rows.map(([label, ...values]) => [label!, "", ...values])], known);
});

test("a label that is not merged with the cells behind it leaves them empty, on a page without the header, too", async () => {
  const rows = ROWS.map(([label, ...values], i) => [...(i < 2 || i > 22 ? [label!, ""] : ["", label!]), ...values]);
  await readPage([rows.slice(0, 20), rows.slice(20)]);
});

test("each row may be a table of its own", async () => {
  await read({ requests: [REQUEST, ...requestsHead, ...requestRows().map(bars)].flatMap((line) => [line, ""]) });
});

test("a digit behind a label may be the first of the number behind the space", async () => {
  const proactive = PARTS.proactive.map((line) => (line.startsWith("| 行政许可") ? "行政许可,2 126" : line));
  await read({ proactive }, { unknown: ["proactiveDisclosure.licensing"] });
});

test("cells on lines of their own that print 无 or a dash are no label written downwards", async () => {
  for (const sign of ["无", "零", "—", "○"]) {
    const lines = PARTS.proactive.slice(1).flatMap((line) => line.slice(2, -2).split(" | "));
    const proactive = [PROACTIVE, ...lines.map((line) => (line === "0" ? sign : line))];
    await read({ proactive }, /[无—]/.test(sign) ? { blank: ["proactiveDisclosure.rules"] } : {});
  }
});

test("words behind the values of a row are a remark, though its head, in a row whose merged cells are printed once, tells no column", async () => {
  const padded = (cells: readonly string[], width: number) =>
    [...cells, ...new Array<string>(width).fill("")].slice(0, width);
  const rows = [["申请人情况", "备注"], ...ROWS.map((row, i) => [...row, i === 1 ? "含3件" : ""])];
  const table = [...rows.map((row) => bars(padded(row, 9)))];
  const requests = [REQUEST, table[0]!, `|${" --- |".repeat(9)}`, ...table.slice(1)];
  await read({ requests });
});

const SECRET = "requests.outcomes.refused.stateSecret";
const isSecret = ([label]: readonly string[]) => label === "1.属于国家秘密";

test("a number behind the empty cells of one row is no value of its last column", async () => {
  const rows = ROWS.map((row) => (isSecret(row) ? [row[0]!, ...new Array<string>(7).fill(""), "9"] : row));
  await read({ requests: [REQUEST, bars(HEAD), ...rows.map(bars)] }, { unknown: [SECRET] });
});

test("the values of a row that has lost its label are not those of an empty row before it", async () => {
  const lines = ROWS.flatMap((row, i) =>
    isSecret(row) ? [row[0]!, ...new Array<string>(7).fill("")] : isSecret(ROWS[i - 1] ?? []) ? row.slice(1) : row,
  );
  const unknown = [SECRET, "requests.outcomes.refused.prohibitedByLaw"];
  await read({ requests: [REQUEST, ...HEAD, ...lines] }, { unknown });
});

const cells = (line: string) => line.slice(2, -2).split(" | ");
const TOLD = ["proactiveDisclosure.normativeDocuments.issued", "proactiveDisclosure.normativeDocuments.inForce"];

test("a number that is no exact one fills its cell, and hides neither its row nor the numbers behind it", async () => {
  const proactive = PARTS.proactive.map((line) =>
    line.startsWith("| 行政规范性文件") ? bars(["行政规范性文件", "约3", "1", "18余件"]) : line,
  );
  await read({ proactive }, { unknown: TOLD });
  await read({ proactive: [PROACTIVE, ...proactive.slice(1).flatMap(cells)] }, { unknown: TOLD });
});

test("an example does not stand for a row that can't be read", async () => {
  const rules = bars(["规章", "约2件", "0", "0"]);
  const proactive = PARTS.proactive.map((line) => (line.startsWith("| 规章") ? rules : line));
  const example = ["附：填报示例", ...PARTS.proactive.slice(1, 3), bars(["规章", "9", "9", "9"])];
  await read({ proactive, signature: [...PARTS.signature, ...example] }, { unknown: ["proactiveDisclosure.rules"] });
});

test("of the tables of two years, each under its year, this year's is read", async () => {
  const last = [bars(["行政规范性文件", "7", "7", "7"])].concat(PARTS.proactive.slice(5));
  const other = [...PARTS.proactive.slice(1, 4), ...last];
  const own = PARTS.proactive.slice(1);
  await read({ proactive: [PROACTIVE, "2023年情况：", ...other, "2024年情况：", ...own] });
  await read({ proactive: [PROACTIVE, "2024年", ...own, "2023年", ...other] });
  await read({ proactive: [PROACTIVE, "2023年情况：", ...other] }, { unknown: ["proactiveDisclosure"] });
});

test("numbers whose rows do not add up stand in other columns, where no header tells them", async () => {
  const rows = ROWS.map(totalFirst).map(bars);
  await read({ requests: [REQUEST, ...rows] }, { unknown: ["requests"] });
});

test("a row of disputes that lost a cell is not told by another table's", async () => {
  const other = bars(new Array<string>(15).fill("4"));
  const torn = PARTS.disputes.map((line, i) => (i === PARTS.disputes.length - 1 ? bars(cells(line).slice(1)) : line));
  await read({ disputes: [...torn, ...PARTS.disputes.slice(1, -1), other] }, { unknown: ["disputes"] });
});

test("the empty cells behind a group's heading are no values of the row after it", async () => {
  const lines = requestRows().flatMap((row) =>
    row[0] === "（五）不予处理" ? [row[0], "", "", "", "", "", "", "", row[1]!, "廿九", ...row.slice(3)] : row,
  );
  const report = await parseReport(hardReport({ requests: [REQUEST, ...HEAD.slice(1), ...lines] }));
  expect(report.diagnostics).toContainEqual(
    expect.objectContaining({ indicator: "requests.outcomes.notProcessed.petition" }),
  );
});

test("numbers of a line that stand among the words of its label leave the others without a column", async () => {
  const rows = requestRows().map((row) => row.join(" "));
  const line = "1.属于国家秘密 （24） 0 （11） 3 3 3 3 3 3 9";
  const requests = [REQUEST, ...HEAD.slice(1), ...rows.map((row) => (row.includes("国家秘密") ? line : row))];
  await read({ requests }, { unknown: ["requests.outcomes.refused.stateSecret"] });
});

test("a document that ends with another table's row does not end with the disputes'", async () => {
  const disputes = PARTS.disputes.slice(0, -1);
  await read(
    { disputes, signature: [...PARTS.signature, "附：填报示例", bars(["规章", "0", "0", "0"])] },
    { unknown: ["disputes"] },
  );
});

test("empty cells between the values of the disputes are no padding around fewer of them", async () => {
  const spread = Array.from({ length: 15 }, (_, i) => [i === 3 || i === 10 ? "14" : "", ""]).flat();
  const disputes = [...PARTS.disputes.slice(0, -1), bars(spread)];
  await read({ disputes }, { unknown: ["disputes"] });
});

test("a space behind the number of a label takes nothing from its row", async () => {
  const rows = requestRows().map((row) => row.join(" ").replace(/(\d)\.(?=\D)/, "$1. "));
  await read({ requests: [REQUEST, ...HEAD.slice(1), ...rows] });
});

test("disputes may stand one a line, each behind its result and under its kind", async () => {
  const [heading] = PARTS.disputes;
  const results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
  const values = DISPUTES.split(" ");
  const kinds = ["行政复议", "行政诉讼未经复议直接起诉", "行政诉讼复议后起诉"];
  const lines = kinds.flatMap((kind, k) => [kind, ...results.map((result, i) => `${result}：${values[k * 5 + i]}`)]);
  await read({ disputes: [heading, ...lines] });
  const known = { unknown: ["disputes.litigation.afterReconsideration"] };
  await read({ disputes: [heading, ...lines.slice(0, -1)] }, known);
});
