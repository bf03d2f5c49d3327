/** A page in; what the tests look at out. */
import { open, rowsOf, type SourceDocument } from "../../../parsers/index.js";

export const readPage = (html: string): Promise<SourceDocument> => open(new TextEncoder().encode(html));

/** Texts of the paragraphs, tables as rows of the texts of their cells. */
export async function outlineOf(html: string): Promise<unknown[]> {
  const { blocks } = await readPage(html);
  return blocks.map((block) => {
    if (block.kind === "paragraph") return block.text;
    return rowsOf(block).map((row) => row.map(({ text }) => text));
  });
}
