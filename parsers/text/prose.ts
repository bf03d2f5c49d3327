/** Lines of prose in; paragraphs out. Lines that were cut at a fixed width are joined, short lines never. */
import { displayWidth } from "../lines/display-width.js";
import type { Line } from "../lines/line.js";

/** Width at which the text's lines were cut, in terminal columns; null where they weren't. */
export type WrapWidth = number | null;

/** Wrapped text has many lines of nearly the same width; other text has none or very long ones. */
const NARROWEST = 40;
const WIDEST = 170;
const FEWEST = 4;
/** A line this much shorter than the widest may still be cut: the next character or word did not fit. */
const SLACK = 5;
const ENDS = /[。；！？：.;!?:]["”’）)]?\s*$/;
/** What begins a paragraph whatever stands before it. */
const BEGINS = /^\s*(?:第?[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．]|[#>*|-]\s)/;

export function wrapWidth(lines: readonly Line[]): WrapWidth {
  const widths = lines.map(({ text }) => displayWidth(text.trimEnd())).filter((width) => width >= NARROWEST);
  if (widths.length < FEWEST) return null;
  const widest = [...widths].sort((a, b) => b - a)[Math.floor(widths.length / 20)]!;
  const near = widths.filter((width) => width >= widest - SLACK && width <= widest + SLACK).length;
  return widest <= WIDEST && near >= Math.max(FEWEST, widths.length / 3) ? widest : null;
}

/** Joins the lines that the width cut. */
export function joinWrapped(lines: readonly Line[], width: WrapWidth): { text: string; line: Line }[] {
  const out: { parts: string[]; line: Line }[] = [];
  let open = false;
  for (const line of lines) {
    const text = line.text.trim();
    const indented = /^(?:\u3000| {2,}|\t)/.test(line.text);
    const last = out.at(-1);
    // In parts, because a paragraph of many lines must not be gone over with each of them.
    if (open && last && !indented && !BEGINS.test(text)) last.parts.push(joint(last.parts, text), text);
    else out.push({ parts: [text], line });
    open =
      width !== null &&
      displayWidth(line.text.trimEnd()) >= width - SLACK &&
      !(ENDS.test(text) && displayWidth(text) < width - SLACK);
  }
  return out.map(({ parts, line }) => ({ text: parts.join(""), line }));
}

/** Between words of letters a line break is a space; between Chinese characters it is nothing. */
function joint(parts: readonly string[], after: string): string {
  const before = parts.at(-1)!;
  return /^[a-zA-Z]/.test(after) && /[a-zA-Z]/.test(before.at(-1) ?? "") ? " " : "";
}
