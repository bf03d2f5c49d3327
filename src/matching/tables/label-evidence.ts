/**
 * The text of a document in which no table was found in; the form whose labels it prints out. A table that was flattened
 * without separators is lost, but it was there: its values are unknown, not absent.
 */
import type { SourceDocument } from "../../../parsers/document.js";
import type { Form } from "../../forms/form.js";
import { labelKey } from "../labels.js";
import { compact } from "../normalize.js";

/** A shorter label is a word of any prose. */
const SHORTEST = 6;
/** So many labels are no coincidence. */
const FEWEST = 12;
/** Text looked at; no report is longer. */
const REACH = 200_000;

/** How many different labels of each form the text prints; 0 where they are too few to be a table. */
export function labelsPrinted(document: SourceDocument, forms: readonly Form[]): Map<Form, number> {
  const text = compact(
    document.blocks
      .map((block) => (block.kind === "paragraph" ? block.text : block.cells.map(({ text }) => text).join("")))
      .join("")
      .slice(0, REACH),
  );
  const words = labelKey(text).words;
  return new Map(
    forms.map((form) => {
      const printed = labelsOf(form).filter((label) => words.includes(label)).length;
      return [form, printed >= FEWEST ? printed : 0];
    }),
  );
}

function labelsOf(form: Form): string[] {
  const labels = form.tables.flatMap(({ blocks }) =>
    blocks.flatMap(({ rows, columns }) => [...rows, ...columns].map(({ label }) => labelKey(label).words)),
  );
  return [...new Set(labels)].filter(({ length }) => length >= SHORTEST);
}
