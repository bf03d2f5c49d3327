/**
 * The national forms, filled in with numbers that add up and flattened in the ways that archives and converters do it.
 * Where the rows and columns can be known, every value must be read; where they can't, each must be null with its reason.
 */
import { parseReport } from "../../../src/index.js";
import {
  barBeforeRow,
  barLines,
  barThenCell,
  cellAndBar,
  cellAndBarPadded,
  cellLines,
  cellLinesWithGaps,
  cellLinesWithTwoGaps,
  collapsed,
  deduplicated,
  documentOf,
  ENDS,
  fullWidthBars,
  leadingPipes,
  markdown,
  noLastPipe,
  onlyBetween,
  padded,
  paddedCells,
  running,
  runningRows,
  spacedRows,
  tabs,
  trailingPipes,
  type Merged,
  type TableWriter,
} from "../../support/flatten.js";
import { isExplained, judge, valueOf } from "../../support/judge.js";
import { madeForm, type Printing } from "../../support/made-form.js";
import type { FormId } from "../../../src/forms/form.js";

const FORMS: readonly FormId[] = ["2021", "2019", "2014"];
const SEEDS = [1, 2];

const byBars = { trailingPipes, leadingPipes, noLastPipe, onlyBetween, padded, paddedCells, markdown, fullWidthBars };
const byCells = { barLines, cellAndBar, cellAndBarPadded, barBeforeRow, barThenCell };
const byLines = { cellLines, cellLinesWithGaps, cellLinesWithTwoGaps };
const whole: Readonly<Record<string, TableWriter>> = { ...byBars, ...byCells, ...byLines, tabs };

async function judged(
  form: FormId,
  seed: number,
  write: TableWriter,
  printing: Printing = {},
  merged: Merged = "once",
) {
  const made = madeForm(form, seed, printing);
  return judge(made, await parseReport(documentOf(made, write, { merged })));
}

const nothingButRight = { explained: [], wrong: [], silent: [] };

describe.each(FORMS)("the form of %s with every cell filled", (form) => {
  test.each(Object.entries(whole))("is read whole from %s", async (_, write) => {
    for (const seed of SEEDS) expect(await judged(form, seed, write)).toMatchObject(nothingButRight);
  });

  test.each(["repeated", "empty"] as const)("is read whole from rows whose merged cells are %s", async (merged) => {
    for (const write of [trailingPipes, leadingPipes, markdown, tabs, onlyBetween, barLines, cellAndBar]) {
      expect(await judged(form, 3, write, {}, merged)).toMatchObject(nothingButRight);
    }
  });
});

describe.each(FORMS)("the form of %s with blanks for zeros", (form) => {
  test.each(Object.entries({ ...byBars, barLines, cellAndBar, ...byLines, tabs }))(
    "keeps a blank apart from a missing cell in %s",
    async (name, write) => {
      for (const seed of SEEDS) {
        const { wrong, silent, explained } = await judged(form, seed, write, { zero: "" });
        expect({ wrong, silent }).toEqual({ wrong: [], silent: [] });
        // Bars that only divide leave a blank at a row's end without any.
        if (name !== "onlyBetween" && name !== "noLastPipe" && name !== "padded") expect(explained).toEqual([]);
      }
    },
  );
});

describe("text in which rows or columns can't be known", () => {
  const lost: Readonly<Record<string, TableWriter>> = { running, runningRows };
  test.each(Object.entries(lost))("gives no value and a reason for each: %s", async (_, write) => {
    for (const form of FORMS) {
      const { right, wrong, silent } = await judged(form, 1, write);
      expect({ wrong, silent }).toEqual({ wrong: [], silent: [] });
      const optional = form === "2021" ? 7 : 0;
      expect(right).toHaveLength(optional);
    }
  });

  test.each(FORMS)("repeated lines that an extractor removed from the form of %s are no zeros", async (form) => {
    for (const seed of SEEDS) {
      for (const zero of ["0", "", "/"]) {
        const { wrong, silent } = await judged(form, seed, deduplicated, { zero });
        expect({ wrong, silent }).toEqual({ wrong: [], silent: [] });
      }
    }
  });

  test.each(["2021", "2019"] as const)(
    "empty cells moved to the row's end are noticed in the form of %s",
    async (form) => {
      for (const seed of SEEDS) {
        for (const write of [trailingPipes, padded, tabs, cellAndBar]) {
          const made = madeForm(form, seed, { zero: "" });
          const report = await parseReport(documentOf(made, collapsed(write)));
          const { wrong, silent, explained } = judge(made, report);
          expect({ wrong, silent }).toEqual({ wrong: [], silent: [] });
          expect(explained.length).toBeGreaterThan(0);
          expect(report.diagnostics.map(({ code }) => code)).toContain("collapsed-cells");
        }
      }
    },
  );
});

/** A number before every row, each cell on its own line: behind a row's last value stands the number of the next. */
const numberedCellLines: TableWriter = (rows) => rows.flatMap((row, i) => [String(i + 1), ...row]);

test.each([["0"], [""]])(
  "serial numbers among the lines of cells are no values, zeros printed as “%s”",
  async (zero) => {
    for (const seed of SEEDS) {
      expect(await judged("2014", seed, numberedCellLines, { zero })).toMatchObject({ wrong: [], silent: [] });
      const { right, wrong, silent } = await judged("2021", seed, numberedCellLines, { zero });
      expect({ wrong, silent }).toEqual({ wrong: [], silent: [] });
      expect(right.filter((id) => id.startsWith("requests.")).length).toBeGreaterThan(100);
    }
  },
);

