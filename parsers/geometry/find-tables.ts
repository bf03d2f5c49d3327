/** The edges of a page in; its ruled tables out, with every stage on the way kept for looking at. */
import type { Box } from "../document.js";
import { intersectionsToCells, type Grid } from "./cells.js";
import { joinEdges, snapEdges } from "./edges.js";
import { edgesToIntersections, type EdgeGroup } from "./intersections.js";
import { closeOpenEnds } from "./open-ends.js";
import { boxAround, type Edge, type Edges } from "./page.js";
import type { TableSettings } from "./settings.js";

export interface RuledTable extends Grid {
  readonly box: Box;
}

/** The stages of the finder. */
export interface TableStages {
  readonly edges: Edges;
  readonly groups: readonly EdgeGroup[];
  readonly tables: readonly RuledTable[];
}

/** Fewer cells are a frame or an underlined line, no table. */
const FEWEST_CELLS = 2;
/** A hostile page may hold any number of strokes; no table has so many. */
const MOST_EDGES = 2_000;
/** The same before dots and dashes are joined. */
const MOST_PIECES = 100_000;
/** Dots of one line differ by less than this, points: those of a line across it must not count as its parts. */
const FINE = 0.5;

export function findTables(drawn: Edges, settings: TableSettings): TableStages {
  const edges = both(drawn, (given) => straightLines(given, settings));
  if (edges.horizontal.length > MOST_EDGES || edges.vertical.length > MOST_EDGES)
    return { edges, groups: [], tables: [] };
  // Lines of different tables are no common line, however near: only those that meet are laid on each other.
  const groups = edgesToIntersections(edges, settings.meet).map((group) =>
    both(group, (given) => joinEdges(snapEdges(given, settings.snap), settings.join)),
  );
  const tables = groups
    .map((group) => intersectionsToCells(closeOpenEnds(group, settings), settings))
    .filter(({ cells }) => cells.length >= FEWEST_CELLS)
    .map((grid) => ({ ...grid, box: boxAround(grid.cells) }));
  return { edges, groups, tables: outermost(tables).sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]) };
}

const both = ({ horizontal, vertical }: Edges, change: (given: readonly Edge[]) => Edge[]): Edges => ({
  horizontal: change(horizontal),
  vertical: change(vertical),
});

/** Dots, dashes and pieces joined to lines; what is too short to bound a cell dropped. */
function straightLines(given: readonly Edge[], settings: TableSettings): Edge[] {
  const pieces = joinEdges(snapEdges(given.slice(0, MOST_PIECES), FINE), settings.join);
  return pieces.filter(({ from, to }) => to - from >= settings.smallestCell);
}

/** A frame around tables is dropped in favour of what it holds. */
function outermost(tables: readonly RuledTable[]): RuledTable[] {
  return tables.filter((table) => {
    const inside = tables.filter((other) => other !== table && holds(table.box, other.box));
    return !(inside.length > 0 && table.cells.length <= inside.length + 1);
  });
}

const holds = (outer: Box, inner: Box) =>
  outer[0] <= inner[0] + 1 && outer[1] <= inner[1] + 1 && outer[2] >= inner[2] - 1 && outer[3] >= inner[3] - 1;
