import { joinEdges, snapEdges } from "../../../parsers/geometry/edges.js";
import { findTables } from "../../../parsers/geometry/find-tables.js";
import type { Edge, Edges } from "../../../parsers/geometry/page.js";
import { DEFAULT_TABLE_SETTINGS } from "../../../parsers/geometry/settings.js";

test("edges nearly on one line are moved onto their common line", () => {
  const edges = [
    { at: 100, from: 0, to: 50 },
    { at: 101, from: 50, to: 90 },
    { at: 120, from: 0, to: 90 },
  ];
  expect(snapEdges(edges, 2.5)).toEqual([
    { at: 100.5, from: 0, to: 50 },
    { at: 100.5, from: 50, to: 90 },
    { at: 120, from: 0, to: 90 },
  ]);
});

test("a chain of edges does not creep onto one line", () => {
  const edges = [100, 102, 104, 106].map((at) => ({ at, from: 0, to: 10 }));
  expect(snapEdges(edges, 2.5).map(({ at }) => at)).toEqual([101, 101, 105, 105]);
});

test("a dashed line is one edge", () => {
  const dashes = Array.from({ length: 30 }, (_, i) => ({ at: 50, from: i * 4, to: i * 4 + 2 }));
  expect(joinEdges(dashes, 3)).toEqual([{ at: 50, from: 0, to: 118 }]);
});

test("borders drawn cell by cell are one edge, and a gap stays a gap", () => {
  const pieces = [
    { at: 50, from: 40, to: 80 },
    { at: 50, from: 0, to: 40 },
    { at: 50, from: 120, to: 160 },
    { at: 60, from: 0, to: 20 },
  ];
  expect(joinEdges(pieces, 3)).toEqual([
    { at: 50, from: 0, to: 80 },
    { at: 50, from: 120, to: 160 },
    { at: 60, from: 0, to: 20 },
  ]);
});

test("a dotted line is one edge, and the dots of a line across it are no parts of it", () => {
  const dots = (count: number, place: (i: number) => Edge) => Array.from({ length: count }, (_, i) => place(i * 1.5));
  const size = 0.75;
  const borders: Edges = {
    horizontal: [
      ...[50, 70, 90].flatMap((at) => dots(134, (x) => ({ at, from: 100 + x, to: 100 + x + size }))),
      ...[100, 200, 300].flatMap((x) => dots(27, (y) => ({ at: 50 + y, from: x, to: x + size }))),
    ],
    vertical: [
      ...[100, 200, 300].flatMap((at) => dots(27, (y) => ({ at, from: 50 + y, to: 50 + y + size }))),
      ...[50, 70, 90].flatMap((y) => dots(134, (x) => ({ at: 100 + x, from: y, to: y + size }))),
    ],
  };
  const { edges, tables } = findTables(borders, DEFAULT_TABLE_SETTINGS);
  expect(edges.horizontal.map(({ at }) => Math.round(at))).toEqual([50, 70, 90]);
  expect(edges.vertical.map(({ at }) => Math.round(at))).toEqual([100, 200, 300]);
  expect(tables[0]!.cells).toHaveLength(4);
});
