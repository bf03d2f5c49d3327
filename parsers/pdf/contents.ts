/** What names of a PDF stand for in; the contents among it that are drawn, and what matters of them, out. */
import type { Found } from "./objects.js";
import type { Named } from "./scope.js";
import { isDictionary, type Dictionary, type Value } from "./values.js";

/** A stream with the dictionary before it. */
export interface Content {
  readonly word: number;
  readonly dictionary: Dictionary;
}

export function contentsIn(found: readonly Found[]): Content[] {
  return found.flatMap(({ value, word }) =>
    word !== null && isDictionary(value) ? [{ word, dictionary: value }] : [],
  );
}

export const itemsOf = ({ value }: Found): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : [];

/** pdfjs gets no pictures. */
export const isForm = ({ found: { value } }: Named): boolean =>
  !isDictionary(value) || value.get("Subtype") !== "Image";

/** Whether pdfjs keeps what it has drawn of it. */
export function isKept(pattern: Dictionary): boolean {
  const box = pattern.get("BBox");
  const [left, bottom, right, top] = Array.isArray(box) ? (box as readonly Value[]) : [];
  return (
    [left, bottom, right, top, pattern.get("XStep"), pattern.get("YStep")].every((one) => typeof one === "number") &&
    [pattern.get("PaintType"), pattern.get("TilingType")].every(Number.isInteger) &&
    left !== right &&
    bottom !== top
  );
}
