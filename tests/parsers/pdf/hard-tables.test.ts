/** Whole reports drawn in hard ways: every value exact. */
import { parseReport } from "../../../src/index.js";
import * as layout from "../../support/pdf-layout.js";
import { reportBlocks, reportValues } from "../../support/pdf-report.js";
import { pdf, text, transformed } from "../../support/pdf-writer.js";

const values = reportValues();
const blocks = reportBlocks(values);

const WATERMARK = text(120, 600, "内部资料注意保存", { size: 48, turn: 40, set: "0.9 g" });

const CASES: Readonly<Record<string, layout.LayoutOptions>> = {
  "cells with borders of their own": { rulings: layout.LINES },
  "borders as thin filled rectangles": { rulings: layout.RECTANGLES },
  "cells as stroked rectangles": { rulings: layout.STROKED },
  "dashed borders": { rulings: layout.DASHED },
  "double borders": { rulings: layout.DOUBLE },
  "no borders at all": { rulings: layout.NO_RULINGS },
  "an outer frame only": { rulings: layout.FRAME_ONLY },
  "horizontal rules only": { rulings: layout.HORIZONTAL_ONLY },
  "vertical rules only": { rulings: layout.VERTICAL_ONLY },
  "no lines at the sides": { rulings: layout.OPEN_SIDES },
  "no lines where the page breaks": { rulings: layout.OPEN_ENDS },
  "no borders, numbers at the right": { rulings: layout.NO_RULINGS, align: "right" },
  "no borders, words at the left, numbers at the right": { rulings: layout.NO_RULINGS, align: "numbers", size: 8 },
  "landscape pages": { width: 842, height: 595 },
  "a turned watermark under the tables": { decorate: () => [WATERMARK] },
};

test.each(Object.keys(CASES))("a report with %s is read whole", async (name) => {
  const report = await parseReport(pdf(layout.layoutPages(blocks, CASES[name])));
  const read = Object.fromEntries(Object.entries(report.cells).map(([id, { value }]) => [id, value]));
  expect(read).toEqual(values);
  expect(report.body).toBe("松屏县档案馆");
  expect(report.findings).toEqual([]);
});

test("a page that is scaled is read like one that is not", async () => {
  const pages = layout.layoutPages(blocks).map((page) => ({
    ...page,
    draw: [transformed([0.7, 0, 0, 0.7, 60, 100], page.draw)],
  }));
  const report = await parseReport(pdf(pages));
  expect(Object.fromEntries(Object.entries(report.cells).map(([id, { value }]) => [id, value]))).toEqual(values);
});

test("a page that stands upside down is read, with its places as the page is shown", async () => {
  const upright = layout.layoutPages(blocks);
  const turned = upright.map((page) => ({ ...page, draw: [transformed([-1, 0, 0, -1, 595, 842], page.draw)] }));
  const [first, second] = [await parseReport(pdf(upright)), await parseReport(pdf(turned))];
  expect(Object.fromEntries(Object.entries(second.cells).map(([id, { value }]) => [id, value]))).toEqual(values);
  for (const [id, { at }] of Object.entries(first.cells)) {
    const there = second.cells[id]!.at;
    if (!("page" in at) || !("page" in there)) throw new Error(id);
    const [x0, y0, x1, y1] = at.box;
    [595 - x1, 842 - y1, 595 - x0, 842 - y0].forEach((value, i) => expect(there.box[i]).toBeCloseTo(value, 0));
  }
});
