/**
 * The one document model that every format adapter produces and every matcher reads: paragraphs and tables of cells,
 * in reading order, each with the place where it stood. It knows no file format and nothing of annual reports.
 */

/** The file formats that an adapter exists for. */
export type Format = "docx" | "pdf" | "html" | "text" | "mhtml" | "doc" | "rtf" | "odt" | "ofd" | "xlsx";

/** A text in the two languages of the product; whoever shows it to a person picks one. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Left, top, right, bottom in PDF points (1/72 inch), measured from the page's top left as the page is shown. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** A place on a page; pages count from 1. */
export interface PageLocator {
  readonly page: number;
  readonly box: Box;
}

/** A cell of a table; tables, rows and columns count from 0 in reading order. */
export interface CellLocator {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** A place in a text; lines and columns count from 1, columns in UTF-16 units. */
export interface LineLocator {
  readonly line: number;
  readonly column: number;
}

/** A paragraph of a document that has neither pages nor lines; paragraphs count from 0 in reading order. */
export interface ParagraphLocator {
  readonly paragraph: number;
}

/** Where a paragraph or cell stood in the source. */
export type Locator = PageLocator | CellLocator | LineLocator | ParagraphLocator;

export interface Paragraph {
  readonly kind: "paragraph";
  /** The text as printed; "\n" for a line break inside the paragraph. */
  readonly text: string;
  readonly at: Locator;
  /** True where the source itself marks a heading (Word heading style, h1–h6, Markdown #). */
  readonly heading?: boolean;
  /** An automatic number that the source prints before the text but doesn't hold in it, e.g. "一、". */
  readonly ordinal?: string;
  /** Set where the paragraph is a cell of a table without a grid, and its row or column was inferred. */
  readonly doubt?: CellDoubt;
}

/** Why the text of a cell may not be what the page prints. */
export type CellDoubt =
  /** Its text was cut or overlapped by a neighbour, so that some of it may belong elsewhere. */
  | "overlap"
  /** It was rejoined from the two sides of a page break by guesswork. */
  | "rejoined"
  /** Its row or column was inferred from alignment, not from rulings, markup or separators. */
  | "inferred"
  /** No row or column could be inferred: it may belong to a neighbouring one. */
  | "unplaced"
  /** Its characters could not be mapped to text reliably. */
  | "garbled"
  /** It holds a picture and no text: what the picture shows is not read. */
  | "picture"
  /** A style sheet, a script or a field of a form prints in it what is not read. */
  | "generated"
  /** A style sheet shows the pieces of its text in another order than they are read. */
  | "reordered"
  /** Its text, or some of it, has the colour of what is behind it, or is set so that it can't be seen as it is written. */
  | "obscured";

export interface Cell {
  /** Offset in the table, from 0; for a spanning cell its first row and column. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** "" for an empty cell; a position without a cell has no Cell. "\n" for a line break inside the cell. */
  readonly text: string;
  readonly at: Locator;
  /** An automatic number printed before the text, as for paragraphs. */
  readonly ordinal?: string;
  readonly doubt?: CellDoubt;
}

/**
 * How far the positions of a table's cells can be trusted.
 * - "grid": row and column offsets and spans are those of the source (markup, rulings).
 * - "rows": the order of the cells in each row is right, but a merged cell may be missing, repeated or left empty, so
 *   that the same offset in two rows need not be the same column.
 */
export type TableLayout = "grid" | "rows";

export interface Table {
  readonly kind: "table";
  /** Number of rows and columns that the cells span. */
  readonly rows: number;
  readonly columns: number;
  /** In reading order: by row, then by column. */
  readonly cells: readonly Cell[];
  readonly layout: TableLayout;
  readonly at: Locator;
}

export type Block = Paragraph | Table;

/** What an adapter could not read or had to leave out; not fatal. */
export interface Problem {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly text: Bilingual;
  readonly at?: Locator;
}

/** A name and value that a page states about itself: a meta element, a document property, a row of a metadata table. */
export interface MetadataItem {
  readonly name: string;
  readonly value: string;
  readonly at?: Locator;
}

export interface SourceDocument {
  readonly format: Format;
  readonly blocks: readonly Block[];
  /** The title that the file declares of itself (HTML title element, document property); often wrong or decorated. */
  readonly title: string | null;
  readonly metadata: readonly MetadataItem[];
  /** Number of pages, for formats that have pages. */
  readonly pages?: number;
  readonly problems: readonly Problem[];
}

/**
 * The table as a matrix of its cells: a spanning cell stands at every position that it covers, undefined where there is
 * no cell. Where cells wrongly overlap, the later one gives way.
 */
export function gridOf(table: Table): (Cell | undefined)[][] {
  const grid = Array.from({ length: table.rows }, () => new Array<Cell | undefined>(table.columns).fill(undefined));
  for (const cell of table.cells) {
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, table.rows); row++) {
      for (let column = cell.column; column < Math.min(cell.column + cell.colSpan, table.columns); column++) {
        grid[row]![column] ??= cell;
      }
    }
  }
  return grid;
}

/** The cells of a table grouped by their first row, in column order; a row without a cell of its own is an empty list. */
export function rowsOf(table: Table): Cell[][] {
  const rows = Array.from({ length: table.rows }, (): Cell[] => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
}

/** A table of the given cells; its extent follows from them. */
export function tableOf(cells: readonly Cell[], layout: TableLayout, at: Locator): Table {
  let rows = 0;
  let columns = 0;
  for (const cell of cells) {
    rows = Math.max(rows, cell.row + cell.rowSpan);
    columns = Math.max(columns, cell.column + cell.colSpan);
  }
  return { kind: "table", rows, columns, cells, layout, at };
}
