/** Numbers that a page shows elsewhere, or otherwise, than its source says: their cells are in doubt. */
import type { Cell } from "../../../parsers/index.js";
import { outlineOf, readPage } from "./read.js";

async function cellsOf(html: string): Promise<readonly Cell[]> {
  const { blocks } = await readPage(html);
  return blocks.flatMap((block) => (block.kind === "table" ? block.cells : []));
}

const table = (cell: string) => `<table><tr><td>规章</td>${cell}</tr><tr><td>总计</td><td>4</td></tr></table>`;

describe("digits of a cell", () => {
  test.each([
    ["set absolutely", '<i style="position:absolute;left:20px">1</i><i>2</i>'],
    [
      "moved past each other",
      '<i style="position:relative;left:9px">1</i><i style="position:relative;left:-9px">2</i>',
    ],
    ["moved by an inset", '<b><i style="position:relative;inset:0 9px 0 -9px">1</i></b>2'],
    ["drawn back by a margin", '1<i style="margin-left:-20px">2</i>'],
    ["drawn back by all margins", '1<i style="margin:0 0 0 -20px">2</i>'],
    ["drawn over by a margin", '<i style="margin-right:-20px">1</i>2'],
    ["moved by a transformation", '<i style="display:inline-block;transform:translateX(10px)">1</i>2'],
    ["moved by a property of its own", '<i style="display:inline-block;translate:10px">1</i>2'],
    ["turned on edge", '1<i style="display:inline-block;transform:rotateY(90deg)">2</i>'],
    ["cut", '1<i style="clip-path:circle(0)">2</i>'],
    ["shown as a variable says", '1<i style="display:var(--d)">2</i>'],
    ["apart in a line that runs to the left", '<p dir="rtl"><bdi>1</bdi><bdi>2</bdi></p>'],
    [
      "in cells that run to the left",
      '<b style="display:table;direction:rtl"><i style="display:table-cell">1</i>2</b>',
    ],
  ])("are in doubt when they are %s", async (_, inner) => {
    expect((await cellsOf(table(`<td>${inner}</td>`)))[1]).toMatchObject({ doubt: "reordered" });
  });

  test("are in doubt in a line whose direction is that of what is around", async () => {
    const html = `<div dir="rtl">${table('<td><i style="display:inline-block">1</i><i>2</i></td>')}</div>`;
    expect((await cellsOf(html))[1]).toMatchObject({ doubt: "reordered" });
  });

  test.each([
    ["set a little lower", '<i style="position:relative;top:1px;left:1px">1</i>2'],
    ["set closer", '1<i style="margin-left:-1px">2</i>'],
    ["set apart", '1<i style="padding-left:3px;margin:0 2px">2</i>'],
    ["drawn as written", '1<i style="transform:none;zoom:1;opacity:.9">2</i>'],
    [
      "in the middle of the cell",
      '<p style="position:absolute;left:50%;top:50%;transform:translate(-50%,-50%)">12</p>',
    ],
    ["indented by Word", '<p style="margin-left:-5.4pt;text-indent:21pt">12</p>'],
    ["beside something far away", '12<i style="position:absolute;left:-9999px">3</i>'],
  ])("are one number when they are %s", async (_, inner) => {
    const [, cell] = await cellsOf(table(`<td>${inner}</td>`));
    expect([cell!.text, cell!.doubt]).toEqual(["12", undefined]);
  });
});

test.each([
  ["set at a place of the page", '<td><i style="position:absolute;left:300px">12</i></td>'],
  ["moved as a whole", '<td style="position:relative;left:-120px">12</td>'],
  ["drawn back by a margin", '<td><i style="margin-left:-90pt">12</i></td>'],
  ["moved by a transformation", '<td><i style="display:block;transform:translate3d(-80px, 0, 0)">12</i></td>'],
])("a number that comes to stand outside of its cell is in doubt: %s", async (_, cell) => {
  expect((await cellsOf(table(cell)))[1]).toMatchObject({ text: "12", doubt: "reordered" });
});

