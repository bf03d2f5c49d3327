/**
 * The text of a Word document in; what is behind the cells of its tables out. The shadings of a row stand at its end, behind
 * the text of its cells.
 */
import type { Colour } from "../colours.js";
import { oldShade, shadeAt } from "./look.js";
import type { Piece } from "./pieces.js";
import type { ParagraphProperties } from "./properties.js";
import { wordAt, type Sprm } from "./sprm.js";

/** Of the cells of a row: undefined where nothing is said, null where it can't be told. */
export type Shades = readonly (Colour | null | undefined)[];

const [SHADE_SIZE, OLD_SHADE_SIZE] = [10, 2];
/** Modifications with the shadings of so many cells, and the cell that each begins at. */
const FIRST_CELLS: Readonly<Record<number, number>> = { 0xd612: 0, 0xd616: 22, 0xd60c: 44 };
const OLD_SHADES = 0xd609;

/** The shadings of a row with those that the modification tells, if it is one of shadings. */
export function changedShades(shades: Shades, { code, operand }: Sprm): Shades {
  const first = FIRST_CELLS[code];
  if (first !== undefined) {
    const more = cellsOf(operand, SHADE_SIZE, (at) => shadeAt(operand, at));
    return [...Array.from({ length: first }, (_, i) => shades[i]), ...more];
  }
  // Programs of today write the older form as well, with the nearest colours of the palette.
  if (code !== OLD_SHADES || shades.length > 0) return shades;
  return cellsOf(operand, OLD_SHADE_SIZE, (at) => oldShade(wordAt(operand, at)));
}

const cellsOf = (operand: Uint8Array, size: number, shadeOf: (at: number) => Colour | null | undefined): Shades =>
  Array.from({ length: Math.floor(operand.length / size) }, (_, i) => shadeOf(i * size));

const CELL = 0x07;

/** Finds, by a place in the text, the shadings of the row that ends behind it. Rows are looked for when first asked. */
export function shadesAhead(
  stream: Uint8Array,
  pieces: readonly Piece[],
  propertiesAt: (piece: Piece, offset: number) => ParagraphProperties,
): (at: number) => Shades {
  let rows: { readonly end: number; readonly shades: Shades }[] | undefined;
  const read = () =>
    pieces.flatMap((piece) => {
      const found: { end: number; shades: Shades }[] = [];
      for (let at = piece.from; at < piece.to; at++) {
        const offset = piece.start + (at - piece.from) * piece.bytesPerCharacter;
        if (stream[offset] !== CELL || (piece.bytesPerCharacter === 2 && stream[offset + 1] !== 0)) continue;
        const { endsRow, shades } = propertiesAt(piece, offset);
        if (endsRow) found.push({ end: at, shades });
      }
      return found;
    });
  return (at) => {
    rows ??= read();
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle]!.end < at) low = middle + 1;
      else high = middle;
    }
    return rows[low]?.shades ?? [];
  };
}
