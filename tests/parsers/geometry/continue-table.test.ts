import { canContinue, continueTable, type PartCell, type TablePart } from "../../../parsers/geometry/continue-table.js";

/** Rows of texts; a text that ends in "→" fills its last line. */
function part(xs: readonly number[], rows: readonly (readonly string[])[], page = 1): TablePart {
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column): PartCell => ({
      ...{ row, column, rowSpan: 1, colSpan: 1 },
      text: text.replace("→", ""),
      full: text.endsWith("→"),
      at: { page, box: [0, 0, 0, 0] },
    })),
  );
  return { cells, xs, rows: rows.length };
}
const texts = ({ cells, rows }: TablePart) =>
  Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row).map(({ text }) => text));

const XS = [70, 200, 300, 400];

test("rows behind a page break follow those before it", () => {
  const joined = continueTable(part(XS, [["甲", "1", "2"]]), part(XS, [["乙", "3", "4"]], 2));
  expect(texts(joined)).toEqual([
    ["甲", "1", "2"],
    ["乙", "3", "4"],
  ]);
});

test("a repeated header is dropped", () => {
  const header = ["项目", "件数", "备注"];
  const joined = continueTable(part(XS, [header, ["甲", "1", "2"]]), part(XS, [header, ["乙", "3", "4"]], 2));
  expect(texts(joined)).toEqual([header, ["甲", "1", "2"], ["乙", "3", "4"]]);
});

test("a row that the break cut is one row, with its cells marked", () => {
  const joined = continueTable(
    part(XS, [["3.补正后申请内容→", "1", "2"]]),
    part(
      XS,
      [
        ["仍不明确", "", ""],
        ["乙", "3", "4"],
      ],
      2,
    ),
  );
  expect(texts(joined)).toEqual([
    ["3.补正后申请内容\n仍不明确", "1", "2"],
    ["乙", "3", "4"],
  ]);
  expect(joined.cells.map(({ doubt }) => doubt ?? "-")).toEqual(["rejoined", "-", "-", "-", "-", "-"]);
});

test("values that stand behind the break are taken from there", () => {
  const joined = continueTable(part(XS, [["3.补正后申请内容→", "", ""]]), part(XS, [["仍不明确", "1", "2"]], 2));
  expect(texts(joined)).toEqual([["3.补正后申请内容\n仍不明确", "1", "2"]]);
});

test("a row with blanks behind the break is a row of its own where its label has an ordinal", () => {
  const joined = continueTable(part(XS, [["（一）予以公开→", "1", "2"]]), part(XS, [["（二）部分公开", "", ""]], 2));
  expect(texts(joined)).toHaveLength(2);
});

test("a row with blanks behind the break is a row of its own where the label before left room", () => {
  const joined = continueTable(part(XS, [["行政处罚", "5", "5"]]), part(XS, [["行政强制", "", ""]], 2));
  expect(texts(joined)).toEqual([
    ["行政处罚", "5", "5"],
    ["行政强制", "", ""],
  ]);
});

test("rows with values on both sides of the break are two", () => {
  const joined = continueTable(part(XS, [["补正后申请内容→", "1", ""]]), part(XS, [["仍不明确", "2", ""]], 2));
  expect(texts(joined)).toHaveLength(2);
});

test("a part with fewer borders gets the columns of the other", () => {
  const joined = continueTable(part([70, 300, 400], [["一、新收", "5"]]), part(XS, [["（一）", "公开", "3"]], 2));
  expect(joined.cells.map(({ row, column, colSpan }) => [row, column, colSpan])).toEqual([
    [0, 0, 2],
    [0, 2, 1],
    [1, 0, 1],
    [1, 1, 1],
    [1, 2, 1],
  ]);
});

test("parts go on with each other by the width and borders of their columns, wherever they stand", () => {
  const first = part(XS, [["甲", "1", "2"]]);
  expect(canContinue(first, part([370, 500, 600, 700], [["乙", "3", "4"]]))).toBe(true);
  expect(canContinue(first, part([70, 400], [["标题"]]))).toBe(true);
  expect(canContinue(first, part([70, 250, 300, 400], [["乙", "3", "4"]]))).toBe(false);
  expect(canContinue(first, part([70, 200, 300, 420], [["乙", "3", "4"]]))).toBe(false);
});
