/**
 * Paragraphs that are the cells of a table whose grid was lost in; the same logical rows as of a table out. A row is a
 * run of labels followed by a run of values; nothing is assigned to a column here.
 */
import type { Paragraph } from "../../parsers/document.js";
import { isBlank, isUncertainNumber, isValueText, type TableRow, type ValueCell } from "./table-row.js";

/** Longest printed label of the forms, with room for notes. */
const LONGEST_LABEL = 90;
/** With a number before it. */
const LONGEST_UNIT = 20;
/** Characters that make a label, each on its own line. */
const SHORTEST_UPRIGHT = 2;
/** Longest line that holds a row: its labels, perhaps repeated, and its values. */
const LONGEST_ROW = 600;
const HAS_DIGIT = /[\d０-９]/;
const HAS_WORDS = /\p{Script=Han}/u;
/** A number of a list, with a space before what it numbers. */
const ORDINAL = /^[(（]?[\d０-９]{1,2}[.．、)）]$/;
const SENTENCE = /[。；！？]/;

interface Token {
  readonly kind: "label" | "value";
  readonly text: string;
  readonly blocks: readonly Paragraph[];
  /** True for a number that a space alone divides from others. */
  readonly spaced?: boolean;
  /** True for a number of which the first digits may stand behind the label. */
  readonly torn?: boolean;
}

/** The rows of a run of paragraphs; labels that no value follows are a row without values. */
export function flattenedRows(paragraphs: readonly Paragraph[]): TableRow[] {
  const rows: TableRow[] = [];
  let labels: Token[] = [];
  let values: Token[] = [];
  const flush = () => {
    if (labels.length > 0) rows.push(rowOf(labels, values));
    labels = [];
    values = [];
  };
  for (const line of withUprightLabels(paragraphs)) {
    const tokens = Array.isArray(line) ? uprightTokens(line) : tokensOf(line);
    if (tokens === null) {
      flush();
      continue;
    }
    for (const token of tokens) {
      if (token.kind === "value") {
        if (labels.length > 0) values.push(token);
        continue;
      }
      if (values.length > 0) flush();
      labels.push(token);
    }
  }
  flush();
  return rows;
}

/** A character of a label, on a line of its own. */
const UPRIGHT = /^\s*[^\s\d０-９。；！？/／\\＼－—–―─━×╱~～…·〇○-]\s*$/u;
/** A word behind which stands a digit that may be the first of the number behind it, or the mark of a note. */
const DIGIT_BEHIND = /[\p{Script=Han}）)][,，:：]?\d{1,3}$/u;
/** Where the next of several labels begins. */
const NEXT_LABEL = /(?=(?<!第)[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]、)/;

/** The paragraphs, with each run of single characters, which are labels written downwards, in a list of its own. */
function withUprightLabels(paragraphs: readonly Paragraph[]): (Paragraph | Paragraph[])[] {
  const out: (Paragraph | Paragraph[])[] = [];
  for (let at = 0; at < paragraphs.length;) {
    let end = at;
    while (end < paragraphs.length && UPRIGHT.test(paragraphs[end]!.text)) end++;
    // Cells that all print 无 or 零 are values.
    const signs = paragraphs.slice(at, end).every(({ text }) => isValueText(text));
    if (end - at >= SHORTEST_UPRIGHT && !signs) out.push(paragraphs.slice(at, end));
    else out.push(...paragraphs.slice(at, ++end));
    at = end;
  }
  return out;
}

function uprightTokens(paragraphs: readonly Paragraph[]): Token[] {
  const text = paragraphs.map((paragraph) => paragraph.text.trim()).join("");
  return text.split(NEXT_LABEL).map((label) => ({ kind: "label", text: label, blocks: paragraphs }));
}

/** Null for prose, which ends a table. */
function tokensOf(paragraph: Paragraph): Token[] | null {
  const text = (paragraph.ordinal ?? "") + paragraph.text;
  const token = (kind: Token["kind"], words: string): Token => ({ kind, text: words, blocks: [paragraph] });
  if (isValueText(text) && !SENTENCE.test(text)) return [token("value", text)];
  const stated = statedValue(text);
  if (stated) return [token("label", stated.label), token("value", stated.value)];
  if (text.length > LONGEST_ROW || SENTENCE.test(text)) return null;
  const numbers = valuesOfLine(text);
  // Which spaces divide two numbers and which are part of one is a matter of the line's sums.
  if (numbers) return numbers.map((value) => ({ ...token("value", value), spaced: true }));
  if (isUncertainNumber(text)) return [token("value", text)];
  const { labels, values } = splitRow(text);
  if (labels.some((label) => label.length > LONGEST_LABEL)) return null;
  const torn = values.length > 0 && mayHoldNumber(labels) ? { torn: true } : {};
  return [
    ...labels.map((label) => token("label", label)),
    ...values.map((value) => ({ ...token("value", value), ...torn })),
  ];
}

