/** A place in the text of a Word document in; the properties of the paragraph there out, each worked out once. */
import type { TextSource } from "./body.js";
import type { Piece } from "./pieces.js";
import { applyToParagraph, type ParagraphProperties } from "./properties.js";
import type { Run } from "./runs.js";
import { operandOf, readSprms } from "./sprm.js";

/** @param offset in the main stream */
export type ParagraphAt = (piece: Piece, offset: number) => ParagraphProperties;

export function paragraphsOf(source: TextSource): ParagraphAt {
  /** By what was changed on their piece as a whole. */
  const known = new Map<Uint8Array, Map<Run, ParagraphProperties>>();
  return (piece, offset) => {
    const run = source.paragraphs(offset);
    const ofPiece = known.get(piece.changes) ?? new Map<Run, ParagraphProperties>();
    known.set(piece.changes, ofPiece);
    let properties = ofPiece.get(run);
    if (!properties) ofPiece.set(run, (properties = propertiesOf(run, piece, source)));
    return properties;
  };
}

/** A list that is too long for a page of runs stands in the data stream. */
const HUGE_PROPERTIES = [0x6645, 0x6646];

function propertiesOf(run: Run, piece: Piece, { styles, data, checkTime }: TextSource): ParagraphProperties {
  checkTime();
  const properties = { ...styles(run.style).paragraph };
  for (const sprm of readSprms(run.properties)) {
    if (HUGE_PROPERTIES.includes(sprm.code)) applyToParagraph(properties, readSprms(hugeList(data, operandOf(sprm))));
    else applyToParagraph(properties, [sprm]);
  }
  applyToParagraph(properties, readSprms(piece.changes));
  return properties;
}

/** Its length stands before it. */
function hugeList(data: Uint8Array, at: number): Uint8Array {
  const size = (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8);
  return data.subarray(at + 2, at + 2 + size);
}
