/**
 * A page as positioned text and ink, wherever it comes from: a PDF, an OFD, the recognition of a scan. Coordinates are
 * points from the top left of the page as it is shown.
 */
import type { Box } from "../document.js";

/** One character, or several that a font draws as one. */
export interface Glyph {
  readonly text: string;
  readonly box: Box;
  /** Font size as shown, points. */
  readonly size: number;
  /** Printed so lightly that other text can be read over it. */
  readonly light?: boolean;
  /** It can't be seen as it is stored: covered, crossed out, mirrored, tiny, or in the colour of what is behind it. */
  readonly obscured?: boolean;
}

/** A straight horizontal line; `at` is its y, `from` and `to` are x. */
export interface Edge {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The rulings of a page. */
export interface Edges {
  readonly horizontal: readonly Edge[];
  /** Vertical lines: `at` is x, `from` and `to` are y. */
  readonly vertical: readonly Edge[];
}

export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly edges: Edges;
}

export const centerX = (box: Box) => (box[0] + box[2]) / 2;
export const centerY = (box: Box) => (box[1] + box[3]) / 2;

/** The smallest box around all. */
export function boxAround(items: readonly { readonly box: Box }[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { box } of items) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}
