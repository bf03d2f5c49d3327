import { findTables } from "../../../parsers/geometry/find-tables.js";
import type { Edges } from "../../../parsers/geometry/page.js";
import { DEFAULT_TABLE_SETTINGS } from "../../../parsers/geometry/settings.js";
import { gridEdges } from "../../support/glyphs.js";

const cellsOf = (edges: Edges) =>
  findTables(edges, DEFAULT_TABLE_SETTINGS).tables.map(({ cells }) =>
    cells.map(({ row, column, rowSpan, colSpan }) => [row, column, rowSpan, colSpan].join(" ")),
  );
const without = (edges: Edges, removed: Partial<Edges>): Edges => ({
  horizontal: removed.horizontal ?? edges.horizontal,
  vertical: removed.vertical ?? edges.vertical,
});
const both = (a: Edges, b: Edges): Edges => ({
  horizontal: [...a.horizontal, ...b.horizontal],
  vertical: [...a.vertical, ...b.vertical],
});

test("crossing lines make a grid of cells with their boxes", () => {
  const [table] = findTables(gridEdges([100, 200, 300], [50, 70, 90]), DEFAULT_TABLE_SETTINGS).tables;
  expect(table!.box).toEqual([100, 50, 300, 90]);
  expect(table!.cells.map(({ box }) => box)).toEqual([
    [100, 50, 200, 70],
    [200, 50, 300, 70],
    [100, 70, 200, 90],
    [200, 70, 300, 90],
  ]);
});

test("columns of two tables that nearly stand below each other keep the places of their own rulings", () => {
  const upper = gridEdges([100, 200, 300], [50, 70, 90]);
  const lower = gridEdges([101, 201.5, 302], [120, 140, 160]);
  const { tables } = findTables(both(upper, lower), DEFAULT_TABLE_SETTINGS);
  expect(tables.map(({ xs }) => xs)).toEqual([
    [100, 200, 300],
    [101, 201.5, 302],
  ]);
});

test("a border that is missing between two cells merges them", () => {
  const edges = gridEdges([100, 200, 300], [50, 70, 90]);
  const merged = without(edges, {
    vertical: [edges.vertical[0]!, { at: 200, from: 70, to: 90 }, edges.vertical[2]!],
  });
  expect(cellsOf(merged)).toEqual([["0 0 1 2", "1 0 1 1", "1 1 1 1"]]);
});

test("a double border is one border", () => {
  const edges = both(gridEdges([100, 200, 300], [50, 70, 90]), gridEdges([102, 198, 202, 298], [52, 68, 72, 88]));
  expect(cellsOf(edges)).toEqual([["0 0 1 1", "0 1 1 1", "1 0 1 1", "1 1 1 1"]]);
});

test("a border that covers little of a cell's side does not separate it", () => {
  const edges = gridEdges([100, 200, 300], [50, 70, 90]);
  const stub = without(edges, { vertical: [edges.vertical[0]!, { at: 200, from: 66, to: 90 }, edges.vertical[2]!] });
  expect(cellsOf(stub)).toEqual([["0 0 1 2", "1 0 1 1", "1 1 1 1"]]);
});

test("tables side by side are two, and so are tables one below the other", () => {
  const [left, right] = [gridEdges([100, 150, 200], [50, 70, 90]), gridEdges([300, 350, 400], [50, 70, 90])];
  const below = gridEdges([100, 150, 200], [200, 220, 240]);
  const { tables } = findTables(both(both(left, right), below), DEFAULT_TABLE_SETTINGS);
  expect(tables.map(({ box }) => box)).toEqual([
    [100, 50, 200, 90],
    [300, 50, 400, 90],
    [100, 200, 200, 240],
  ]);
});

test("a frame around a table is no table", () => {
  const frame = gridEdges([50, 500], [20, 300]);
  const { tables } = findTables(both(frame, gridEdges([100, 200, 300], [50, 70, 90])), DEFAULT_TABLE_SETTINGS);
  expect(tables.map(({ box }) => box)).toEqual([[100, 50, 300, 90]]);
});

test("a table that a page break left without its upper and lower border is closed where its columns end", () => {
  const edges = gridEdges([100, 200, 300], [50, 70, 90, 110]);
  const open = without(edges, { horizontal: edges.horizontal.slice(1, -1) });
  const [table] = findTables(open, DEFAULT_TABLE_SETTINGS).tables;
  expect(table!.ys).toEqual([50, 70, 90, 110]);
  expect(table!.cells).toHaveLength(6);
});

test("a table without lines at its sides is closed where its rows end", () => {
  const edges = gridEdges([100, 200, 300, 400], [50, 70, 90]);
  const open = without(edges, { vertical: edges.vertical.slice(1, -1) });
  const [table] = findTables(open, DEFAULT_TABLE_SETTINGS).tables;
  expect(table!.xs).toEqual([100, 200, 300, 400]);
  expect(table!.cells).toHaveLength(6);
});

test("one line that sticks out of a table opens no row above it", () => {
  const edges = gridEdges([100, 200, 300], [50, 70, 90]);
  const spike = without(edges, { vertical: [...edges.vertical, { at: 200, from: 20, to: 90 }] });
  expect(cellsOf(spike)).toEqual([["0 0 1 1", "0 1 1 1", "1 0 1 1", "1 1 1 1"]]);
});

test("an area that is no rectangle is no cell", () => {
  const edges = gridEdges([0, 100, 200], [0, 20, 40]);
  const hook = {
    horizontal: [edges.horizontal[0]!, { at: 20, from: 0, to: 100 }, edges.horizontal[2]!],
    vertical: [edges.vertical[0]!, { at: 100, from: 0, to: 20 }, edges.vertical[2]!],
  };
  expect(cellsOf(hook)).toEqual([]);
});

test("lines that do not cross are no table", () => {
  expect(cellsOf({ horizontal: [0, 20, 40].map((at) => ({ at, from: 0, to: 100 })), vertical: [] })).toEqual([]);
});
