/** Property modifications of a paragraph in; what matters of them out ([MS-DOC] 2.6.2 and 2.6.3). */
import type { Colour } from "../colours.js";
import type { RowDefinition } from "../table-marks.js";
import { oldShade, shadeAt } from "./look.js";
import { changedShades, type Shades } from "./shades.js";
import { operandOf, signedWord, wordAt, type Sprm } from "./sprm.js";

export interface ListReference {
  /** Counts from 1; 0 for no list. */
  readonly override: number;
  readonly level: number;
}

export interface ParagraphProperties {
  /** 0 outside tables, 1 in a table, 2 in a table inside a cell. */
  depth: number;
  endsRow: boolean;
  endsInnerCell: boolean;
  endsInnerRow: boolean;
  override: number;
  level: number;
  /** True for a paragraph that the outline holds. */
  heading: boolean;
  row: RowDefinition;
  /** What is behind the cells of the row that it ends. */
  shades: Shades;
  /** What is behind its text; undefined where nothing is said of it. */
  shade: Colour | null | undefined;
}

export const PLAIN_PARAGRAPH: ParagraphProperties = {
  ...{ depth: 0, endsRow: false, endsInnerCell: false, endsInnerRow: false },
  ...{ override: 0, level: 0, heading: false, row: [], shades: [], shade: undefined },
};

const DEEPEST_TABLE = 50;
const LAST_OVERRIDE = 0x07fe;
/** Size of a cell's description, and of the cell's place before it, bytes. */
const [CELL_SIZE, MOST_CELLS] = [20, 64];

const PARAGRAPH: Readonly<Record<number, (to: ParagraphProperties, sprm: Sprm) => void>> = {
  0x2416: (to, sprm) => void (to.depth = operandOf(sprm) === 0 ? 0 : Math.max(1, to.depth)),
  0x6649: (to, sprm) => void (to.depth = Math.min(operandOf(sprm), DEEPEST_TABLE)),
  0x2417: (to, sprm) => void (to.endsRow = operandOf(sprm) === 1),
  0x244b: (to, sprm) => void (to.endsInnerCell = operandOf(sprm) === 1),
  0x244c: (to, sprm) => void (to.endsInnerRow = operandOf(sprm) === 1),
  0x460b: (to, sprm) => {
    const override = operandOf(sprm);
    to.override = override <= LAST_OVERRIDE ? override : 0;
  },
  0x260a: (to, sprm) => void (to.level = Math.min(operandOf(sprm), 8)),
  0x2640: (to, sprm) => void (to.heading = operandOf(sprm) < 9),
  0xd608: (to, { operand }) => void (to.row = rowOf(operand)),
  0x5624: (to, { operand }) => mergeCells(to, operand[0]!, operand[1]!),
  0xc64d: (to, { operand }) => void (to.shade = shadeAt(operand, 0)),
  0x442d: (to, sprm) => void (to.shade = oldShade(operandOf(sprm))),
  0xd62b: (to, { operand }) => mergeVertically(to, operand[0] ?? 0, operand[1] ?? 0),
};

/** Applies the modifications in their order. */
export function applyToParagraph(to: ParagraphProperties, sprms: readonly Sprm[]): void {
  for (const sprm of sprms) {
    PARAGRAPH[sprm.code]?.(to, sprm);
    to.shades = changedShades(to.shades, sprm);
  }
}

/** sprmTDefTable: number of cells, the borders between them, and a description of each. */
function rowOf(operand: Uint8Array): RowDefinition {
  const count = Math.min(operand[0] ?? 0, MOST_CELLS);
  const descriptions = 1 + 2 * (count + 1);
  return Array.from({ length: count }, (_, i) => {
    const flags = wordAt(operand, descriptions + CELL_SIZE * i);
    const vertical = flags & 0x40 ? "first" : flags & 0x20 ? "further" : "none";
    const [left, right] = [signedWord(operand, 1 + 2 * i), signedWord(operand, 3 + 2 * i)];
    return { left, right, continuesLeft: (flags & 2) !== 0, vertical };
  });
}

function mergeCells(to: ParagraphProperties, first: number, end: number): void {
  to.row = to.row.map((cell, i) => (i > first && i < end ? { ...cell, continuesLeft: true } : cell));
}

function mergeVertically(to: ParagraphProperties, index: number, merge: number): void {
  const vertical = merge === 3 ? "first" : merge === 1 ? "further" : "none";
  to.row = to.row.map((cell, i) => (i === index ? { ...cell, vertical } : cell));
}
