/** Numbers in brackets, and with their thousands set off by a space, in the cells of a page. */
import { parseReport } from "../../src/index.js";
import { judge } from "../support/judge.js";
import { madeForm, type MadeForm, type PrintedCell } from "../support/made-form.js";

const YEARS = { "2021": 2024, "2019": 2019, "2014": 2016 } as const;

/** The page, each cell as the function prints it. */
function pageOf(made: MadeForm, print: (cell: PrintedCell) => string): string {
  const tables = made.tables.map(({ heading, rows }) => {
    const cells = (row: readonly PrintedCell[]) =>
      row.map((cell) => `<td colspan="${cell.colSpan}" rowspan="${cell.rowSpan}">${print(cell)}</td>`).join("");
    return `<p>${heading}</p><table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table>`;
  });
  return `<html><body><h1>澜川县水务局${YEARS[made.form]}年政府信息公开工作年度报告</h1>${tables.join("")}</body></html>`;
}

const read = (made: MadeForm, print: (cell: PrintedCell) => string) => parseReport(pageOf(made, print));

const spaced = ({ text, indicator }: PrintedCell) => (indicator ? text.replace(/(\d)(\d{3})$/, "$1 $2") : text);
const bracketed = ({ text, indicator }: PrintedCell) => (indicator?.endsWith("total") ? `（${text}）` : text);
test("thousands set off by a space are read", async () => {
  const made = madeForm("2021", 3, { number: (value) => String(value + 1_000) });
  const truth = new Map([...made.truth].map(([id, value]) => [id, value && value + 1_000]));
  const { wrong, silent, explained } = judge({ ...made, truth }, await read(made, spaced));
  expect({ wrong, silent }).toEqual({ wrong: [], silent: [] });
  // The sums of the others fail, because every part of them is greater by a thousand.
  expect(explained.filter((id) => id.startsWith("proactiveDisclosure.") && !id.includes("fees"))).toEqual([]);
});

test("numbers in brackets are read where the sums hold", async () => {
  const made = madeForm("2021", 3);
  const report = await read(made, bracketed);
  const { wrong, silent, explained } = judge(made, report);
  expect({ wrong, silent, explained }).toEqual({ wrong: [], silent: [], explained: [] });
  expect(report.cells["requests.received.total"]?.raw).toMatch(/^（\d+）$/);
});

test("a number in brackets is given up where a sum fails", async () => {
  const made = madeForm("2021", 3);
  const report = await read(made, (cell) =>
    cell.indicator === "requests.received.total" ? "（99）" : bracketed(cell),
  );
  expect(report.form === "2021" && report.requests.received.total).toBeNull();
  expect(report.diagnostics).toContainEqual(
    expect.objectContaining({ code: "cell-doubtful", indicator: "requests.received.total" }),
  );
});

test("an amount of money in brackets may be less than nothing", async () => {
  const made = madeForm("2021", 3);
  const report = await read(made, (cell) => (cell.indicator?.includes("fees") ? "（3.5）" : cell.text));
  expect(report.form === "2021" && report.proactiveDisclosure.fees.amount).toBeNull();
});
