/**
 * Paragraphs that are the cells of a table whose grid was lost in; the same logical rows as of a table out. A row is a
 * run of labels followed by a run of values; nothing is assigned to a column here.
 */
import type { Block, Locator, Paragraph } from "../../parsers/document.js";
import { isBlank, isValueText, type TableRow, type ValueCell } from "./table-row.js";

/** Longest printed label of the forms, with room for notes. */
const LONGEST_LABEL = 90;
const SENTENCE = /[。；！？]/;

type Token =
  | { readonly kind: "label"; readonly text: string; readonly block: Block; readonly at: Locator }
  | { readonly kind: "value"; readonly text: string; readonly block: Block; readonly at: Locator };

/** The rows of a run of paragraphs. */
export function flattenedRows(paragraphs: readonly Paragraph[]): TableRow[] {
  const rows: TableRow[] = [];
  let labels: Token[] = [];
  let values: Token[] = [];
  const flush = () => {
    if (values.length > 0) rows.push(rowOf(labels, values));
    labels = [];
    values = [];
  };
  for (const paragraph of paragraphs) {
    const tokens = tokensOf(paragraph);
    if (tokens === null) {
      flush();
      continue;
    }
    for (const token of tokens) {
      if (token.kind === "value") {
        if (labels.length > 0 || values.length > 0) values.push(token);
        continue;
      }
      if (values.length > 0) flush();
      labels.push(token);
    }
  }
  flush();
  return rows;
}

/** Null for prose, which ends a table. */
function tokensOf(paragraph: Paragraph): Token[] | null {
  const text = (paragraph.ordinal ?? "") + paragraph.text;
  const token = (kind: Token["kind"], words: string): Token => ({
    kind,
    text: words,
    block: paragraph,
    at: paragraph.at,
  });
  if (isValueText(text)) return [token("value", text)];
  if (text.length > LONGEST_LABEL || SENTENCE.test(text)) return null;
  const inline = /^(.*?\p{Script=Han}[^\s\d]*)((?:\s+\S+)+)\s*$/su.exec(text);
  const numbers = inline?.[2]!.trim().split(/\s+/) ?? [];
  if (inline && numbers.every((number) => !isBlank(number) && isValueText(number))) {
    return [token("label", inline[1]!), ...numbers.map((number) => token("value", number))];
  }
  return [token("label", text)];
}

function rowOf(labels: readonly Token[], values: readonly Token[]): TableRow {
  const cellsOf = (tokens: readonly Token[]): ValueCell[] =>
    tokens.map(({ text, at }, column) => ({ text, at, column, colSpan: 1 }));
  return {
    blocks: [...new Set([...labels, ...values].map(({ block }) => block))],
    labels: labels.map(({ text }) => text),
    labelCells: cellsOf(labels),
    values: cellsOf(values),
    layout: "rows",
    aligned: false,
    flattened: true,
  };
}
