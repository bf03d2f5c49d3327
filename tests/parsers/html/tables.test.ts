/** Tables of pages: odd markup, wrong spans, layout tables, and tables drawn without table elements. */
import { open } from "../../../parsers/index.js";
import { outlineOf, readPage } from "./read.js";

const rows = (...texts: string[][]) =>
  texts.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("");
const DATA = [
  ["规章", "3"],
  ["文件", "4"],
  ["总计", "7"],
];
const TABLE = `<table>${rows(...DATA)}</table>`;

describe("table elements", () => {
  test.each([
    ["end tags left out", "<table><tr><td>规章<td>3<tr><td>文件<td>4<tr><td>总计<td>7</table>"],
    [
      "the foot written first",
      `<table><tfoot>${rows(["总计", "7"])}</tfoot><thead>${rows(["规章", "3"])}</thead><tbody>${rows(["文件", "4"])}</tbody></table>`,
    ],
    [
      "header cells",
      "<table><tr><th>规章</th><td>3</td></tr><tr><th>文件</th><td>4</td></tr><tr><th>总计</th><td>7</td></tr></table>",
    ],
    [
      "headings as labels",
      "<table><tr><td><h2>规章</h2></td><td>3</td></tr><tr><td><h2>文件</h2></td><td>4</td></tr><tr><td>总计</td><td>7</td></tr></table>",
    ],
    ["a row of its own table each", DATA.map((row) => `<table>${rows(row)}</table>`).join("\n")],
    [
      "paragraphs between row and cell",
      "<table><tr><p></p><td>规章</td><td>3</td></tr><tr><td>文件</td><td>4</td></tr><tr><td>总计</td><td>7</td></tr></table>",
    ],
    [
      "hidden rows and cells",
      `<table>${rows(["规章", "3"])}<tr hidden><td>旧</td><td>9</td></tr><tr><td>文件</td><td style="display:none">9</td><td>4</td></tr>${rows(["总计", "7"])}</table>`,
    ],
    [
      "fields that hold the values",
      '<table><tr><td>规章</td><td><input value="3" disabled></td></tr><tr><td>文件</td><td><textarea>4</textarea></td></tr><tr><td>总计</td><td><select><option>6</option><option selected>7</option></select></td></tr></table>',
    ],
    [
      "each value in a table of its own",
      `<table>${DATA.map(([label, value]) => `<tr><td>${label!}</td><td><table><tr><td>${value!}</td></tr></table></td></tr>`).join("")}</table>`,
    ],
  ])("%s", async (_, html) => {
    expect(await outlineOf(html)).toEqual([DATA]);
  });

  test("a caption comes before its table", async () => {
    expect(await outlineOf(`<table><caption>表一</caption>${rows(...DATA)}</table>`)).toEqual(["表一", DATA]);
  });

  test("a span of 0 rows goes down to the last, a span beyond the table ends with it", async () => {
    const { blocks } = await readPage(
      "<table><tr><td rowspan=0>合</td><td rowspan=99>并</td><td>1</td></tr><tr><td>2</td></tr></table>",
    );
    expect(blocks[0]).toMatchObject({ rows: 2, columns: 3, layout: "grid" });
  });

  test("a span beyond all bounds is bounded", async () => {
    const { blocks } = await readPage("<table><tr><td colspan=99999>题</td></tr><tr><td>a</td><td>1</td></tr></table>");
    expect(blocks[0]).toMatchObject({ rows: 2, columns: 1_000, layout: "rows" });
  });

  test("spans that overlap lose no cell and make no grid", async () => {
    const html =
      "<table><tr><td>a</td><td rowspan=3>b</td></tr><tr><td colspan=2>c</td><td>d</td></tr><tr><td>e</td><td>f</td></tr></table>";
    expect(await outlineOf(html)).toEqual([
      [
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
      ],
    ]);
    expect((await readPage(html)).blocks[0]).toMatchObject({ layout: "rows" });
  });

  test("cells beyond the limit are refused", async () => {
    const wide = `<table>${'<tr><td colspan="1000" rowspan="200">a</td><td>b</td></tr>'.repeat(200)}</table>`;
    await expect(open(new TextEncoder().encode(wide))).rejects.toMatchObject({ code: "limit-exceeded" });
  });
});

