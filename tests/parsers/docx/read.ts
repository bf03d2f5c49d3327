/** XML of a Word document in; what the tests look at out. */
import { open, rowsOf, type Paragraph, type SourceDocument } from "../../../parsers/index.js";
import { docxOf, type DocxParts } from "../../support/docx-writer.js";

/** Reads a document of the given body; a last paragraph keeps it from being empty. */
export const readParts = (parts: DocxParts): Promise<SourceDocument> =>
  open(docxOf({ ...parts, body: `${parts.body}<w:p><w:r><w:t>完</w:t></w:r></w:p>` }));

/** Number and text of every paragraph but the last, tables as rows of the texts of their cells. */
export async function outlineOf(body: string, parts: Omit<DocxParts, "body"> = {}): Promise<unknown[]> {
  const { blocks } = await readParts({ ...parts, body });
  return blocks.slice(0, -1).map((block) => {
    if (block.kind === "paragraph") return printed(block);
    return rowsOf(block).map((row) => row.map((cell) => printed(cell)));
  });
}

const printed = ({ ordinal, text }: Pick<Paragraph, "ordinal" | "text">) =>
  ordinal === undefined ? text : `${ordinal}|${text}`;

/** The cells of the only table: [text, row, column, rows, columns]. */
export async function gridOf(table: string): Promise<[string, number, number, number, number][]> {
  const { blocks } = await readParts({ body: table });
  const tables = blocks.filter((block) => block.kind === "table");
  expect(tables).toHaveLength(1);
  return tables[0]!.cells.map(({ text, row, column, rowSpan, colSpan }) => [text, row, column, rowSpan, colSpan]);
}
