/** Pages without rulings in; values that may belong to another row or column stay null, with a reason for exactly those. */
import { documentBlocks } from "../../../parsers/geometry/document-blocks.js";
import { matchTables } from "../../../src/matching/tables/index.js";
import { pageOf, words } from "../../support/glyphs.js";
import type { SourceDocument } from "../../../parsers/document.js";

type Placed = readonly [x: number, y: number, text: string];

function read(...placed: readonly Placed[]) {
  const glyphs = placed.flatMap(([x, y, text]) => words(x, y, text));
  const document: SourceDocument = {
    format: "pdf",
    blocks: documentBlocks([pageOf(glyphs)]),
    title: null,
    metadata: [],
    problems: [],
  };
  const { cells, diagnoses } = matchTables(document);
  return {
    value: (id: string) => cells[`proactiveDisclosure.${id}`]?.value ?? null,
    isExplained: (id: string) =>
      diagnoses.some(({ indicator }) => indicator && `proactiveDisclosure.${id}.`.startsWith(`${indicator}.`)),
  };
}

const RULES = ["rules.issued", "rules.repealed", "rules.inForce"];
const HEAD: readonly Placed[] = [
  [250, 100, "第二十条第（一）项"],
  [70, 120, "信息内容"],
  [150, 120, "本年制发件数"],
  [280, 120, "本年废止件数"],
  [410, 120, "现行有效件数"],
];

test.each([
  ["under its name", 170, 0],
  ["under the second name", 300, 1],
  ["under the last name", 430, 2],
])("a lone value %s is of that column", (_, x, column) => {
  const { value } = read(...HEAD, [70, 140, "规章"], [x, 140, "5"]);
  expect(RULES.map(value)).toEqual([0, 1, 2].map((i) => (i === column ? 5 : null)));
});

test("a lone value between two names is of neither", () => {
  const { value, isExplained } = read(...HEAD, [70, 140, "规章"], [245, 140, "5"]);
  expect(RULES.map(value)).toEqual([null, null, null]);
  expect(RULES.map(isExplained)).toEqual([true, true, true]);
});

test("values beside those of another table are of no column", () => {
  const { value, isExplained } = read(
    ...HEAD,
    [70, 140, "规章"],
    [170, 140, "5"],
    [300, 140, "6"],
    [430, 140, "7"],
    [500, 140, "行政强制"],
    [560, 140, "8"],
  );
  expect(RULES.map(value)).toEqual([null, null, null]);
  expect(RULES.map(isExplained)).toEqual([true, true, true]);
});

test("a header is not that of another table with columns elsewhere", () => {
  const { value, isExplained } = read(
    ...HEAD,
    [70, 140, "规章"],
    [170, 140, "5"],
    [300, 140, "6"],
    [430, 140, "7"],
    [60, 250, "本馆的规范性文件另行统计，列在下面，其中今年没有废止的文件，全部继续有效，不再一一说明。"],
    [70, 300, "行政规范性文件"],
    [170, 300, "2"],
    [430, 300, "9"],
    [70, 320, "附注"],
    [170, 320, "4"],
    [430, 320, "1"],
  );
  expect(RULES.map(value)).toEqual([5, 6, 7]);
  expect(["issued", "repealed", "inForce"].map((id) => value(`normativeDocuments.${id}`))).toEqual([null, null, null]);
  expect(isExplained("normativeDocuments.issued")).toBe(true);
});