describe("tables that arrange the page", () => {
  test("are unwrapped around tables, prose and headings", async () => {
    const html = `<table><tr><td width="200">栏目</td><td><p>一、总体情况</p>${TABLE}<p>二、其他</p></td></tr></table>`;
    expect(await outlineOf(html)).toEqual(["栏目", "一、总体情况", DATA, "二、其他"]);
    const prose = "本年度全局工作有序推进。".repeat(40);
    expect(await outlineOf(`<table>${rows(["一、总体情况"], [prose])}</table>`)).toEqual(["一、总体情况", prose]);
    expect(await outlineOf("<table><tr><td><h1>年度报告</h1></td></tr><tr><td>正文</td></tr></table>")).toEqual([
      "年度报告",
      "正文",
    ]);
  });

  test("are unwrapped through all levels", async () => {
    expect(await outlineOf(`${"<table><tr><td>".repeat(9)}${TABLE}${"</td></tr></table>".repeat(9)}`)).toEqual([DATA]);
  });

  test("one long remark doesn't make a layout of a table of data", async () => {
    const remark = "说明".repeat(210);
    const many = Array.from({ length: 60 }, (_, i) => [`第${i}项行政许可和处罚数量`, String(i)]);
    const [table] = await outlineOf(`<table>${rows(...many, ["备注", remark])}</table>`);
    expect(table).toEqual([...many, ["备注", remark]]);
  });
});

describe("tables without table elements", () => {
  const divs = (row: string, cell: string) =>
    DATA.map((texts) => `<div ${row}>${texts.map((text) => `<div ${cell}>${text}</div>`).join("")}</div>`).join("");
  const items = (name: string, inner: string) =>
    DATA.map((texts) => `<${name}>${texts.map((text) => `<${inner}>${text}</${inner}>`).join("")}</${name}>`).join(
      "\n",
    );

  test.each([
    [
      "styles of tables",
      `<div style="display:table">${divs('style="display:table-row"', 'style="display:table-cell"')}</div>`,
    ],
    [
      "styles by rules",
      `<style>.t{display:table}.t>div{display:table-row}</style><div class="t">${divs("", "")}</div>`,
    ],
    ["roles", `<div role="table">${divs('role="row"', 'role="cell"')}</div>`],
    ["a group of rows", `<div role="table"><div role="rowgroup">${divs('role="row"', 'role="cell"')}</div></div>`],
    ["flex boxes", `<section>${divs('style="display:flex"', "")}</section>`],
    [
      "a grid",
      `<div style="display:grid;grid-template-columns:200px 1fr">${DATA.flat()
        .map((text) => `<div>${text}</div>`)
        .join("")}</div>`,
    ],
    [
      "a grid of repeated columns",
      `<div style="display:grid;grid-template-columns:repeat(2,minmax(0,1fr))">${DATA.flat()
        .map((text) => `<div>${text}</div>`)
        .join("")}</div>`,
    ],
    ["names of classes", `<div class="data-table">${divs('class="tr"', 'class="td"')}</div>`],
    ["a list of labels and values", `<ul>${items("li", "span")}</ul>`],
    ["boxes of labels and values", `<div>${items("div", "div")}</div>`],
    ["a list of terms", `<div><dl>${DATA.map(([a, b]) => `<dt>${a!}</dt><dd>${b!}</dd>`).join("")}</dl></div>`],
  ])("%s", async (_, html) => {
    expect(await outlineOf(html)).toEqual([DATA]);
  });

  test("a style of tables makes one of a single row, too", async () => {
    const cells = ["行政许可", "15"].map((text) => `<div style="display:table-cell">${text}</div>`).join("");
    const row = `<div style="display:table-row">${cells}</div>`;
    expect(await outlineOf(`<div style="display:table">${row}</div>`)).toEqual([[["行政许可", "15"]]]);
    expect(
      await outlineOf(`<div style="display:table">\n<div style="display:table-row-group">${row}</div>\n</div>`),
    ).toEqual([[["行政许可", "15"]]]);
  });

  test("a part of a grid may span columns and rows", async () => {
    const html = `<div style="display:grid;grid-template-columns:repeat(3,1fr)"><div style="grid-column:span 2">甲</div><div style="grid-row:1 / 3">乙</div><div>丙</div><div>丁</div></div>`;
    const { blocks } = await readPage(html);
    const cells = blocks[0]?.kind === "table" ? blocks[0].cells : [];
    expect(cells.map(({ text, row, column, rowSpan, colSpan }) => [text, row, column, rowSpan, colSpan])).toEqual([
      ["甲", 0, 0, 1, 2],
      ["乙", 0, 2, 2, 1],
      ["丙", 1, 0, 1, 1],
      ["丁", 1, 1, 1, 1],
    ]);
  });

  test("rows and columns that arrange a page are no table", async () => {
    const prose = "本年度全局工作有序推进。".repeat(40);
    const html = `<div>${`<div class="row"><div class="col">${prose}</div><div class="col">边</div></div>`.repeat(3)}</div>`;
    expect(await outlineOf(html)).toEqual([prose, "边", prose, "边", prose, "边"]);
  });

  test("paragraphs split into spans are paragraphs", async () => {
    const html =
      "<div><p><span>一、</span><span>甲</span></p><p><span>二、</span><span>乙</span></p><p><span>三、</span><span>丙</span></p></div>";
    expect(await outlineOf(html)).toEqual(["一、甲", "二、乙", "三、丙"]);
  });
});

