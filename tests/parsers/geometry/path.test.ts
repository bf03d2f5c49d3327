/** Rulings of painted paths. */
import { fillRulings, type Rulings } from "../../../parsers/geometry/path.js";

const UPRIGHT = [1, 0, 0, 1, 0, 0] as const;

test("a filled path of more points than a call may have arguments is a drawing, no error", () => {
  const into: Rulings = { horizontal: [], vertical: [] };
  const data = [0, 0, 0, ...Array.from({ length: 300_000 }, (_, i) => [1, i, i % 2]).flat(), 4];
  fillRulings(data, UPRIGHT, into);
  expect(into).toEqual({ horizontal: [], vertical: [] });
});

test("a thin filled rectangle is a line along its middle", () => {
  const into: Rulings = { horizontal: [], vertical: [] };
  fillRulings([0, 10, 20, 1, 110, 20, 1, 110, 21, 1, 10, 21, 4], UPRIGHT, into);
  expect(into).toEqual({ horizontal: [{ at: 20.5, from: 10, to: 110 }], vertical: [] });
});
