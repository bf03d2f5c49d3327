/** Numbers that a page keeps from being seen as its source says: their cells are in doubt, whatever is read of them. */
import type { Cell } from "../../../parsers/index.js";
import { readPage } from "./read.js";

async function cellsOf(html: string): Promise<readonly Cell[]> {
  const { blocks } = await readPage(html);
  return blocks.flatMap((block) => (block.kind === "table" ? block.cells : []));
}

const page = (cell: string, css = "", table = "<table>", row = "<tr>") =>
  `<html><head><style>${css}</style></head><body>${table}${row}<td>规章</td>${cell}</tr><tr><td>总计</td><td>4</td></tr></table></body></html>`;

const doubtOf = async (html: string) => (await cellsOf(html))[1]!.doubt;

describe("digits in the colour of what is behind them are in doubt", () => {
  test.each([
    ["of the cell's attribute", '<td bgcolor="#d9d9d9"><font color="#D9D9D9">9</font>12</td>', ""],
    ["of an attribute without a sharp", '<td bgcolor="d9d9d9"><span style="color:#d9d9d9">12</span></td>', ""],
    ["of the cell's own style", '<td style="background-color:#eee"><i style="color:#eee">9</i>12</td>', ""],
    [
      "among the properties of a background",
      '<td style="background:#ddd no-repeat"><i style="color:#ddd">12</i></td>',
      "",
    ],
    ["of a class", '<td class="k"><i class="h">9</i>12</td>', ".k{background:rgb(221,221,221)}.h{color:#ddd}"],
    ["of their own", '<td><i style="color:#c00;background:#c00">9</i>12</td>', ""],
    ["of the whole cell", '<td style="color:#369;background:#369">12</td>', ""],
    ["by name", '<td bgcolor="silver"><i style="color:#c0c0c0">12</i></td>', ""],
    ["by hue", '<td style="background:hsl(120,100%,50%)"><i style="color:lime">12</i></td>', ""],
    ["of paper", '<td><i style="color:#fff">12</i></td>', ""],
    ["nearly of paper", '<td><i style="color:#eee">12</i></td>', ""],
    ["that only a shadow shows", '<td><i style="color:transparent;text-shadow:0 0 1px #000">12</i></td>', ""],
    [
      "that a shadow around it shows",
      '<td class="k"><i class="h">9</i>12</td>',
      ".k{text-shadow:1px 1px red}.h{color:transparent}",
    ],
    ["that hardly covers it", '<td><i style="color:rgba(0,0,0,.03)">9</i>12</td>', ""],
  ])("%s", async (_, cell, css) => {
    expect(await doubtOf(page(cell, css))).toBe("obscured");
  });

  test.each([
    ["of the row", "<table>", '<tr bgcolor="#cccccc">'],
    ["of the row by its style", "<table>", '<tr style="background:#cccccc">'],
    ["of the table", '<table style="background-color:#ccc">', "<tr>"],
  ])("%s", async (_, table, row) => {
    expect(await doubtOf(page('<td><font color="#cccccc">12</font></td>', "", table, row))).toBe("obscured");
  });

  test("of the page", async () => {
    const html = page('<td><font color="#ffffe0">12</font></td>').replace("<body>", '<body bgcolor="#ffffe0">');
    expect(await doubtOf(html)).toBe("obscured");
  });
});

