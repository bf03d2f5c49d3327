/** What of a page is shown, and what isn't. */
import { outlineOf, readPage } from "./read.js";

const page = (css: string, body: string) => `<html><head><style>${css}</style></head><body>${body}</body></html>`;

describe("hidden by itself", () => {
  test.each([
    ["the hidden attribute", "<div hidden>乙</div>"],
    ["display:none", '<div style="DISPLAY : None">乙</div>'],
    ["visibility:hidden", '<div style="visibility:hidden">乙</div>'],
    ["font-size:0", '<div style="font-size:0px">乙</div>'],
    ["mso-hide", "<span style='mso-hide:all'>乙</span>"],
    ["opacity:0", '<div style="opacity:0">乙</div>'],
    ["a place off the screen", '<div style="position:absolute;left:-9999px">乙</div>'],
    ["an indentation off the screen", '<p style="text-indent:-999em">乙</p>'],
    ["a box without height", '<div style="height:0;overflow:hidden">乙</div>'],
    ["a clipping", '<span style="position:absolute;clip:rect(0 0 0 0)">乙</span>'],
    ["a scale of nothing", '<div style="transform:scale(0)">乙</div>'],
    ["a dialog that isn't open", "<dialog>乙</dialog>"],
    ["a template", "<template><p>乙</p></template>"],
    ["noscript", "<noscript>乙</noscript>"],
    ["a script that holds markup", '<script type="text/html"><p>乙</p></script>'],
    ["a comment", "<!-- <p>乙</p> -->"],
    ["a conditional comment", "<!--[if gte mso 9]><p>乙</p><![endif]-->"],
    ["text that was deleted", "<del>乙</del>"],
  ])("%s", async (_, hidden) => {
    expect(await outlineOf(`<p>甲</p>${hidden}<p>丙</p>`)).toEqual(["甲", "丙"]);
  });
});

describe("shown after all", () => {
  test.each([
    ["what is hidden only from readers of screens", '<p aria-hidden="true">乙</p>'],
    [
      "a visible part of something invisible",
      '<div style="visibility:hidden">甲<b style="visibility:visible">乙</b></div>',
    ],
    ["a sized part of something without size", '<div style="font-size:0">甲<b style="font-size:14px">乙</b></div>'],
    ["a downlevel-revealed comment's content", "<![if !supportLists]><p>乙</p><![endif]>"],
    ["a box with neither height nor clipping", '<div style="height:0">乙</div>'],
    ["a dialog that is open", "<dialog open>乙</dialog>"],
  ])("%s", async (_, html) => {
    expect(await outlineOf(html)).toEqual(["乙"]);
  });
});

describe("hidden by rules", () => {
  test.each([
    ["a class", ".a{display:none}", '<p class="x a">乙</p>'],
    ["an id", "#a{visibility:hidden}", '<p id="a">乙</p>'],
    ["an element name with a class", "p.a{display:none}", '<p class="a">乙</p>'],
    ["a descendant", ".a .b{display:none}", '<div class="a"><div><p class="b">乙</p></div></div>'],
    ["a child", ".a>p{display:none}", '<div class="a"><p>乙</p></div>'],
    ["an attribute", "[data-old]{display:none}", "<p data-old>乙</p>"],
    ["one selector of several", ".x,.a,.y{display:none}", '<p class="a">乙</p>'],
    ["screen media", "@media screen and (min-width:1px){.a{display:none}}", '<p class="a">乙</p>'],
    ["a rule behind others and comments", ".z{color:red}/* .q{} */ .a{display:none}", '<p class="a">乙</p>'],
    [
      "an important rule against the element's own style",
      ".a{display:none!important}",
      '<p class="a" style="display:block">乙</p>',
    ],
    ["the more specific rule", "#a{display:none}.a{display:block}", '<p id="a" class="a">乙</p>'],
    ["the later rule", ".a{display:block}.a{display:none}", '<p class="a">乙</p>'],
  ])("%s", async (_, css, html) => {
    expect(await outlineOf(page(css, `<p>甲</p>${html}`))).toEqual(["甲"]);
  });

  test.each([
    ["print media", "@media print{.a{display:none}}", '<p class="a">乙</p>'],
    ["another element name", "div.a{display:none}", '<p class="a">乙</p>'],
    ["a state", ".a:hover{display:none}", '<p class="a">乙</p>'],
    ["a pseudo-element", ".a::before{display:none}", '<p class="a">乙</p>'],
    ["a rule that the element's own style overrides", ".a{display:none}", '<p class="a" style="display:block">乙</p>'],
    ["a more specific rule that shows", "#a{display:block}.a{display:none}", '<p id="a" class="a">乙</p>'],
    ["a comment in the style sheet", "/*.a{display:none}*/", '<p class="a">乙</p>'],
    ["broken css", ".a{display:none", '<p class="b">乙</p>'],
  ])("but not by %s", async (_, css, html) => {
    expect(await outlineOf(page(css, html))).toEqual(["乙"]);
  });
});

