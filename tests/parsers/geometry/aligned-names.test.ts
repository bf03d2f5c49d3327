import { namedColumns } from "../../../parsers/geometry/aligned-names.js";
import { lineOf } from "../../../parsers/geometry/lines.js";
import { words } from "../../support/glyphs.js";

const value = (x: number, text: string) => lineOf(words(x, 100, text));
const interval = (from: number, to: number) => ({ from, to });
const NAMES = [interval(100, 140), interval(200, 240), interval(300, 340)];

test("names over their numbers and names of blank columns are columns", () => {
  const values = [value(110, "5"), value(310, "7")];
  expect(namedColumns([interval(110, 115), interval(310, 315)], NAMES, values)).toEqual({
    columns: [interval(100, 140), interval(200, 240), interval(300, 340)],
    sure: true,
  });
});

test("a lone number between two names may belong to either", () => {
  expect(namedColumns([interval(185, 190)], NAMES, [value(185, "5")]).sure).toBe(false);
});

test("a lone number behind the last name is of the last column", () => {
  expect(namedColumns([interval(385, 390)], NAMES, [value(385, "5")])).toEqual({
    columns: [interval(100, 140), interval(200, 240), interval(300, 390)],
    sure: true,
  });
});

test("numbers that end at one line stand at the right of their column, behind its name", () => {
  const values = [value(185, "5"), value(175, "123")];
  expect(namedColumns([interval(175, 190)], NAMES, values)).toEqual({
    columns: [interval(100, 190), interval(200, 240), interval(300, 340)],
    sure: true,
  });
});

test("numbers that begin at one line stand at the left of their column, before its name", () => {
  const values = [value(150, "5"), value(150, "123")];
  expect(namedColumns([interval(150, 165)], NAMES, values)).toEqual({
    columns: [interval(100, 140), interval(150, 240), interval(300, 340)],
    sure: true,
  });
});

test("as many numbers as names are each behind its own", () => {
  const values = [value(185, "5"), value(285, "6"), value(385, "7")];
  const printed = [interval(185, 190), interval(285, 290), interval(385, 390)];
  expect(namedColumns(printed, NAMES, values)).toEqual({
    columns: [interval(100, 190), interval(200, 290), interval(300, 390)],
    sure: true,
  });
});

test("a sign for none at the other side of the column tells nothing of its numbers", () => {
  const values = [value(105, "/"), value(185, "29")];
  expect(namedColumns([interval(105, 110), interval(185, 195)], NAMES, values).sure).toBe(false);
});
