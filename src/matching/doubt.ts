/** What can speak against a printed number: each doubt, how much it weighs, and the words that tell it. */
import type { CellDoubt } from "../../parsers/document.js";

/** Why a printed value may stand at the wrong indicator or may not be what was printed. */
export type Doubt =
  | CellDoubt
  /** The empty cells of its row were moved to the row's end. */
  | "collapsed"
  /** They may have been: the empty cells of all rows stand at the end. */
  | "columns"
  /** The label of its row is misprinted and stands where the form has another. */
  | "misprinted"
  /** Its row has no label: its place between others tells which it is. */
  | "place"
  /** Most rows of its table stand twice with other numbers. */
  | "mixed"
  /** Numbers seem to stand before their labels. */
  | "shifted"
  /** Its head or its label names another year than the report's. */
  | "otherYear"
  /** Its number, which is not nothing, stands in a cell merged over those of several indicators. */
  | "merged"
  /** Its number is set in brackets, or its thousands are set off by a space. */
  | "setOff"
  /** The document ends with it: the rest of it may have been cut off. */
  | "cut"
  /** What is printed around it tells several units, or one that can't be told. */
  | "unit"
  /** No header confirms the order of its columns. */
  | "unheaded"
  /** Labels and values stand in separate lines, and may belong to one another otherwise. */
  | "order";

/** Doubts that no arithmetic can lift. */
export const FATAL: ReadonlySet<Doubt> = new Set([
  "garbled",
  "picture",
  "generated",
  "reordered",
  "obscured",
  "overlap",
  "unplaced",
  "collapsed",
  "shifted",
  "unit",
  "otherYear",
  "merged",
  "mixed",
]);
/** Doubts about the row: the sum of the row's own cells says nothing about them. */
export const OF_ROW: ReadonlySet<Doubt> = new Set(["misprinted", "place", "order"]);

/** What a reader is told of each. */
export const DOUBT_WORDS: Readonly<Record<Doubt, { zh: string; en: string }>> = {
  garbled: { zh: "字符无法可靠还原", en: "its characters could not be mapped reliably" },
  picture: { zh: "单元格里是图片，其中的内容没有读取", en: "the cell holds a picture, which is not read" },
  generated: {
    zh: "单元格的内容由样式表、脚本或表单控件显示，没有读取",
    en: "a style sheet, a script or a field of a form shows what the cell holds, which is not read",
  },
  reordered: {
    zh: "样式表改变了单元格中各段文字的显示顺序",
    en: "a style sheet shows the parts of its text in another order than they were read",
  },
  obscured: {
    zh: "文字与底色相近，或其样式使它看不见、看不全、与所存不同",
    en: "its text has the colour of what is behind it, or is set so that it is not seen as it is stored",
  },
  overlap: { zh: "文字与相邻单元格重叠", en: "its text overlaps a neighbouring cell" },
  rejoined: { zh: "单元格由分页两侧拼接而成，且合计不符", en: "it was rejoined over a page break, and a sum fails" },
  inferred: {
    zh: "所在行列由对齐推断，且合计不符",
    en: "its row or column was inferred from alignment, and a sum fails",
  },
  unplaced: {
    zh: "页面上没有表格线，由对齐也无法确定它属于哪一行、哪一列",
    en: "no rulings, and no alignment either, tell its row and column",
  },
  collapsed: {
    zh: "该行的空白单元格被移到了行尾，无法确定各数属于哪一列",
    en: "the empty cells of its row were moved to the row's end: the columns of its numbers are unknown",
  },
  columns: {
    zh: "各行的空白单元格都在行尾，可能被移动过，且合计不符",
    en: "the empty cells of all rows stand at the end and may have been moved, and a sum fails",
  },
  misprinted: {
    zh: "行标签有误字且不在应在的位置，且合计不符",
    en: "the label of its row is misprinted and out of place, and a sum fails",
  },
  place: {
    zh: "该行没有标签，由前后行推断，且合计不符",
    en: "its row has no label and was taken for its place between others, and a sum fails",
  },
  shifted: {
    zh: "数值似在标签之前，标签与其后的数值可能错位",
    en: "numbers seem to stand before their labels: a label may be followed by the numbers of the next row",
  },
  otherYear: {
    zh: "表头或行标签所印的年份不是报告年度",
    en: "its head or its label names another year than the report's",
  },
  mixed: {
    zh: "表中大多数行出现两次且数值不一致，无法确定该行属于哪一个表",
    en: "most rows of its table stand twice with other numbers: it may be of either table",
  },
  merged: {
    zh: "该数所在的单元格由几个指标的单元格合并而成",
    en: "it stands in a cell that is merged over those of several indicators",
  },
  setOff: {
    zh: "数字在括号内，或以空格分隔千位，且合计不符",
    en: "its number is set in brackets, or its thousands are set off by a space, and a sum fails",
  },
  cut: {
    zh: "文件到此为止，数值可能不完整，且合计不符",
    en: "the document ends with it, so that it may be cut, and a sum fails",
  },
  unit: {
    zh: "表头、标签或注释所印的单位互相矛盾或无法辨认",
    en: "the units printed in its head, its label or notes differ, or one of them can't be told",
  },
  unheaded: {
    zh: "没有表头可以证实各列的顺序，且各行合计大多不符",
    en: "no header confirms the order of its columns, and most sums of rows fail",
  },
  order: {
    zh: "标签与数值不在同一行，各列合计大多不符，可能错位",
    en: "labels and values stand in separate lines, and most column sums fail: they may be out of step",
  },
};

/** The code of the diagnostic, where it is not "cell-doubtful". */
export const DOUBT_CODES: Readonly<Partial<Record<Doubt, string>>> = { collapsed: "collapsed-cells" };
