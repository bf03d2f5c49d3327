/** Pages that make a parser work more than they are long. */
import { textContent } from "domutils";
import { open } from "../../parsers/index.js";
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

test("a tag that never ends is refused for its attributes", () => {
  const endless = "<p " + Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(" ");
  const start = performance.now();
  expect(() => treeOf(endless)).toThrow("beyond the limit attributes = 1000");
  expect(performance.now() - start).toBeLessThan(10_000);
});

const links = (count: number) => `<html><body>${"<a href=x.pdf>1</a>".repeat(count)}</body></html>`;
const opened = async (html: string, limits: Partial<Limits>) =>
  open(new TextEncoder().encode(html), { limits: { ...DEFAULT_LIMITS, ...limits } });

test("a paragraph of many links is read in time", async () => {
  const document = await opened(links(40_000), { milliseconds: 5_000 });
  expect(document.problems).toHaveLength(40_000);
});

test("notes of a page beyond the limit are refused", async () => {
  await expect(opened(links(51), { nodes: 1_000 })).rejects.toThrow("beyond the limit nodes = 1000");
});