test.each([
  ["white on a dark cell", '<td style="background:#036;color:#fff">12</td>', ""],
  ["white on a picture", '<td style="background:url(a.png)"><i style="color:white">12</i></td>', ""],
  ["white on what a class darkens", '<td class="k"><i style="color:#fff">12</i></td>', ".k{background-color:navy}"],
  ["grey on light grey", '<td bgcolor="#eeeeee"><i style="color:#999">12</i></td>', ""],
  ["red, as all the cell is", '<td style="color:red">12</td>', ""],
  ["yellow", '<td style="color:yellow">12</td>', ""],
  ["set a little closer", '<td style="letter-spacing:-1px">12</td>', ""],
  ["bold in their first letter", '<td class="f">12</td>', ".f::first-letter{font-weight:bold;color:red}"],
  ["turned on their side", '<td><p style="transform:rotate(90deg)">12</p></td>', ""],
  ["in a box that is wide enough", '<td><div style="width:60px;overflow:hidden">12</div></td>', ""],
  ["in a cell that grows", '<td style="width:5px;overflow:hidden">12</td>', ""],
  ["in the line, which has no width", '<td><span style="width:5px;overflow:hidden">12</span></td>', ""],
])("a number is seen where it is %s", async (_, cell, css) => {
  expect(await cellsOf(page(cell, css))).toMatchObject([{}, { text: "12" }, {}, {}]);
  expect(await doubtOf(page(cell, css))).toBeUndefined();
});

test("white text is seen where all of the page is white: what is behind it is said elsewhere", async () => {
  const html = page("<td>12</td>").replace("<body>", '<body style="color:#fff">');
  expect(await doubtOf(html)).toBeUndefined();
});

describe("digits that a style sets so that they can't be read as written are in doubt", () => {
  test.each([
    ["a first letter without size", '<td class="f">912</td>', ".f::first-letter{font-size:0}"],
    ["a first letter without colour", "<td><p>912</p></td>", "td p:first-letter{color:transparent}"],
    ["a first letter in white", '<td class="f">912</td>', ".f::first-letter{color:#fff}"],
    ["a first line without colour", '<td class="f">12</td>', ".f::first-line{color:transparent}"],
    ["letters over one another", '<td><i style="letter-spacing:-1em">12</i></td>', ""],
    ["letters over one another all over the table", "<td>12</td>", "table{letter-spacing:-10px}"],
    ["a mirror", '<td><i style="display:inline-block;transform:scaleX(-1)">12</i></td>', ""],
    ["a mirror by two numbers", '<td style="transform:scale(-1, 1)">12</td>', ""],
    ["a mirror by a matrix", '<td><p style="transform:matrix(-1,0,0,1,0,0)">12</p></td>', ""],
    ["a mirror by a property of its own", '<td><p style="scale:-1 1">12</p></td>', ""],
    ["half a turn", '<td><p style="transform:rotate(180deg)">12</p></td>', ""],
    ["half a turn around its axis", '<td><p style="transform:rotateY(.5turn)">12</p></td>', ""],
    ["a size that nobody reads", '<td><i style="font-size:1px">12</i></td>', ""],
    ["hardly any ink", '<td><i style="opacity:.05">12</i></td>', ""],
    ["a box that is too narrow", '<td><div style="width:8px;overflow:hidden">12345</div></td>', ""],
    ["a box that is too low", '<td><div style="height:1px;overflow:hidden">12</div></td>', ""],
    ["a box that its first digit stands before", '<td><div style="text-indent:-9px;overflow:hidden">12</div></td>', ""],
    ["hardly any ink beside other digits", '<td>1<i style="opacity:.01">2</i></td>', ""],
    ["a pixel beside other digits", '<td>1<i style="display:inline-block;height:1px;overflow:hidden">2</i></td>', ""],
  ])("%s", async (_, cell, css) => {
    expect(await doubtOf(page(cell, css))).toBe("obscured");
  });
});

test.each([
  ["a cell", '<td style="direction:rtl;unicode-bidi:bidi-override">12</td>'],
  ["a paragraph of it", '<td><p style="direction:rtl;unicode-bidi:bidi-override">12</p></td>'],
  ["what takes its direction from the cell", '<td dir="rtl"><i style="unicode-bidi:bidi-override">12</i></td>'],
])("digits that are shown from the last to the first are in doubt: %s", async (_, cell) => {
  expect(await doubtOf(page(cell))).toBe("reordered");
});
