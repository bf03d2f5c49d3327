/** The main part's XML: properties that come again in the same words are read once, and mean the same each time. */
import { DEFAULT_LIMITS } from "../../../parsers/index.js";
import { startLimits, type Limits } from "../../../parsers/limits.js";
import { nextToken, readElement, scanXml } from "../../../parsers/docx/scan.js";
import type { XmlElement } from "../../../parsers/xml.js";
import { run } from "../../support/docx-writer.js";
import { outlineOf } from "./read.js";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const SIZE = '<w:rPr><w:sz w:val="21"/></w:rPr>';

/** Every w:rPr and w:pPr of the part. */
function propertiesIn(inner: string, limits: Partial<Limits> = {}): XmlElement[] {
  const scan = scanXml(`<w:document ${W}>${inner}</w:document>`, startLimits({ ...DEFAULT_LIMITS, ...limits }));
  const found: XmlElement[] = [];
  for (let token = nextToken(scan); token; token = nextToken(scan)) {
    if (token.kind === "open" && /^w:[rp]Pr$/.test(token.name)) found.push(readElement(token, scan));
  }
  return found;
}

const namesIn = ({ name, children }: XmlElement): string =>
  [name, ...children.map((child) => (typeof child === "string" ? child : namesIn(child)))].join(" ");

test("properties in the same words are one element", () => {
  const [first, second, other] = propertiesIn(`${SIZE}<w:r/>${SIZE}<w:rPr><w:sz w:val="28"/></w:rPr>`);
  expect(second).toBe(first);
  expect(other!.children).toMatchObject([{ name: "w:sz", attributes: { "w:val": "28" } }]);
});

test("the scan goes on behind an element that is known", () => {
  const scan = scanXml(`<w:p ${W}>${SIZE}${SIZE}<w:t>12</w:t></w:p>`, startLimits());
  const kinds: string[] = [];
  for (let token = nextToken(scan); token; token = nextToken(scan)) {
    kinds.push(token.kind === "open" ? token.name : token.kind);
    if (token.kind === "open" && token.name === "w:rPr") readElement(token, scan);
  }
  expect(kinds).toEqual(["w:p", "w:rPr", "w:rPr", "w:t", "text", "close", "close"]);
});

test.each([
  [
    "an element of the same name inside",
    "<w:pPr><w:c><w:pPr><w:b/></w:pPr></w:c><w:d/></w:pPr>",
    "w:pPr w:c w:pPr w:b w:d",
  ],
  ["a comment that prints the close tag", "<w:rPr><!-- </w:rPr> --><w:b/></w:rPr>", "w:rPr w:b"],
  ["a close tag with a gap", "<w:rPr><w:b/></w:rPr ><w:r/><w:rPr/>", "w:rPr w:b"],
])("%s doesn't end properties early, once or twice", (_, xml, names) => {
  const found = propertiesIn(xml + xml).filter(({ children }) => children.length > 0);
  expect(found.map(namesIn)).toEqual([names, names]);
});

test("the same words mean something else once a prefix does", () => {
  const math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
  const inner = "<w:rPr><x:b/></w:rPr>";
  expect(propertiesIn(`${inner}<w:r xmlns:x="${math}"/>${inner}`).map(namesIn)).toEqual(["w:rPr x:b", "w:rPr m:b"]);
});

test.each([
  ["nodes", 5 * 5, 30],
  ["depth", 3, 4],
] as const)("elements that are known count against the limit of %s", (limit, enough, found) => {
  const deeper = `<w:a>${SIZE}</w:a>`;
  const inner = limit === "nodes" ? SIZE + SIZE : `<w:rPr><w:b></w:b></w:rPr><w:a><w:rPr><w:b></w:b></w:rPr></w:a>`;
  expect(propertiesIn(limit === "nodes" ? inner : SIZE + deeper, { [limit]: enough })).toHaveLength(2);
  const more = limit === "nodes" ? `${inner}<w:r/>` : inner;
  expect(() => propertiesIn(more, { [limit]: enough })).toThrow(`(${found})`);
});

test("an element that is left open is damage though its beginning is known", () => {
  expect(() => propertiesIn(`${SIZE}<w:rPr><w:sz w:val="21"/>`)).toThrow(
    expect.objectContaining({ code: "damaged" }) as Error,
  );
});

describe("what stands before a raised number", () => {
  const raised = (text: string) => run(text, '<w:vertAlign w:val="superscript"/>');

  test.each([
    ["the run before", run("12") + raised("3"), "12[3]"],
    ["a mark before: another mark", run("件") + raised("1") + raised("2"), "件[1][2]"],
    [
      "a bookmark, which prints nothing",
      `${run("件")}${raised("1")}<w:bookmarkStart w:name="a"/>${raised("2")}`,
      "件[1][2]",
    ],
    [
      "a sign of a fraction",
      `<m:oMath>${run("12")}<m:den>${run("3", '<w:position w:val="9"/>')}</m:den></m:oMath>`,
      "12/3",
    ],
    ["raised text that ends in a digit: it goes on", run("件") + raised("注1") + raised("2"), "件注12"],
    ["another number on the line", run("12") + run("3", '<w:position w:val="9"/>'), "12^3"],
  ])("%s", async (_, content, text) => {
    expect(await outlineOf(`<w:p>${content}</w:p>`)).toEqual([text]);
  });

  test("a number of a row that a tracked change removed is none of the text", async () => {
    const removed = `<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>${run("9")}</w:p></w:tc></w:tr>`;
    const cells = `<w:tr><w:tc><w:p>${run("件") + raised("3")}</w:p></w:tc><w:tc><w:p>${run("5")}</w:p></w:tc></w:tr>`;
    expect(await outlineOf(`<w:tbl>${removed}${cells}</w:tbl>`)).toEqual([[["件[3]", "5"]]]);
  });
});
