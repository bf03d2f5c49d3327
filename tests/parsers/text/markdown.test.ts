/** Text with the marks of Markdown and HTML in it. */
import { withoutMarks } from "../../../parsers/lines/markdown.js";

test.each([
  ["**总计** __3__", "总计 3"],
  ["第一行<br>第二行", "第一行\n第二行"],
  ['<span class="n">1</span>2<b>3</b>', "123"],
  ['1<span style="vertical-align:-1px">2</span><span style="position:relative;top:-1.0pt">3</span>', "123"],
  ['<font size="2">1</font>2<span style="font-size:small">3</span>', "123"],
  ["a&nbsp;&lt;&#49;&#x32;", "a\u00a0<12"],
  ["1\\. 甲\\|乙", "1. 甲|乙"],
  ["5 < 6，7 > 3", "5 < 6，7 > 3"],
])("%s prints %s", (written, printed) => {
  expect(withoutMarks(written)).toBe(printed);
});

test.each([
  ["12<sup>1</sup>", "12[1]"],
  ["12<sup>[1]</sup>", "12[1]"],
  ['12<sup><a href="#fn1">1</a></sup>', "12[1]"],
  ["12<sub>2</sub>", "12[2]"],
  ["12<SUP>注1</SUP>", "12[注1]"],
  ["12^1^", "12[1]"],
  ["12[^3]", "12[3]"],
  ["１２<sup>１</sup>", "１２[１]"],
])("in %s the raised number is the mark of a note, not a digit", (written, printed) => {
  expect(withoutMarks(written)).toBe(printed);
});

test.each([
  ["<sup>1</sup>12", "1^12"],
  ["12<sup>1", "12^1"],
  ["12<sup>1,2</sup>3", "12^1,2^3"],
  ["<sup>１</sup>２", "１^２"],
])("in %s the raised digits stay apart from the others", (written, printed) => {
  expect(withoutMarks(written)).toBe(printed);
});

test.each([
  ["<s>9</s>12", "12"],
  ["<del>9</del>12", "12"],
  ["~~9~~12", "12"],
  ["12<strike>3</strike>", "12"],
])("in %s the struck number was withdrawn", (written, printed) => {
  expect(withoutMarks(written)).toBe(printed);
});

test("a raised number behind a letter is a power", () => {
  expect(withoutMarks("5m<sup>2</sup>")).toBe("5m2");
});

test("a raised cell is a number", () => {
  expect(withoutMarks("<sup>22</sup>")).toBe("22");
});

test.each([
  ['12<span style="vertical-align: super">1</span>', "12[1]"],
  ["12<span style='font-size:9px; VERTICAL-ALIGN:super;'>1</span>", "12[1]"],
  ['12<span style="vertical-align:4px"><b>1</b></span>', "12[1]"],
  ['12<a href="#fn1">1</a>', "12[1]"],
  ['12<sup><span style="vertical-align:super">1</span></sup>', "12[1]"],
  ['12<span class="footnote-ref">1</span>', "12[1]"],
  ["12$^{1}$", "12[1]"],
  ["$12^{1}$", "12[1]"],
  ["12\\textsuperscript{1}", "12[1]"],
  ["12<small>1</small>", "12^1"],
  ['12<font size="1">1</font>', "12^1"],
  ['12<span style="position:relative;top:-4px">1</span>', "12^1"],
  ['12<span style="color:#FFFFFF">1</span>', "12^1"],
  ['1<span style="font-size:16px">2</span><b>3</b>', "123"],
])("in %s what a style sets off is no digit of the number", (written, printed) => {
  expect(withoutMarks(written)).toBe(printed);
});

test.each([
  ['<span style="text-decoration:line-through">9</span>12', "12"],
  ['12<i style="display: none">9</i>', "12"],
  ["12<!-- 9 -->", "12"],
  ['12<span style="font-size:0">9</span>', "12"],
])("in %s what a style hides is not printed", (written, printed) => {
  expect(withoutMarks(written)).toBe(printed);
});

test.each(['<span data-v="3"></span>', "<data value=3></data>"])("%s is not taken for a blank", (written) => {
  expect(withoutMarks(written)).toBe(written);
});

test.each([
  ["`12`", "12"],
  ["$12$", "12"],
  ["$a$ 和 $b$", "$a$ 和 $b$"],
  ["<mark>12</mark><ins>3</ins>", "123"],
])("%s prints %s", (written, printed) => {
  expect(withoutMarks(written)).toBe(printed);
});
