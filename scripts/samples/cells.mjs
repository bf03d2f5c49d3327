// A sample's cell is a value, or [value, colSpan, rowSpan].
export const cellOf = (cell) =>
  Array.isArray(cell)
    ? { text: String(cell[0]), colSpan: cell[1] ?? 1, rowSpan: cell[2] ?? 1 }
    : { text: String(cell), colSpan: 1, rowSpan: 1 };
