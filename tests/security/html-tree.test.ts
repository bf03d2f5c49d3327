/** Pages that make a parser work more than they are long. */
import { textContent } from "domutils";
import { DEFAULT_LIMITS, type Limits } from "../../parsers/limits.js";
import { parseTree } from "../../parsers/html/tree.js";

const treeOf = (html: string, limits: Partial<Limits> = {}) => parseTree(html, { ...DEFAULT_LIMITS, ...limits });

test("what stands misplaced in a table comes before it, in its order", () => {
  expect(textContent(treeOf("<p>a</p><table>b<i>c</i>d<tr><td>e</td></tr></table>f"))).toBe("abcdef");
});

test("a page with many elements misplaced in a table is read in time", () => {
  const tree = treeOf("<table>" + "<i>x</i>".repeat(20_000) + "</table>", { milliseconds: 20_000 });
  expect(textContent(tree)).toHaveLength(20_000);
});

test.each([
  ["elements", "<i></i>".repeat(101), { nodes: 100 }, "nodes = 100"],
  ["texts and comments between elements", "x<br>".repeat(60), { nodes: 100 }, "nodes = 100"],
  ["elements that the parser opens again in every paragraph", "<p><b id=1><i id=2>x".repeat(3), { nodes: 12 }, "nodes"],
  ["elements that nest", "<div>".repeat(501), {}, "depth = 500"],
  ["unclosed formatting that nests", "<font>".repeat(501), {}, "depth = 500"],
  ["attributes", `<p ${Array.from({ length: 1_001 }, (_, i) => `a${i}`).join(" ")}>`, {}, "attributes = 1000"],
])("%s beyond the limit are refused", (_, html, limits, message) => {
  expect(() => treeOf(html, limits)).toThrow(`beyond the limit ${message}`);
});

test("a tag that never ends is refused when the time is over", () => {
  const endless = "<p " + Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(" ");
  const start = performance.now();
  expect(() => treeOf(endless, { milliseconds: 200 })).toThrow("beyond the limit milliseconds = 200");
  expect(performance.now() - start).toBeLessThan(10_000);
});
