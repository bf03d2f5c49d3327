/** A small document described without any format; each format's writer turns it into bytes for the shared suite. */

export interface CaseCell {
  /** "\n" for a line break inside the cell. */
  readonly text: string;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** A table inside the cell, after its text. */
  readonly table?: CaseTable;
}

/** Rows of cells as HTML lists them: a position that a span covers has no cell; a short row ends early. */
export interface CaseTable {
  readonly rows: readonly (readonly (CaseCell | string)[])[];
}

export interface CaseParagraph {
  readonly text: string;
  readonly heading?: boolean;
}

export type CaseBlock = CaseParagraph | CaseTable | string;

export type CaseWriter = (blocks: readonly CaseBlock[]) => Uint8Array | Promise<Uint8Array>;

export const cellOf = (cell: CaseCell | string): CaseCell => (typeof cell === "string" ? { text: cell } : cell);

export const isTable = (block: CaseBlock): block is CaseTable => typeof block !== "string" && "rows" in block;

export const paragraphOf = (block: CaseParagraph | string): CaseParagraph =>
  typeof block === "string" ? { text: block } : block;

export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