test.each([
  ["without a colour", '<i style="-webkit-text-fill-color:transparent">2</i>'],
  ["of no size", '<i style="zoom:0">2</i><i style="display:inline-block;scale:0">3</i>'],
  ["filtered away", '<i style="filter:opacity(0%)">2</i>'],
  ["without room", '<i style="display:inline-block;max-width:0;overflow:hidden">2</i>'],
])("a digit %s isn't read", async (_, inner) => {
  expect((await cellsOf(table(`<td>1${inner}</td>`)))[1]).toMatchObject({ text: "1" });
});

test.each([
  ["a mark of a note whose style sheet is elsewhere", '4<i class="footnote-ref">1</i>', "4^1"],
  ["a link", '4<a href="notes.html">1</a>', "4^1"],
  ["a field", '4<input value="1">2', "4^1^2"],
  ["a number moved up", '4<span style="position:relative;bottom:5px">1</span>', "4^1"],
  ["a shade of white", '4<span style="color:hsl(0, 0%, 100%)">1</span>', "4^1"],
  ["a link into the page, as a browser saves it", '4<a href="http://localhost/a.html#_ftn1">1</a>', "4[1]"],
])("a digit is no further one of the number beside it: %s", async (_, inner, printed) => {
  expect((await cellsOf(table(`<td>${inner}</td>`)))[1]).toMatchObject({ text: printed });
});

test("an anchor, and a link around a whole number, part no digits", async () => {
  expect(await outlineOf(table('<td>4<a name="_x1">1</a></td>'))).toEqual([[["规章", "41"], ["总计", "4"]]]); // prettier-ignore
  expect((await cellsOf(table('<td><a href="list.html">41</a></td>')))[1]).toMatchObject({ text: "41" });
});

describe("rows drawn with boxes", () => {
  const boxes = (style: string, rows: readonly string[]) => `<div style="${style}">${rows.join("")}</div>`;
  const row = (label: string, style = "", inner = "<p>1</p><p>2</p>") =>
    `<div style="display:flex;${style}"><p>${label}</p>${inner}</div>`;
  const doubtsOf = async (html: string) => (await cellsOf(html)).map(({ doubt }) => doubt !== undefined);
  const none = [false, false, false];
  const all = [true, true, true];

  test.each([
    ["turned round", "flex-direction:row-reverse", "<p>1</p><p>2</p>"],
    ["that runs to the left", "direction:rtl", "<p>1</p><p>2</p>"],
    ["whose cells have places", "", '<p style="order:2">1</p><p style="order:1">2</p>'],
  ])("are in doubt in a row %s", async (_, style, inner) => {
    const html = boxes("display:table", [row("甲"), row("乙", style, inner), row("丙")]);
    expect(await doubtsOf(html)).toEqual([...none, ...all, ...none]);
  });

  test("are in doubt in a list whose parts float to the right", async () => {
    const item = '<li><p>甲</p><p style="float:right">1</p><p style="float:right">2</p></li>';
    expect(await doubtsOf(`<ul>${item}${item}${item}</ul>`)).toEqual([...all, ...all, ...all]);
  });

  test.each([
    ["turned round", "flex-direction:column-reverse", ""],
    ["placed", "flex-direction:column", "order:1"],
  ])("are all in doubt where the rows are %s", async (_, style, first) => {
    const html = boxes(`display:flex;${style}`, [row("甲", first), row("乙"), row("丙")]);
    expect(await doubtsOf(html)).toEqual([...all, ...all, ...all]);
  });

  test("are not in doubt for a label on the other side of its only value", async () => {
    const pair = row("甲", "flex-direction:row-reverse", "<p>1</p>");
    expect(await doubtsOf(boxes("", [pair, pair, pair]))).toEqual([...none, ...none]);
  });

  test("of which there are too few for a table leave their paragraphs in doubt; what arranges a page doesn't", async () => {
    const turned = row("甲", "flex-direction:row-reverse");
    const { blocks } = await readPage(boxes("", [turned, turned]));
    expect(blocks.map((block) => block.kind === "paragraph" && block.doubt)).toEqual(Array(6).fill("reordered"));
    const page = row("工作有序推进。".repeat(80), "flex-direction:row-reverse");
    expect((await readPage(page)).blocks.some((block) => block.kind === "paragraph" && block.doubt)).toBe(false);
  });

  test.each([
    ["a row", '<tr style="display:flex;flex-direction:row-reverse"><td>甲</td><td>1</td><td>2</td></tr>'],
    ["a group of rows", '<tbody style="display:flex;flex-direction:column-reverse"><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></tbody>'], // prettier-ignore
    ["cells that float", '<tr><td>甲</td><td style="float:right">1</td><td style="float:right">2</td></tr>'],
  ])("are in doubt as parts of a table: %s", async (_, rows) => {
    expect((await doubtsOf(`<table>${rows}</table>`)).every(Boolean)).toBe(true);
  });
});

