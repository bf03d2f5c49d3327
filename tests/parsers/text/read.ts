/** Text in, the blocks that the text adapter reads from it out; for tests. */
import type { Block } from "../../../parsers/document.js";
import { DEFAULT_LIMITS } from "../../../parsers/limits.js";
import { readText } from "../../../parsers/text.js";

export async function blocksOf(text: string): Promise<readonly Block[]> {
  return (await readText(new TextEncoder().encode(text), { limits: DEFAULT_LIMITS })).blocks;
}

/** A paragraph as its text, a table as its rows of texts. */
export async function outlineOf(text: string): Promise<(string | string[][])[]> {
  return (await blocksOf(text)).map((block) => {
    if (block.kind === "paragraph") return block.text;
    const rows: string[][] = Array.from({ length: block.rows }, () => []);
    for (const cell of block.cells) rows[cell.row]!.push(cell.text);
    return rows;
  });
}