test("a cell that holds a picture alone says so; a spacer is nothing", async () => {
  const cells = ['<img src="n.png" alt="12">', '<img src="s.gif" width="1" height="1">', '<img src="n.png">7'];
  const html = `<table>${cells.map((inner) => `<tr><td>规章</td><td>${inner}</td></tr>`).join("")}</table>`;
  const { blocks } = await readPage(html);
  const values = blocks
    .flatMap((block) => (block.kind === "table" ? block.cells : []))
    .filter(({ column }) => column === 1);
  expect(values.map(({ text, doubt }) => [text, doubt])).toEqual([
    ["", "picture"],
    ["", undefined],
    ["7", undefined],
  ]);
});

describe("a cell without text that shows something all the same says so", () => {
  const css = `.a::before{content:attr(data-v)} .c:after { content: counter(n) } .l:before{content:"3"} .s::after{content:"\\33"}
    .p{background:url(n.png)} .u:before{content:"件"}`;
  test.each([
    ["by an attribute that a style sheet prints", '<span class="a" data-v="3"></span>'],
    ["by an attribute that a style sheet elsewhere may print", '<span data-v="3"></span>'],
    ["by a counter", '<b class="c"></b>'],
    ["by a text of the style sheet", '<i class="l"></i>'],
    ["by an escape of the style sheet", '<i class="s"></i>'],
    ["by a background", '<i class="p"></i>'],
    ["by a background of its own", '<i style="background-image:url(n.png)"></i>'],
    ["by a drawing", "<svg><path d='M0 0'/></svg>"],
    ["by a script", "<script>document.write(n)</script>"],
    ["by a field that only a script fills", '<input id="n">'],
    ["by a button", "<button>3</button>"],
    ["by a text for an empty field", '<input value="" placeholder="3">'],
    ["by an element that a script fills", '<span id="received"></span>'],
    ["by a binding", '<em v-text="received"></em>'],
    ["by an element of the page's own", '<n-number value="3"></n-number>'],
  ])("%s", async (_, inner) => {
    const { blocks } = await readPage(
      `<style>${css}</style><table><tr><td>规章</td><td>${inner}</td></tr><tr><td>总计</td><td>4</td></tr></table>`,
    );
    const cells = blocks.flatMap((block) => (block.kind === "table" ? block.cells : []));
    expect(cells.map(({ text, doubt }) => [text, doubt])).toEqual([
      ["规章", undefined],
      ["", "generated"],
      ["总计", undefined],
      ["4", undefined],
    ]);
  });

  test.each([
    ["nothing", ""],
    ["an ornament", '<i class="o"></i>'],
    ["an empty field", '<input type="text" value="">'],
    ["a hidden field", '<input type="hidden" value="3">'],
    ["something hidden", '<span style="display:none" data-v="3"></span>'],
    ["an editor's mark", '<span id="_baidu_bookmark_start_1"></span>'],
    ["a width", '<span data-colwidth="82"></span>'],
    ["a break", "<p><br></p>"],
    ["a style of a spreadsheet", '<span class="font5"></span>'],
    ["a script that prints nothing", "<script>/* end */ var a = 1;</script>"],
    ["a hidden clearing of floats", '<div class="clearfix"></div>'],
    ["a background that is taken away", '<i class="p none"></i>'],
  ])("but %s is blank", async (_, inner) => {
    const html = `<style>.o:before{content:"·"} td:before{content:""} .p{background:url(n.png)} .none{background:none}
      .clearfix:after{content:"0020";display:block;height:0;clear:both;visibility:hidden} td{background:url(paper.png)}
      </style><table><tr><td>规章</td><td>${inner}</td></tr></table>`;
    const { blocks } = await readPage(html);
    expect(blocks.flatMap((block) => (block.kind === "table" ? block.cells : [])).at(-1)).toMatchObject({ text: "" });
    expect(blocks.flatMap((block) => (block.kind === "table" ? block.cells : [])).at(-1)!.doubt).toBeUndefined();
  });

  test("a digit that the style sheet prints beside a text leaves it in doubt; a unit or a column's name does not", async () => {
    const html = `<style>.l:after{content:"3"} .u:after{content:"件"} td::before{content:attr(data-label)}</style>
      <table><tr><td>甲</td><td>4<i class="l"></i></td></tr><tr><td>乙</td><td class="u" data-label="总计">5</td></tr></table>`;
    const { blocks } = await readPage(html);
    const cells = blocks.flatMap((block) => (block.kind === "table" ? block.cells : []));
    expect(cells.map(({ doubt }) => doubt)).toEqual([undefined, "generated", undefined, undefined]);
  });

  test.each([
    ["what is hidden", '.a:after{content:"0020";display:block;height:0;visibility:hidden}'],
    ["what another rule takes away", '.a:after{content:"3"} td .a:after{content:none}'],
    ["what isn't laid out", "td:before{content:attr(data-label);display:none}"],
    ["what narrow screens show", "@media screen and (max-width:600px){td:before{content:attr(data-label)}}"],
    [
      "what phones and tablets show",
      "@media only screen and (max-width:760px), (min-width:768px) and (max-width:1024px){td:before{content:attr(data-label)}}",
    ],
    ["a column's name with a year", "td:before{content:attr(data-label) '：'}"],
  ])("but %s adds no digit", async (_, css) => {
    const html = `<style>${css}</style><table><tr><td>规章</td><td data-label="2024"><b class="a">4</b></td></tr></table>`;
    const { blocks } = await readPage(html);
    expect(blocks.flatMap((block) => (block.kind === "table" ? block.cells : [])).at(-1)).toEqual(
      expect.objectContaining({ text: "4" }),
    );
    expect(blocks.flatMap((block) => (block.kind === "table" ? block.cells : [])).at(-1)!.doubt).toBeUndefined();
  });

  test.each([
    ["a sign before it", '.a:before{content:"-"}'],
    ["a multiple behind it", '.a:after{content:"万"}'],
  ])("%s is part of a number", async (_, css) => {
    const html = `<style>${css}</style><table><tr><td>规章</td><td><b class="a">4</b></td></tr></table>`;
    const { blocks } = await readPage(html);
    expect(blocks.flatMap((block) => (block.kind === "table" ? block.cells : [])).at(-1)!.doubt).toBe("generated");
  });

  test("in tables drawn with other elements as well", async () => {
    const row = (label: string, inner: string) =>
      `<div style="display:table-row"><div>${label}</div><div>${inner}</div></div>`;
    const html = `<div style="display:table">${row("规章", '<b data-v="3"></b>')}${row("总计", "4")}</div>`;
    const { blocks } = await readPage(html);
    const cells = blocks.flatMap((block) => (block.kind === "table" ? block.cells : []));
    expect(cells.map(({ text, doubt }) => [text, doubt])).toEqual([
      ["规章", undefined],
      ["", "generated"],
      ["总计", undefined],
      ["4", undefined],
    ]);
  });
});

