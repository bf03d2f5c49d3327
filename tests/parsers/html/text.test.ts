/** The text of pages: line breaks, notes, fields, pages saved by Word, and what surrounds the article. */
import { outlineOf, readPage } from "./read.js";

describe("line breaks", () => {
  test.each([
    [
      "in a container part paragraphs",
      "<div>一、总体情况<br>本年度工作。<br><br>二、其他</div>",
      ["一、总体情况", "本年度工作。", "二、其他"],
    ],
    ["directly in the body part paragraphs", "一、总体情况<br/>本年度工作。", ["一、总体情况", "本年度工作。"]],
    ["in a paragraph don't", "<p>某某局<br>年度报告</p>", ["某某局\n年度报告"]],
    [
      "in a paragraph do before an indentation",
      "<p>前言<br>　　本年度工作。<br>&nbsp;&nbsp;又一段</p>",
      ["前言", "　　本年度工作。", "\u00a0\u00a0又一段"],
    ],
    [
      "in a paragraph do before an ordinal and an empty line",
      "<p>前言<br>一、总体情况<br><br>正文<br>（一）甲</p>",
      ["前言", "一、总体情况", "正文", "（一）甲"],
    ],
    ["in a heading stay", "<h1>某某局<br>一、年度报告</h1>", ["某某局\n一、年度报告"]],
    [
      "of the source are spaces, and nothing between Chinese characters",
      "<p>公开\n 工作\nok\nok</p>",
      ["公开工作 ok ok"],
    ],
    ["of the source count in preformatted text", "<pre>甲\n乙</pre>", ["甲", "乙"]],
    ["of the source count where the style says so", '<div style="white-space:pre-line">甲\n乙</div>', ["甲", "乙"]],
    ["written as end tags are line breaks", "<div>甲</br>乙</div>", ["甲", "乙"]],
  ])("%s", async (_, html, expected) => {
    expect(await outlineOf(html)).toEqual(expected);
  });
});

test.each([
  [
    "a raised number behind a number is the mark of a note",
    "<table><tr><td>规章</td><td>22<sup>1</sup></td></tr><tr><td>文件</td><td>4<sup>[2]</sup></td></tr></table>",
    [
      [
        ["规章", "22[1]"],
        ["文件", "4[2]"],
      ],
    ],
  ],
  ["a raised number behind a letter is a power", "<p>面积5m<sup>2</sup></p>", ["面积5m2"]],
  [
    "a cell that is raised as a whole is a number",
    "<table><tr><td>规章</td><td><sup>22</sup></td></tr><tr><td>文件</td><td>1</td></tr></table>",
    [
      [
        ["规章", "22"],
        ["文件", "1"],
      ],
    ],
  ],
  [
    "a number raised by style, or that leads to a note, is a mark too",
    `<table><tr><td>规章</td><td>22<span style="font-size:8px;vertical-align:super">1</span></td></tr><tr><td>文件</td><td>4<a href="#fn2">2</a></td></tr></table>`,
    [
      [
        ["规章", "22[1]"],
        ["文件", "4[2]"],
      ],
    ],
  ],
  [
    "a digit at another height is no further digit",
    '<p>22<span style="position:relative;top:-5px">1</span>3</p><p><sup>1</sup>22</p>',
    ["22^1^3", "1^22"],
  ],
  ...[
    ["smaller", "<small>1</small>"],
    ["of a small size", '<font size="1">1</font>'],
    ["inside something raised", '<b><i style="vertical-align:top;font-size:12px">1</i></b>'],
    ["of a much smaller size in points", '<span style="font-size:7.5pt">1</span>'],
    ["white", '<span style="color:#FFF">1</span>'],
    ["white by its element", '<font color="white">1</font>'],
  ].map(([what, inner]): [string, string, string[]] => [
    `a digit that is ${what} is no further digit`,
    `<p>22${inner}</p>`,
    ["22^1"],
  ]),
  ...[
    ["an alignment", '<span style="vertical-align:text-top;font-size:60%">1</span>'],
    ["a distance", '<span style="vertical-align:5px">1</span>'],
    ["a variant of the font", '<span style="font-variant-position:super">1</span>'],
  ].map(([what, inner]): [string, string, string[]] => [
    `a number raised by ${what} is a mark`,
    `<p>22${inner}</p>`,
    ["22[1]"],
  ]),
  ...[
    ["of nearly one size", '<i style="font-size:9pt">2</i><i style="font-size:8pt">1</i>'],
    ["as small as what is around", '<i style="font-size:8pt">2<b style="font-size:8pt">1</b></i>'],
    ["of one size of the element font", '<font size="1">2<font size="1">1</font></font>'],
    ["of the usual sizes of the element font", '2<font size="2">1</font>'],
    ["at the top of the line", '<i style="vertical-align:top">2</i>1'],
    ["at the bottom of the text", '2<i style="vertical-align:text-bottom">1</i>'],
    ["moved by less than can be seen", '<i style="position:relative;top:-1px">2</i>1'],
    ["that say that they aren't moved", '<i style="position:relative;top:auto">2</i>1'],
    ["all raised", '<i style="vertical-align:3px">2</i><i style="vertical-align:3px">1</i>'],
    ["all raised by their element", "<sup>2</sup><sup>1</sup>"],
  ].map(([what, inner]): [string, string, string[]] => [`digits ${what} are one number`, `<p>${inner}</p>`, ["21"]]),
  ["digits of full width are digits", "<p>２２<sup>１</sup>，３<i style='color:white'>４</i></p>", ["２２[１]，３^４"]],
  ["marks of notes stay apart", "<p>22<sup>1</sup><sup>2</sup></p>", ["22[1][2]"]],
  [
    "digits of one size and colour are one number",
    '<p><b>2</b><span style="color:#f00;font-size:12px">1</span></p>',
    ["21"],
  ],
  [
    "text of no colour is not shown",
    '<p>甲<span style="color:transparent">1</span><i style="color:rgba(0, 0, 0, 0)">2</i><i style="font:0/0 a">3</i></p>',
    ["甲"],
  ],
  [
    "black text and text cut out of a background are shown",
    '<p><i style="color:rgb(0,0,0)">甲</i><i style="color:#000">乙</i></p><h1 style="-webkit-background-clip:text;color:transparent">丙</h1>',
    ["甲乙", "丙"],
  ],
  [
    "what is shown from its last character to its first is read so",
    '<p>1<bdo dir="rtl">32</bdo><span style="unicode-bidi:bidi-override;direction:rtl">54</span><i style="direction:rtl">67</i></p>',
    ["1234567"],
  ],
  ["text that is only read aloud is not shown", '<p>5<span class="sr-only">件</span></p>', ["5"]],
  [
    "digits at one height are one number, element by element",
    '<p><span style="position:relative;top:-1pt">2</span><span style="position:relative;top:-1pt">1</span></p>',
    ["21"],
  ],
  [
    "struck text was withdrawn: it would read as digits of the number that replaces it",
    '<p><s>9</s>1<strike>8</strike>2<del>7</del>3<span style="text-decoration: line-through red">6</span></p>',
    ["123"],
  ],
  ["text split over elements is one", "<p><span>1</span><span>2</span><b>3</b></p>", ["123"]],
  ["references without semicolon", "<p>a&nbsp;b&lt5&#19968;</p>", ["a\u00a0b<5一"]],
  ["the reading of ruby isn't text", "<p><ruby>公<rp>(</rp><rt>gong</rt><rp>)</rp></ruby>开</p>", ["公开"]],
  ["fields outside of cells are furniture", '<p>甲</p><input value="请输入关键词"><textarea>乙</textarea>', ["甲"]],
  ["a page may begin with any element", "<ol><li>甲</li><li>乙</li></ol>", ["甲", "乙"]],
])("%s", async (_, html, expected) => {
  expect(await outlineOf(html)).toEqual(expected);
});