describe("the cells of a grid", () => {
  const grid = (style: string, cells: readonly string[]) =>
    `<div style="display:grid;grid-template-columns:repeat(3,1fr);${style}">${cells.map((cell) => `<p ${cell}</p>`).join("")}</div>`;
  const rest = [">乙", ">3", ">4"];
  const placed = (place: string, text: string) => `style="${place}">${text}`;

  test.each([
    ["placed at other lines", "", [">甲", placed("grid-column:3", "1"), placed("grid-column:2", "2"), ...rest]],
    ["placed in other rows", "", [">甲", placed("grid-row:2", "1"), ">2", ...rest]],
    ["placed by an area", "", [">甲", placed("grid-area:1/3", "1"), ">2", ...rest]],
    ["placed by an order", "", [">甲", placed("order:1", "1"), ">2", ...rest]],
    ["filled column by column", "grid-auto-flow:column", [">甲", ">1", ">2", ...rest]],
  ])("are in doubt when they are %s", async (_, style, cells) => {
    expect((await cellsOf(grid(style, cells))).every(({ doubt }) => doubt === "reordered")).toBe(true);
  });

  test("are not where they say the places that they have anyway", async () => {
    const cells = await cellsOf(
      grid("", [placed("grid-column:1/-1", "表"), placed("grid-column:1", "甲"), placed("grid-column:2/3", "1"), ">2"]),
    );
    expect(cells.map(({ text, colSpan, doubt }) => [text, colSpan, doubt])).toEqual([
      ["表", 3, undefined],
      ["甲", 1, undefined],
      ["1", 1, undefined],
      ["2", 1, undefined],
    ]);
  });
});

describe("a digit of which only a name tells", () => {
  test.each([
    ["the class of a letter of a font", '<i class="iconfont icon-five"></i>'],
    ["the class of a picture", '<b class="sprite"></b>'],
    ["a class with a digit, of a division", '<div class="n-5"></div>'],
    ["a name of the digit", '<span class="shuzi wu"></span>'],
  ])("leaves a blank cell in doubt: %s", async (_, inner) => {
    expect((await cellsOf(table(`<td>${inner}</td>`)))[1]).toMatchObject({ text: "", doubt: "generated" });
  });

  test("may be that of the cell itself; how numbers are set is none", async () => {
    expect((await cellsOf(table('<td class="sprite n5"></td>')))[1]).toMatchObject({ doubt: "generated" });
    expect((await cellsOf(table('<td class="num"></td>')))[1]!.doubt).toBeUndefined();
  });

  test.each([
    ["a class", '4<i class="num-5"></i>'],
    ["a picture's text", '4<img src="a.png" alt="5">'],
    ["a picture's file", '4<img src="digits/n5.gif">'],
    ["an attribute", '4<b data-v="5"></b>'],
    ["a drawing", "4<svg><text>5</text></svg>"],
    ["a script", "4<script>document.write(n)</script>"],
    ["a background", '4<i style="background:url(five.png)"></i>'],
  ])("leaves the number beside it in doubt: %s", async (_, inner) => {
    expect((await cellsOf(table(`<td>${inner}</td>`)))[1]).toMatchObject({ text: "4", doubt: "generated" });
  });

  test.each([
    ["a field that holds the number", '<input value="4">'],
    ["an icon", '4<img src="icon.png">'],
    ["a drawing without text", '4<svg><path d="M0 0"/></svg>'],
    ["a style of a spreadsheet", '4<span class="font5"></span>'],
    ["an element that holds it", '<data value="4">4</data>'],
  ])("but not %s", async (_, inner) => {
    const [, cell] = await cellsOf(table(`<td>${inner}</td>`));
    expect([cell!.text, cell!.doubt]).toEqual(["4", undefined]);
  });
});
