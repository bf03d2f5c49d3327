/** Case documents in; pages of drawings out: paragraphs wrapped, tables ruled as a test wants them, rows kept whole. */
import { cellOf, isTable, paragraphOf, type CaseBlock, type CaseTable } from "./case-document.js";
import { A4, line, rectangle, text, textWidth, type Drawing, type PdfPage } from "./pdf-writer.js";

/** A table with the shares of its columns in the width. */
export interface WideTable extends CaseTable {
  readonly shares?: readonly number[];
}

export interface DrawnGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly { readonly box: readonly [number, number, number, number] }[];
}

/** Draws the rulings of the part of a table that stands on one page. */
export type Rulings = (grid: DrawnGrid) => Drawing[];

export interface LayoutOptions {
  readonly width?: number;
  readonly height?: number;
  readonly margin?: number;
  readonly size?: number;
  readonly rulings?: Rulings;
  /** Columns of the page. */
  readonly columns?: 1 | 2;
  /** Drawn on every page before all else. */
  readonly decorate?: (page: number) => readonly Drawing[];
  readonly entries?: string;
  /** Draws one line of a cell or paragraph. */
  readonly write?: typeof text;
  /** Space between a cell's text and its borders. */
  readonly padding?: number;
  /** "numbers" has words at the left and numbers at the right. */
  readonly align?: "center" | "left" | "right" | "numbers";
}

const LEADING = 1.5;

const borders = ([x0, y0, x1, y1]: DrawnGrid["cells"][number]["box"]) => [
  line(x0, y0, x1, y0),
  line(x1, y0, x1, y1),
  line(x0, y1, x1, y1),
  line(x0, y0, x0, y1),
];

/** Every cell with its own four lines. */
export const LINES: Rulings = ({ cells }) => cells.flatMap(({ box }) => borders(box));
/** Every border as a thin filled rectangle. */
export const RECTANGLES: Rulings = ({ cells }) =>
  cells.flatMap(({ box: [x0, y0, x1, y1] }) => [
    rectangle(x0, y0, x1, y0 + 0.5, "f"),
    rectangle(x0, y1 - 0.5, x1, y1, "f"),
    rectangle(x0, y0, x0 + 0.5, y1, "f"),
    rectangle(x1 - 0.5, y0, x1, y1, "f"),
  ]);
/** Every cell as a stroked rectangle. */
export const STROKED: Rulings = ({ cells }) => cells.map(({ box }) => rectangle(...box, "S"));
export const DASHED: Rulings = ({ cells }) =>
  cells.flatMap(({ box: [x0, y0, x1, y1] }) => [
    ...[y0, y1].map((y) => line(x0, y, x1, y, { set: "[2 2] 0 d" })),
    ...[x0, x1].map((x) => line(x, y0, x, y1, { set: "[2 2] 0 d" })),
  ]);
/** A second line inside every border. */
export const DOUBLE: Rulings = ({ cells }) =>
  cells.flatMap(({ box: [x0, y0, x1, y1] }) => [
    ...borders([x0, y0, x1, y1]),
    ...borders([x0 + 1.5, y0 + 1.5, x1 - 1.5, y1 - 1.5]),
  ]);
/** No line where the page ends: the border of the row that goes on is missing. */
export const NO_RULINGS: Rulings = () => [];
export const FRAME_ONLY: Rulings = ({ xs, ys }) => borders([xs[0]!, ys[0]!, xs.at(-1)!, ys.at(-1)!]);
export const HORIZONTAL_ONLY: Rulings = ({ cells }) =>
  cells.flatMap(({ box: [x0, y0, x1, y1] }) => [line(x0, y0, x1, y0), line(x0, y1, x1, y1)]);
/** Lines between columns and around the table, none between rows. */
export const VERTICAL_ONLY: Rulings = (grid) => [
  ...FRAME_ONLY(grid),
  ...grid.cells.flatMap(({ box: [x0, y0, x1, y1] }) => [line(x0, y0, x0, y1), line(x1, y0, x1, y1)]),
];
/** A table with no lines at its left and right side. */
export const OPEN_SIDES: Rulings = ({ xs, cells }) =>
  cells.flatMap(({ box: [x0, y0, x1, y1] }) => [
    line(x0, y0, x1, y0),
    line(x0, y1, x1, y1),
    ...(x0 === xs[0] ? [] : [line(x0, y0, x0, y1)]),
  ]);
/** A table with no lines at its top and bottom, as where a page break cuts it. */
export const OPEN_ENDS: Rulings = ({ ys, cells }) =>
  cells.flatMap(({ box: [x0, y0, x1, y1] }) => [
    line(x0, y0, x0, y1),
    line(x1, y0, x1, y1),
    ...(y0 === ys[0] ? [] : [line(x0, y0, x1, y0)]),
    ...(y1 === ys.at(-1) ? [] : [line(x0, y1, x1, y1)]),
  ]);

interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly lines: readonly string[];
}

function wrapped(words: string, width: number, size: number): string[] {
  return words.split("\n").flatMap((part) => {
    const lines = [""];
    for (const character of part) {
      if (textWidth(lines.at(-1)! + character, size) > width && lines.at(-1) !== "") lines.push("");
      lines[lines.length - 1] += character;
    }
    return lines;
  });
}