test("a page saved by Word: list numbers are text, hidden runs and empty paragraphs aren't", async () => {
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8">
    <!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
    <style><!-- p.MsoNormal{mso-style-parent:"";font-size:12.0pt} span.old{mso-hide:all} --></style></head>
    <body><div class=WordSection1>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]>总体<span class=old>旧</span>情况<o:p></o:p></p>
    <p class=MsoNormal><o:p>&nbsp;</o:p></p>
    <p class=MsoNormal>共<span style='mso-spacerun:yes'>&nbsp;</span>5<span lang=EN-US>6</span>件</p></div></body></html>`;
  const outline = await outlineOf(html);
  expect(outline).toEqual(["一、总体情况", "共\u00a056件"]);
});

describe("a page of a content management system", () => {
  const links = (...names: string[]) => names.map((name) => `<li><a href="#">${name}</a></li>`).join("");
  const html = `<html><head><title>某局2024年报-某市政府</title>
    <meta name="ArticleTitle" content="某局2024年政府信息公开工作年度报告"><meta name="PubDate" content="2025-01-20">
    <meta property="og:site_name" content="某市人民政府"></head><body>
    <div class="top"><ul>${links("首页", "政务公开", "互动交流")}</ul></div>
    <div class="breadcrumb">当前位置：<a href="#">首页</a> &gt; <a href="#">年报</a></div>
    <table class="xxgk"><tr><td>索引号：</td><td>000-1</td><td>发布机构：</td><td>某局</td></tr></table>
    <div class="side"><h3>历年年报</h3><ul>${links("2023年政府信息公开工作年度报告", "2022年政府信息公开工作年度报告")}</ul></div>
    <div class="article"><h1>某局2024年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>${"本年度工作有序推进。".repeat(20)}</p></div>
    <div class="share">分享到：微信 微博</div>
    <div id="footer">主办单位：某市人民政府办公室</div></body></html>`;

  test("gives the article without what surrounds it", async () => {
    expect(await outlineOf(html)).toEqual([
      "某局2024年政府信息公开工作年度报告",
      "一、总体情况",
      "本年度工作有序推进。".repeat(20),
    ]);
  });

  test("states its metadata by elements and tables", async () => {
    const { metadata, title } = await readPage(html);
    expect(title).toBe("某局2024年报-某市政府");
    expect(metadata).toEqual([
      { name: "ArticleTitle", value: "某局2024年政府信息公开工作年度报告" },
      { name: "PubDate", value: "2025-01-20" },
      { name: "og:site_name", value: "某市人民政府" },
      { name: "索引号", value: "000-1" },
      { name: "发布机构", value: "某局" },
    ]);
  });
});