describe("digits that a style sheet shows in another order than they are read", () => {
  const doubtOf = async (cell: string) => {
    const { blocks } = await readPage(`<table><tr><td>规章</td>${cell}</tr><tr><td>总计</td><td>4</td></tr></table>`);
    return blocks.flatMap((block) => (block.kind === "table" ? block.cells : []))[1]!.doubt;
  };
  test.each([
    ["turned boxes", '<td><p style="display:flex;flex-direction:row-reverse"><i>1</i><i>2</i></p></td>'],
    ["turned boxes that wrap", '<td style="display:flex;flex-flow:row-reverse wrap"><i>1</i><i>2</i></td>'],
    [
      "boxes with places",
      '<td><p style="display:inline-flex"><i style="order:2">1</i><i style="order:1">2</i></p></td>',
    ],
    ["boxes that run to the left", '<td dir="rtl"><p style="display:flex"><i>1</i><i>2</i></p></td>'],
    [
      "boxes in a line that runs to the left",
      '<td style="direction:rtl"><i style="display:inline-block">1</i><i style="display:inline-block">2</i></td>',
    ],
    ["floats to the right", '<td><i style="float:right">1</i><i style="float:right">2</i></td>'],
    ["a float before what stands left of it", '<td><i style="float:right">1</i>2</td>'],
    ["a float behind what stands right of it", '<td>1<i style="float:left">2</i></td>'],
  ])("leave the cell in doubt: %s", async (_, cell) => {
    expect(await doubtOf(cell)).toBe("reordered");
  });

  test.each([
    ["boxes in order", '<td><p style="display:flex"><i style="order:1">1</i><i style="order:2">2</i></p></td>'],
    ["one turned box", '<td style="display:flex;flex-direction:row-reverse"><i>12</i><i>件</i></td>'],
    ["floats to the left", '<td><i style="float:left">1</i><i style="float:left">2</i></td>'],
    ["a unit that floats", '<td><i style="float:right">件</i>12</td>'],
    ["digits in a line that runs to the left", '<td dir="rtl"><i>1</i><i>2</i></td>'],
    ["a hidden float", '<td><i style="float:right;display:none">1</i>2</td>'],
  ])("but not %s", async (_, cell) => {
    expect(await doubtOf(cell)).toBeUndefined();
  });
});