function placed(table: WideTable, xsOf: (count: number) => number[], size: number, padding: number) {
  const taken: boolean[][] = table.rows.map(() => []);
  const raw = table.rows.flatMap((row, r) => {
    let column = 0;
    return row.map((given) => {
      const cell = cellOf(given);
      const { rowSpan = 1, colSpan = 1 } = cell;
      while (taken[r]![column]) column++;
      for (let y = r; y < r + rowSpan; y++) for (let x = column; x < column + colSpan; x++) taken[y]![x] = true;
      return { row: r, column, rowSpan, colSpan, words: cell.text };
    });
  });
  const xs = xsOf(Math.max(...raw.map(({ column, colSpan }) => column + colSpan)));
  const cells = raw.map(({ words, ...cell }): PlacedCell => ({
    ...cell,
    lines: wrapped(words, xs[cell.column + cell.colSpan]! - xs[cell.column]! - 2 * padding, size),
  }));
  const heights = table.rows.map((_, r) => {
    const own = cells.filter((cell) => cell.row === r && cell.rowSpan === 1);
    return Math.max(1, ...own.map(({ lines }) => lines.length)) * size * LEADING + 2 * padding;
  });
  return { xs, cells, heights };
}

/** Lays the blocks out on as many pages as they need. */
export function layoutPages(blocks: readonly CaseBlock[], options: LayoutOptions = {}): PdfPage[] {
  const { width = A4.width, height = A4.height, margin = 70, size = 10, columns = 1 } = options;
  const { rulings = LINES, write = text, padding = 3, align = "center" } = options;
  const gutter = 30;
  const columnWidth = (width - 2 * margin - (columns - 1) * gutter) / columns;
  const pages: Drawing[][] = [];
  let column: number = columns;
  let y = 0;
  let left = margin;
  const next = () => {
    if (++column >= columns) {
      pages.push([...(options.decorate?.(pages.length + 1) ?? [])]);
      column = 0;
    }
    y = margin;
    left = margin + column * (columnWidth + gutter);
  };
  next();
  const draw = (...drawings: Drawing[]) => void pages.at(-1)!.push(...drawings);

  const drawParagraph = (block: Exclude<CaseBlock, CaseTable>) => {
    const { text: words } = paragraphOf(block);
    const indent = words.length > 30 ? 2 : 0;
    wrapped("　".repeat(indent) + words, columnWidth, size).forEach((part, i) => {
      if (y + size * LEADING > height - margin) next();
      const shift = i === 0 ? indent * size : 0;
      draw(write(left + shift, y + size, part.trimStart(), { size }));
      y += size * LEADING;
    });
    y += size * 0.5;
  };

  const drawTable = (table: WideTable) => {
    const xsOf = (count: number) => {
      const shares = table.shares ?? Array.from({ length: count }, () => 1);
      const sum = shares.reduce((a, b) => a + b, 0);
      return [0, ...shares.map((_, i) => (shares.slice(0, i + 1).reduce((a, b) => a + b, 0) / sum) * columnWidth)];
    };
    const { xs, cells, heights } = placed(table, xsOf, size, padding);
    let first = 0;
    while (first < heights.length) {
      if (y + heights[first]! > height - margin) next();
      const ys = [y];
      let last = first;
      while (last < heights.length && ys.at(-1)! + heights[last]! <= height - margin)
        ys.push(ys.at(-1)! + heights[last++]!);
      drawPart(first, last, ys, xs, cells);
      y = ys.at(-1)! + size;
      first = last;
      if (first < heights.length) next();
    }
  };

  const drawPart = (first: number, last: number, ys: number[], xs: number[], cells: readonly PlacedCell[]) => {
    const here = cells.filter((cell) => cell.row < last && cell.row + cell.rowSpan > first);
    const boxes = here.map((cell) => ({
      cell,
      box: [
        left + xs[cell.column]!,
        ys[Math.max(cell.row, first) - first]!,
        left + xs[cell.column + cell.colSpan]!,
        ys[Math.min(cell.row + cell.rowSpan, last) - first]!,
      ] as const,
    }));
    draw(...rulings({ xs: xs.map((x) => left + x), ys, cells: boxes }));
    for (const { cell, box } of boxes) {
      if (cell.row < first) continue;
      const [x0, y0, x1, y1] = box;
      const top = (y0 + y1) / 2 - (cell.lines.length * size * LEADING) / 2;
      cell.lines.forEach((words, i) => {
        if (words === "") return;
        const wordsWidth = textWidth(words, size);
        const side = align !== "numbers" ? align : /^\d+$/.test(words) ? "right" : "left";
        const x = { center: (x0 + x1 - wordsWidth) / 2, left: x0 + padding, right: x1 - padding - wordsWidth }[side];
        draw(write(x, top + i * size * LEADING + size * 1.15, words, { size }));
      });
    }
  };

  for (const block of blocks) {
    if (isTable(block)) drawTable(block);
    else drawParagraph(block);
  }
  return pages.map((drawn) => ({
    width,
    height,
    draw: drawn,
    ...(options.entries ? { entries: options.entries } : {}),
  }));
}
