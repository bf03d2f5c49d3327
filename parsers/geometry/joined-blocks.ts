/** Paragraphs and table parts frame by frame in; those that go on in the next frame joined out. */
import { canContinue, continueTable } from "./continue-table.js";
import type { Placed, PlacedText } from "./frame-blocks.js";

/** A table that ends its frame goes on with the table that begins the next one. */
export function joinTables(items: readonly Placed[]): Placed[] {
  const out: Placed[] = [];
  // The frame that the last table of `out` reached.
  let reached = -1;
  for (const item of items) {
    const last = out.at(-1);
    const follows =
      last?.kind === "table" &&
      item.kind === "table" &&
      item.frame === reached + 1 &&
      canContinue(last.part, item.part);
    if (follows) out[out.length - 1] = { ...last, part: continueTable(last.part, item.part) };
    else out.push(item);
    if (item.kind === "table") reached = item.frame;
  }
  return out;
}

/** A paragraph that fills its last line to the frame's end goes on at the top of the next frame. */
export function joinParagraphs(items: readonly Placed[]): Placed[] {
  const out: Placed[] = [];
  for (const item of items) {
    const last = out.at(-1);
    if (
      last?.kind === "paragraph" &&
      item.kind === "paragraph" &&
      item.frame === last.frame + 1 &&
      goesOn(last, item)
    ) {
      const block = { ...last.block, text: last.block.text + item.block.text };
      out[out.length - 1] = { ...last, page: item.page, frame: item.frame, block };
    } else out.push(item);
  }
  return out;
}

/** The first frame's paragraph ends in mid-sentence at the right margin; the next one is not indented. */
function goesOn(before: PlacedText, next: PlacedText): boolean {
  const [a, b] = [before.block.text, next.block.text];
  const widest = before.box[2] - before.box[0];
  // Columns stand side by side: only pages tell by the left margin whether a line is indented.
  const flush = before.page === next.page || next.box[0] - before.box[0] < 3;
  const begins = /^(?:第?[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．])/.test(b);
  return flush && widest > 200 && !begins && !/[。；！？：.!?:]$/.test(a) && a.length > 20;
}
