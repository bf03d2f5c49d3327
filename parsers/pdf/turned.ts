/**
 * Pages whose text lies on its side or stands upside down in; the same turned for reading out, and the blocks read from
 * them with their places turned back: a place is always that of the page as it is shown.
 */
import type { Block, Box, Locator } from "../document.js";
import type { Edge, Edges, PageContent } from "../geometry/page.js";

/** Turns by 90 degrees. */
export type Quarters = 0 | 1 | 2 | 3;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A page as it is shown, with the clockwise turn of its text. */
export interface TurnedPage extends Size {
  readonly turn: Quarters;
}

/** A box on a page that is turned counter-clockwise. */
function turnBox(box: Box, size: Size, quarters: Quarters): Box {
  const [x0, y0, x1, y1] = box;
  const { width, height } = size;
  if (quarters === 1) return [y0, width - x1, y1, width - x0];
  if (quarters === 2) return [width - x1, height - y1, width - x0, height - y0];
  return quarters === 3 ? [height - y1, x0, height - y0, x1] : box;
}

const flipped = ({ at, from, to }: Edge, across: number | null, along: number | null): Edge => ({
  at: across === null ? at : across - at,
  from: along === null ? from : along - to,
  to: along === null ? to : along - from,
});

function turnEdges({ horizontal, vertical }: Edges, { width, height }: Size, quarters: Quarters): Edges {
  // A quarter turns the page around one of its sides and exchanges the directions.
  const [x, y] = [quarters === 3 ? null : width, quarters === 1 ? null : height];
  const rows = horizontal.map((edge) => flipped(edge, y, x));
  const columns = vertical.map((edge) => flipped(edge, x, y));
  return quarters === 2 ? { horizontal: rows, vertical: columns } : { horizontal: columns, vertical: rows };
}

/** The page turned back from the clockwise turn of its text. */
export function turnPage(page: PageContent, turn: Quarters): PageContent {
  if (turn === 0) return page;
  const { width, height } = page;
  return {
    ...page,
    ...(turn === 2 ? { width, height } : { width: height, height: width }),
    glyphs: page.glyphs.map((glyph) => ({ ...glyph, box: turnBox(glyph.box, page, turn) })),
    edges: turnEdges(page.edges, page, turn),
  };
}

/** The blocks with the places on turned pages as the pages are shown. */
export function turnBack(blocks: readonly Block[], turned: ReadonlyMap<number, TurnedPage>): Block[] {
  const place = (at: Locator): Locator => {
    return "page" in at ? { page: at.page, box: placeAsShown(at.box, turned.get(at.page)) } : at;
  };
  return blocks.map((block) =>
    block.kind === "paragraph"
      ? { ...block, at: place(block.at) }
      : { ...block, at: place(block.at), cells: block.cells.map((cell) => ({ ...cell, at: place(cell.at) })) },
  );
}

/** @param page the page that the box was read from, where it was turned for reading */
export function placeAsShown(box: Box, page: TurnedPage | undefined): Box {
  if (!page) return box;
  const { width, height, turn } = page;
  const asRead = turn === 2 ? { width, height } : { width: height, height: width };
  return turnBox(box, asRead, ((4 - turn) % 4) as Quarters);
}
