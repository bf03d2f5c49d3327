/** Small documents built in memory, for the tests of what reads documents. */
import {
  tableOf,
  type Block,
  type Cell,
  type MetadataItem,
  type Paragraph,
  type SourceDocument,
  type Table,
} from "../../parsers/document.js";

/** A paragraph's text, or the rows of a table. */
export type Part = string | readonly (readonly string[])[];

export interface DocumentExtras {
  readonly title?: string;
  /** Names and values that the page states about itself. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A document of paragraphs and plain tables in the given order; each block stands on a line of its own. */
export function documentOf(parts: readonly Part[], { title, metadata = {} }: DocumentExtras = {}): SourceDocument {
  const items = Object.entries(metadata).map(([name, value]): MetadataItem => ({ name, value }));
  return { format: "text", blocks: parts.map(blockOf), title: title ?? null, metadata: items, problems: [] };
}

function blockOf(part: Part, index: number): Block {
  return typeof part === "string" ? paragraph(part, index) : table(part, index);
}

const paragraph = (text: string, index: number): Paragraph => ({
  kind: "paragraph",
  text,
  at: { line: index + 1, column: 1 },
});

function table(rows: readonly (readonly string[])[], index: number): Table {
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column): Cell => ({
      row,
      column,
      rowSpan: 1,
      colSpan: 1,
      text,
      at: { table: index, row, column },
    })),
  );
  return tableOf(cells, "grid", { table: index, row: 0, column: 0 });
}