/** What leads from a label to its value in an item of a list, or a line of contents. */
const LEADERS = ["：", ":", "…", "..."];
/** Without any of them the words for an amount and a unit tell where the label ends. */
const COUNTED = /(?<=数量?)\s?[\d０-９]+\s?(?:件|条|次|篇|个|人|人次)$/;
/** What it ends in. */
const COUNTED_END = "件条次篇个人";
/** Marks that belong to a label: others end it before. */
const IN_LABEL = /^其中[：:]|^\d{1,2}[.．、]|[（(]单位[：:][^（）()]{1,3}[）)]$/g;

/** The label and the one value of a row that is a line of its own. */
function statedValue(text: string): { readonly label: string; readonly value: string } | null {
  if (text.length > LONGEST_LABEL + LONGEST_UNIT || !HAS_DIGIT.test(text)) return null;
  const line = text.trim().replace(/[。；;]$/, "");
  const led = Math.max(0, ...LEADERS.map((leader) => endOfLast(leader, line)));
  // Most lines are prose, over which the pattern takes long.
  const counted = led === 0 && COUNTED_END.includes(line.at(-1)!) ? COUNTED.exec(line) : null;
  const start = counted?.index ?? led;
  const value = line.slice(start).trim();
  if (start === 0 || !VALUE_BEGIN.test(value)) return null;
  let end = start;
  while (end > 0 && LEADER.test(line[end - 1]!)) end--;
  const label = line.slice(0, end);
  const words = label.replace(IN_LABEL, "");
  const isLabel = LABEL_END.test(label) && !(counted ? /[\d０-９：:。；！？]/ : /[：:。；！？]/).test(words);
  return isLabel && isValueText(value) ? { label, value } : null;
}

/** Where the last of the marks ends; 0 where the line has none. */
function endOfLast(mark: string, line: string): number {
  const at = line.lastIndexOf(mark);
  return at < 0 ? 0 : at + mark.length;
}

const LEADER = /[\s：:.．·…]/;
const LABEL_END = /[\p{Script=Han}）)》”"]$/u;
const VALUE_BEGIN = /^[+-]?[\d０-９]/;

/** True where some of a row's numbers may stand among the words of its label. */
const mayHoldNumber = (labels: readonly string[]) =>
  DIGIT_BEHIND.test(labels.at(-1)!) ||
  labels.slice(1).some((word) => HAS_DIGIT.test(word) && !HAS_WORDS.test(word) && !ORDINAL.test(word));

/** The numbers of a line of nothing else; null for any other line. */
function valuesOfLine(text: string): string[] | null {
  const words = text.trim().split(/\s+/);
  return words.length > 1 && words.every((word) => HAS_DIGIT.test(word) && isValueText(word)) ? words : null;
}

/** A line that ends in numbers is a row: its labels, each once, and its values. */
function splitRow(text: string): { labels: string[]; values: string[] } {
  const words = withUnitBehind(text.trim().split(/\s+/));
  const lastLabel = words.findLastIndex((word) => isBlank(word) || !isValueText(word));
  const labels = words.slice(0, lastLabel + 1);
  if (lastLabel === words.length - 1 || !/\p{Script=Han}/u.test(labels.join(""))) return { labels: [text], values: [] };
  return { labels: labels.filter((label, i) => label !== labels[i - 1]), values: words.slice(lastLabel + 1) };
}

const UNIT = /^(?:件|条|次|篇|个|人|人次|项|元|万元)$/;

/** A unit that a space divides from the one number before it is the number's own. */
function withUnitBehind(words: readonly string[]): readonly string[] {
  const [label, number, unit] = words.slice(-3);
  if (words.length < 3 || !UNIT.test(unit!) || !HAS_DIGIT.test(number!) || !isValueText(number!)) return words;
  return HAS_WORDS.test(label!) && !isValueText(label!) ? [...words.slice(0, -2), number! + unit!] : words;
}

function doubtOf({ doubt }: Paragraph, spaced = false, torn = false): Pick<ValueCell, "doubt"> {
  if (torn) return { doubt: "unplaced" };
  return doubt ? { doubt } : spaced ? { doubt: "inferred" } : {};
}

function rowOf(labels: readonly Token[], values: readonly Token[]): TableRow {
  const cellsOf = (tokens: readonly Token[]): ValueCell[] =>
    tokens.map(({ text, blocks: [block], spaced, torn }, column) => ({
      text,
      at: block!.at,
      column,
      colSpan: 1,
      ...doubtOf(block!, spaced, torn),
    }));
  return {
    blocks: [...new Set([...labels, ...values].flatMap(({ blocks }) => blocks))],
    labels: labels.map(({ text }) => text),
    labelCells: cellsOf(labels),
    values: cellsOf(values),
    layout: "rows",
    aligned: false,
    flattened: true,
  };
}
