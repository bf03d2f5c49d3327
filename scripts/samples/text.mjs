// A sample report as plain text: a table row a line, a bar after every cell, merged cells printed once.
import { cellOf } from "./cells.mjs";

export function textOf({ title, blocks }) {
  const lines = blocks.flatMap(({ text, heading, table }) =>
    table ? table.map((row) => row.map((cell) => `${cellOf(cell).text} |`).join(" ")) : [heading ?? text],
  );
  return [title, ...lines].join("\n") + "\n";
}
