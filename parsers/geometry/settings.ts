/** Tolerances of the steps from page ink to tables, in points. */

export interface TableSettings {
  /** Parallel edges nearer than this are one. */
  readonly snap: number;
  /** Collinear edges with a gap smaller than this are one. */
  readonly join: number;
  /** Edges that end this near to each other meet. */
  readonly meet: number;
  /** A cell narrower or lower than this is the gap of a double line. */
  readonly smallestCell: number;
  /** Share of a cell's side that an edge must cover to separate it from its neighbour. */
  readonly coverage: number;
}

export const DEFAULT_TABLE_SETTINGS: TableSettings = { snap: 2.5, join: 3, meet: 3, smallestCell: 4, coverage: 0.6 };