test("names without a value behind them make no list of metadata", async () => {
  const html = "<p>甲</p><table><tr><td>索引号</td><td>标题：</td></tr><tr><td>文号：</td></tr></table>";
  expect(await outlineOf(html)).toEqual(["甲"]);
});

test("rows with several values behind a name are no list of metadata", async () => {
  const html = "<table><tr><td>规章：</td><td>1</td><td>2</td></tr><tr><td>文件：</td><td>3</td><td></td></tr></table>";
  expect(await outlineOf(html)).toEqual([
    [
      ["规章：", "1", "2"],
      ["文件：", "3", ""],
    ],
  ]);
});

test("cells of a name and a number with its unit each are no list of metadata", async () => {
  const cells = ["行政许可数：12件", "行政处罚数：3件", "信函申请数：0件", "网络申请数：5 件", "收取费用：0.5万元"];
  const { metadata, blocks } = await readPage(`<table>${rows(...cells.map((cell) => [cell]))}</table>`);
  expect(metadata).toEqual([]);
  expect(blocks.map(({ kind }) => kind)).toEqual(["table"]);
});

test("rows of numbers behind names are no list of metadata", async () => {
  const html = ["许可", "处罚", "强制", "收费"]
    .map((name, i) => `<tr><td>${name}：</td><td>${i + 1}</td></tr>`)
    .join("");
  const rows = ["许可", "处罚", "强制", "收费"].map((name, i) => [`${name}：`, String(i + 1)]);
  expect(await outlineOf(`<table>${html}</table>`)).toEqual([rows]);
});
