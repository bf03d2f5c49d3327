/** Whole reports on pages that are turned, scaled, nested or cut between caption and table: values and places exact. */
import { parseReport } from "../../../src/index.js";
import * as layout from "../../support/pdf-layout.js";
import { reportBlocks, reportValues } from "../../support/pdf-report.js";
import { form, pdf, transformed, type PdfPage } from "../../support/pdf-writer.js";

/** The most by which a cell's side may stand off its ruling, points. */
const ON_RULING = 0.5;

const values = reportValues();
const blocks = reportBlocks(values);
const upright = layout.layoutPages(blocks);

const read = async (pages: readonly PdfPage[]) => {
  const { cells } = await parseReport(pdf(pages));
  return Object.fromEntries(Object.entries(cells).map(([id, { value }]) => [id, value]));
};
/** The pages lying on their side in the file, with the entry that has them shown upright. */
const turned = (angle: 90 | 270) =>
  upright.map((page): PdfPage => ({
    width: 842,
    height: 595,
    entries: `/Rotate ${angle}`,
    draw: [() => transformed(angle === 90 ? [0, 1, -1, 0, 842, 0] : [0, -1, 1, 0, 0, 595], page.draw)(842)],
  }));

test.each([90, 270] as const)(
  "pages shown turned by %i degrees are read as shown, each cell at its place",
  async (angle) => {
    const [expected, report] = [await parseReport(pdf(upright)), await parseReport(pdf(turned(angle)))];
    expect(Object.keys(report.cells)).toEqual(Object.keys(values));
    for (const [id, { value, at }] of Object.entries(report.cells)) {
      expect(value).toBe(values[id]);
      const there = expected.cells[id]!.at;
      if (!("page" in at) || !("page" in there)) throw new Error(id);
      expect(at.page).toBe(there.page);
      at.box.forEach((side, i) => expect(side).toBeCloseTo(there.box[i]!, 1));
    }
  },
);

test("pages in units of their own are read", async () => {
  expect(await read(upright.map((page) => ({ ...page, entries: "/UserUnit 2" })))).toEqual(values);
});

test("pages that paint a form which holds all are read", async () => {
  expect(await read(upright.map((page) => ({ ...page, forms: { Whole: page.draw }, draw: [form("Whole")] })))).toEqual(
    values,
  );
});

test("a heading at the end of a page belongs to the table on the next one", async () => {
  const tableAt = blocks.findLastIndex((block) => typeof block === "object" && "rows" in block);
  const pages = [...layout.layoutPages(blocks.slice(0, tableAt)), ...layout.layoutPages(blocks.slice(tableAt))];
  expect(await read(pages)).toEqual(values);
});

test("the box of every cell is a cell of the drawn rulings, each another one", async () => {
  const drawn: (readonly number[])[] = [];
  const rulings: layout.Rulings = (grid) => {
    drawn.push(...grid.cells.map(({ box }) => box));
    return layout.LINES(grid);
  };
  const { cells } = await parseReport(pdf(layout.layoutPages(blocks, { rulings })));
  expect(Object.keys(cells)).toEqual(Object.keys(values));
  for (const [id, { at }] of Object.entries(cells)) {
    if (!("page" in at)) throw new Error(id);
    const same = drawn.some((box) => box.every((side, i) => Math.abs(side - at.box[i]!) <= ON_RULING));
    expect([id, same]).toEqual([id, true]);
  }
  expect(new Set(Object.values(cells).map(({ at }) => JSON.stringify(at))).size).toBe(Object.keys(values).length);
});
