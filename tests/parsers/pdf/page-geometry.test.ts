/** Whole reports on pages that are turned, scaled, nested or cut between caption and table: values and places exact. */
import { open } from "../../../parsers/index.js";
import { parseReport } from "../../../src/index.js";
import * as layout from "../../support/pdf-layout.js";
import { reportBlocks, reportValues } from "../../support/pdf-report.js";
import { form, pdf, text, transformed, type PdfPage } from "../../support/pdf-writer.js";

/** The most by which a cell's side may stand off its ruling, points. */
const ON_RULING = 0.5;

const values = reportValues();
const blocks = reportBlocks(values);
const upright = layout.layoutPages(blocks);

const read = async (pages: readonly PdfPage[]) => {
  const { cells } = await parseReport(pdf(pages));
  return Object.fromEntries(Object.entries(cells).map(([id, { value }]) => [id, value]));
};
/** The pages lying on their side in the file. */
const sideways = (angle: 90 | 270, entries = "") =>
  upright.map((page): PdfPage => ({
    width: 842,
    height: 595,
    entries,
    draw: [() => transformed(angle === 90 ? [0, 1, -1, 0, 842, 0] : [0, -1, 1, 0, 0, 595], page.draw)(842)],
  }));

type Place = readonly [x0: number, y0: number, x1: number, y1: number];

/** Every value is read, and stands where its box on the upright page comes to lie. */
async function expectPlaces(pages: readonly PdfPage[], moved: (box: Place) => Place): Promise<void> {
  const [expected, report] = [await parseReport(pdf(upright)), await parseReport(pdf(pages))];
  expect(Object.keys(report.cells)).toEqual(Object.keys(values));
  for (const [id, { value, at }] of Object.entries(report.cells)) {
    expect(value).toBe(values[id]);
    const there = expected.cells[id]!.at;
    if (!("page" in at) || !("page" in there)) throw new Error(id);
    expect(at.page).toBe(there.page);
    const place = moved(there.box);
    at.box.forEach((side, i) => expect(side).toBeCloseTo(place[i]!, 1));
  }
}

test.each([90, 270] as const)("pages shown turned by %i degrees are read as shown, each cell at its place", (angle) =>
  expectPlaces(sideways(angle, `/Rotate ${angle}`), (box) => box),
);

test("pages that lie on their side as they are shown are read, each cell at its place on the shown page", async () => {
  await expectPlaces(sideways(90), ([x0, y0, x1, y1]) => [y0, 595 - x1, y1, 595 - x0]);
  await expectPlaces(sideways(270), ([x0, y0, x1, y1]) => [842 - y1, x0, 842 - y0, x1]);
});

test("pages shown turned by half a circle are read", async () => {
  const draw = (page: PdfPage) => [transformed([-1, 0, 0, -1, 595, 842], page.draw)];
  await expectPlaces(
    upright.map((page) => ({ ...page, entries: "/Rotate 180", draw: draw(page) })),
    (box) => box,
  );
});

test("pages whose shown part begins elsewhere than their coordinates are read, without what lies beyond it", async () => {
  const bleed = text(10, 30, "出血标记12");
  const cropped = (page: PdfPage): PdfPage => ({
    ...{ width: 800, height: 1000, entries: "/CropBox [100 80 695 922]" },
    draw: [() => transformed([1, 0, 0, 1, 100, 80], page.draw)(842), bleed],
  });
  await expectPlaces(upright.map(cropped), (box) => box);
  const { blocks: read } = await open(pdf(upright.map(cropped)));
  expect(JSON.stringify(read)).not.toContain("出血");
});

test("pages in units of their own are read", async () => {
  expect(await read(upright.map((page) => ({ ...page, entries: "/UserUnit 2" })))).toEqual(values);
});

test("pages that paint a form which holds all are read", async () => {
  expect(await read(upright.map((page) => ({ ...page, forms: { Whole: page.draw }, draw: [form("Whole")] })))).toEqual(
    values,
  );
});

test("pages that paint a form which paints another one, each with a scale of its own, are read", async () => {
  const nested = (page: PdfPage): PdfPage => ({
    forms: {
      Inner: page.draw,
      Half: [transformed([0.5, 0, 0, 0.5, 0, 0], [form("Inner")])],
      Whole: [transformed([2, 0, 0, 2, 0, 0], [form("Half")])],
    },
    draw: [form("Whole")],
  });
  await expectPlaces(upright.map(nested), (box) => box);
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
