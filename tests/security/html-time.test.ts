// The time limit holds behind the tree of a page, too: each element may be asked about thousands of style rules.
import { jest } from "@jest/globals";
import { DEFAULT_LIMITS, UnreadableDocumentError } from "../../parsers/index.js";
import { readBlocks } from "../../parsers/html/blocks.js";
import { readStyleSheet } from "../../parsers/html/css.js";
import { parseTree } from "../../parsers/html/tree.js";

const sheet = readStyleSheet("");
const tree = (elements: number) => parseTree("<p>本机关".repeat(elements), DEFAULT_LIMITS);

/** A clock that goes on a minute with every look at it. */
function withClock<R>(work: () => R): { result: R | UnreadableDocumentError; looks: number } {
  let looks = 0;
  const clock = jest.spyOn(performance, "now").mockImplementation(() => 60_000 * looks++);
  try {
    return { result: work(), looks };
  } catch (error) {
    return { result: error as UnreadableDocumentError, looks };
  } finally {
    clock.mockRestore();
  }
}

test("reading the elements of a page ends when its time is over", () => {
  const root = tree(1_000);
  const { result } = withClock(() => readBlocks(root, sheet, DEFAULT_LIMITS));
  expect(result).toBeInstanceOf(UnreadableDocumentError);
  expect((result as UnreadableDocumentError).code).toBe("limit-exceeded");
  expect((result as UnreadableDocumentError).message).toContain("milliseconds");
});

test("the clock is looked at in proportion to the elements, and seldom", () => {
  const looksOf = (elements: number) => {
    const root = tree(elements);
    return withClock(() => readBlocks(root, sheet, { ...DEFAULT_LIMITS, milliseconds: Infinity })).looks;
  };
  // The start and the first step; then each element is weighed and read.
  expect(looksOf(1_000)).toBe(2 + 2_000 / 50);
  expect(looksOf(4_000)).toBe(2 + 8_000 / 50);
});
