/** A cell of a table in a text, with the place where its text begins. */
export interface TextCell {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** A cell that may cover several rows and columns. */
export interface SpanningCell extends TextCell {
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** What a run of lines holds. */
export type TextPart =
  /** The cells of each row, in order. */
  | { readonly kind: "rows"; readonly rows: readonly (readonly TextCell[])[] }
  /** The cells of each row, with what they span. */
  | { readonly kind: "grid"; readonly rows: readonly (readonly SpanningCell[])[] }
  /** Cells of which only the order is known. */
  | { readonly kind: "cells"; readonly cells: readonly TextCell[] }
  /** A text of its own between rows. */
  | { readonly kind: "text"; readonly cell: TextCell };

/** Parts of a document and the number of lines that they take. */
export interface Region {
  readonly parts: readonly TextPart[];
  readonly length: number;
}