/** A column of remarks whose head lines can't tell: words behind the values of a row, and as many cells in all rows. */
const withRemarks: TableWriter = (rows) =>
  tabs(
    rows.map((row, i) => [...row, i % 3 === 0 ? "含上年结转" : ""]),
    { heading: "", rows: [] },
  );

test("words behind the values move none of them, where blanks stand for zeros", async () => {
  for (const seed of SEEDS) {
    const { right, wrong, silent } = await judged("2021", seed, withRemarks, { zero: "" });
    expect({ wrong, silent }).toEqual({ wrong: [], silent: [] });
    expect(right.filter((id) => id.startsWith("requests.")).length).toBeGreaterThan(100);
  }
});

test("a form of an earlier notice is told by its labels where single spaces part the cells, whatever the year", async () => {
  for (const seed of SEEDS) {
    const made = madeForm("2019", seed);
    const report = await parseReport(documentOf(made, spacedRows).replaceAll("2019年", "2021年"));
    expect(report).toMatchObject({ form: "2019", year: 2021 });
    expect(report.diagnostics.map(({ code }) => code)).not.toContain("form-assumed");
    expect(judge(made, report)).toMatchObject({ wrong: [], silent: [] });
    expect(valueOf(report, "proactiveDisclosure.rules.made")).toBe(made.truth.get("proactiveDisclosure.rules.made"));
  }
});

test.each(Object.entries(ENDS))("lines may end in %s, and a byte order mark may stand first", async (_, end) => {
  for (const write of [trailingPipes, cellLines]) {
    const made = madeForm("2021", 4);
    const report = await parseReport("\ufeff" + documentOf(made, write, { end }));
    expect(judge(made, report)).toMatchObject(nothingButRight);
    expect(report).toMatchObject({ year: 2024, body: "澜川县水务局", publishedOn: "2025-01-16" });
  }
});

test("numbers in full-width digits, with separators and units are read in every flattening", async () => {
  const wide = (digits: string) => digits.replace(/[\d.-]/g, (c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0));
  const printings: Printing[] = [
    { number: (value) => wide(String(value)), zero: "０" },
    { number: (value) => value.toLocaleString("en-US", { maximumFractionDigits: 2 }), zero: "0" },
    { number: (value, id) => (/amount|fees/.test(id) ? String(value) : `${value}件`), zero: "0" },
    { number: (value, id) => (/disputes/.test(id) ? String(value) : `${value}（其中上年1件）`), zero: "0" },
  ];
  for (const printing of printings) {
    for (const write of [trailingPipes, markdown, tabs, cellLines, cellAndBar]) {
      expect(await judged("2021", 5, write, printing)).toMatchObject(nothingButRight);
    }
  }
});

/** The label on a line of its own, and its numbers on lines of at most four with one space between them. */
const brokenLines =
  (perLine: number): TableWriter =>
  (_, { rows }) =>
    rows.flatMap((row) => {
      const values = row.filter(({ indicator }) => indicator !== undefined).map(({ text }) => text);
      const labels = row.filter(({ indicator }) => indicator === undefined).map(({ text }) => text);
      const lines = values.map((_, i) => values.slice(i, i + perLine).join(" ")).filter((_, i) => i % perLine === 0);
      return [...labels, ...lines.filter((line) => line !== "")];
    });

test.each(["2021", "2019"] as const)(
  "a row of %s whose numbers a page layout broke into lines of several is read whole",
  async (form) => {
    for (const perLine of [2, 4, 7]) expect(await judged(form, 2, brokenLines(perLine))).toMatchObject(nothingButRight);
  },
);

test("where a space may divide two numbers or stand inside one, no sum that fails lets a number pass", async () => {
  // One number of each row lost, and a thousand grouped with a space: seven words, of which none stands in its column.
  const requests = (words: string) => [
    "一、本年新收政府信息公开申请数量",
    words,
    "二、上年结转政府信息公开申请数量",
    words,
  ];
  const made = madeForm("2021", 2);
  const lines = documentOf(made, brokenLines(7)).split("\n");
  const at = lines.findIndex((line) => line.startsWith("一、本年新收"));
  const text = [...lines.slice(0, at), ...requests("1 268 3 0 1 0 1272"), ...lines.slice(at + 4)].join("\n");
  const report = await parseReport(text);
  for (const row of ["received", "carriedOver"]) {
    expect(valueOf(report, `requests.${row}.naturalPerson`)).toBeNull();
    expect(isExplained(report, `requests.${row}.naturalPerson`)).toBe(true);
  }
});

test("a row of （六）其他处理 without its own label is no subtotal beside the two others", async () => {
  for (const seed of SEEDS) {
    const made = madeForm("2021", seed);
    const text = documentOf(made, tabs).replace(/(?<=（六）其他处理\t)1\.申请人无正当理由逾期不补正[^\t]*/, "");
    expect(text).toMatch("（六）其他处理\t\t");
    const report = await parseReport(text);
    expect(valueOf(report, "requests.outcomes.otherHandling.subtotal.total")).toBeNull();
    expect(isExplained(report, "requests.outcomes.otherHandling.subtotal.total")).toBe(true);
    expect(judge(made, report)).toMatchObject({ wrong: [], silent: [] });
  }
});

test("（六）其他处理 as one row is read as its subtotal, and its three rows are explained", async () => {
  for (const write of [trailingPipes, cellLines, markdown]) {
    const { wrong, silent, explained } = await judged("2021", 6, write, { unsplit: true });
    expect({ wrong, silent, explained }).toEqual({ wrong: [], silent: [], explained: [] });
  }
});