describe("kept elsewhere", () => {
  test.each([
    [
      "a frame",
      '<iframe src="/files/2024.html"></iframe>',
      "frame",
      "页面内嵌了另一页面或文件“/files/2024.html”，不在本文件中，没有读取",
    ],
    [
      "an embedded file",
      '<object data="a.docx"></object>',
      "frame",
      "页面内嵌了另一页面或文件“a.docx”，不在本文件中，没有读取",
    ],
    [
      "a linked attachment",
      '<a href="/f/1.docx?id=2">报告全文</a>',
      "attachment",
      "页面链接了附件“报告全文”，附件不在本文件中，没有读取",
    ],
    ["a picture", '<img src="t.png" alt="统计表">', "image", "正文中有图片“统计表”，其中的内容没有读取"],
  ])("%s is told", async (_, html, code, zh) => {
    const { problems } = await readPage(`<p>年度报告见下：</p><p>${html}</p>`);
    expect(problems.map((problem) => [problem.code, problem.text.zh])).toEqual([[code, zh]]);
  });

  test("icons, counters, empty frames and ordinary links are nothing to tell", async () => {
    const html =
      '<p>甲<img src="i.png" width="16"><iframe width="1" src="c.html"></iframe><iframe></iframe><a href="b.html">乙</a></p>';
    expect((await readPage(html)).problems).toEqual([]);
  });

  test("a page of frames alone is refused with their names", async () => {
    await expect(
      readPage('<html><frameset cols="1,2"><frame src="left.html"><frame src="right.html"></frameset></html>'),
    ).rejects.toMatchObject({
      code: "no-text",
      text: { zh: "文件中没有文字：页面内嵌了另一页面或文件“left.html”，不在本文件中，没有读取" },
    });
  });

  const article = "<p>本年度全局工作有序推进。</p>".repeat(12);

  test.each([
    ["a script", `<script>var page={"content":${JSON.stringify(article).replaceAll("/", "\\/")}}</script>`],
    ["a hidden field", `<textarea style="display:none">${article.replaceAll("<", "&lt;")}</textarea>`],
  ])("an article that only %s holds is told", async (_, holder) => {
    const { problems } = await readPage(`<p>正在加载</p>${holder}`);
    expect(problems.map(({ code }) => code)).toEqual(["scripted-content"]);
    await expect(readPage(`<div></div>${holder}`)).rejects.toMatchObject({
      code: "no-text",
      text: { zh: "文件中没有文字：页面的正文由脚本生成，脚本中的内容没有读取：请在浏览器中打开后另存" },
    });
  });

  test("a script with an article beside the page's own is nothing to tell", async () => {
    expect((await readPage(`${article}${article}<script>var copy='${article}'</script>`)).problems).toEqual([]);
  });
});

describe("elements with the same name, id and classes", () => {
  test.each([
    [
      "inside others",
      ".out p { display: none }",
      '<div class="in"><p>甲</p></div><div class="out"><p>乙</p></div>',
      ["甲"],
    ],
    ["at another place", "p:nth-child(2) { display: none }", "<div><p>甲</p><p>乙</p></div>", ["甲"]],
    ["with other attributes", "p[align=right] { display: none }", "<p>甲</p><p align=right>乙</p>", ["甲"]],
    ["with other styles", "p { display: none }", '<p style="display:block">甲</p><p>乙</p>', ["甲"]],
    ["behind others", "h1 + p { display: none }", "<div><p>甲</p><h1>乙</h1><p>丙</p></div>", ["甲", "乙"]],
    ["with others inside", "div:has(b) { display: none }", "<div>甲</div><div><b>乙</b></div>", ["甲"]],
    ["deeper down", "body > p { display: none }", "<p>甲</p><div><p>乙</p></div>", ["乙"]],
    [
      "where the later of two rules holds, alike or not",
      "p { display: none } p:last-child { display: block } .x { display: none }",
      '<div><p>甲</p><p>乙</p><p class="x">丙</p></div><div><p>丁</p></div>',
      ["丙", "丁"],
    ],
  ])("%s are told apart", async (_, css, body, shown) => {
    expect(await outlineOf(page(css, body))).toEqual(shown);
  });
});

test("attributes may have the names of what objects inherit", async () => {
  const body = '<div __proto__="hidden" constructor="x" hidden>甲</div><p __proto__="hidden" toString>乙</p><p>丙</p>';
  expect(await outlineOf(page("[constructor=x], [valueof] { display: none }", body))).toEqual(["乙", "丙"]);
});
