/** Lists of Word 97-2003 documents whose tables claim more than there is. */
import { readNumbers } from "../../../parsers/doc/lists.js";
import { long, word } from "../../support/doc-writer.js";

const ONE_LEVEL = [...long(1), 0, ...new Array<number>(23).fill(0), ...word(2), ...word(0), ...word(0x3001)];
const LIST = [...word(1), ...long(0), ...new Array<number>(22).fill(0), 1, 0, ...ONE_LEVEL];
const override = [...long(0), ...new Array<number>(12).fill(0)];

test("no more of a long label is kept than Word lets one write", () => {
  const label = [...word(0), ...new Array<number[]>(9_000).fill(word(0x3001)).flat()];
  const lists = [...LIST.slice(0, -6), ...word(9_001), ...label];
  const table = Uint8Array.from([...lists, ...long(1), ...override, ...long(-1)]);
  const numberOf = readNumbers(table, { start: 0, size: lists.length }, { start: lists.length, size: 24 });
  expect(numberOf({ override: 1, level: 0 })).toBe(`1${"、".repeat(254)}`);
});

test("overrides beyond the end of the table are none, whatever size it claims", () => {
  const overrides = [...long(2_000_000_000), ...override];
  const table = Uint8Array.from([...LIST, ...overrides, ...long(-1)]);
  const numberOf = readNumbers(table, { start: 0, size: LIST.length }, { start: LIST.length, size: 20_000_000 });
  expect(numberOf({ override: 1, level: 0 })).toBe("1、");
  expect(numberOf({ override: 1_000_000, level: 0 })).toBe("");
});
