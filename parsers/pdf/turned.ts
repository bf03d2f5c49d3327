/**
 * Pages whose text stands upside down in; the same turned for reading out, and the blocks read from them with their places
 * turned back: a place is always that of the page as it is shown.
 */
import type { Block, Box, Locator } from "../document.js";
import type { Edge, PageContent } from "../geometry/page.js";

interface Size {
  readonly width: number;
  readonly height: number;
}

const turnBox = ([x0, y0, x1, y1]: Box, { width, height }: Size): Box => [
  width - x1,
  height - y1,
  width - x0,
  height - y0,
];
const turnEdge = ({ at, from, to }: Edge, across: number, along: number): Edge => ({
  at: across - at,
  from: along - to,
  to: along - from,
});

/** The page turned by half a circle. */
export function turnPage(page: PageContent): PageContent {
  const { width, height } = page;
  return {
    ...page,
    glyphs: page.glyphs.map((glyph) => ({ ...glyph, box: turnBox(glyph.box, page) })),
    edges: {
      horizontal: page.edges.horizontal.map((edge) => turnEdge(edge, height, width)),
      vertical: page.edges.vertical.map((edge) => turnEdge(edge, width, height)),
    },
  };
}

/** The blocks with the places on turned pages as the pages are shown. */
export function turnBack(blocks: readonly Block[], turned: ReadonlyMap<number, Size>): Block[] {
  const place = (at: Locator): Locator => {
    const size = "page" in at ? turned.get(at.page) : undefined;
    return size && "page" in at ? { page: at.page, box: turnBox(at.box, size) } : at;
  };
  return blocks.map((block) =>
    block.kind === "paragraph"
      ? { ...block, at: place(block.at) }
      : { ...block, at: place(block.at), cells: block.cells.map((cell) => ({ ...cell, at: place(cell.at) })) },
  );
}
