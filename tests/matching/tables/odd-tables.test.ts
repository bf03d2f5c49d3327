/** Tables in orders and shapes other than the form's: each value is right, or null with its reason. */
import { parseReport } from "../../../src/index.js";
import {
  APPLICANTS,
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

test("a head of remarks in a row whose merged cells are printed once tells no column", async () => {
  const padded = (cells: readonly string[], width: number) =>
    [...cells, ...new Array<string>(width).fill("")].slice(0, width);
  const rows = [["申请人情况", "备注"], ...ROWS.map((row, i) => [...row, i === 1 ? "含3件" : ""])];
  const table = [...rows.map((row) => bars(padded(row, 9)))];
  const requests = [REQUEST, table[0]!, `|${" --- |".repeat(9)}`, ...table.slice(1)];
  await read({ requests }, { unknown: APPLICANTS.map((applicant) => `requests.carriedOver.${applicant}`) });
});
