/** Paragraphs in; who signed the report and when, out. The signature stands at the end: a body's name, then a date. */
import type { Paragraph } from "../../parsers/document.js";
import { datesIn, isDateLine } from "./dates.js";
import { isOrgan } from "./organ.js";

export interface Signature {
  readonly signedBy: string | null;
  readonly date: string;
  /** Offsets of its paragraphs. */
  readonly first: number;
  readonly last: number;
}

/** Paragraphs at the end in which it is looked for; footers and attachments may follow it. */
const REACH = 25;
const LONGEST_LINE = 80;
// eslint-disable-next-line regexp/no-super-linear-backtracking -- the text is short: see LONGEST_LINE
const NAME_AND_DATE = /^(.*?)\s*((?:2\s*0\s*\d\s*\d|二\S{3})\s*[年./-].{1,12})$/s;

/** The last signature behind the title: a name followed by a date, or both on one line. */
export function findSignature(paragraphs: readonly Paragraph[], behind = 0): Signature | null {
  const start = Math.max(1, behind + 1, paragraphs.length - REACH);
  for (let last = paragraphs.length - 1; last >= start; last--) {
    const signature = signatureAt(paragraphs, last);
    if (signature) return signature;
  }
  return null;
}

function signatureAt(paragraphs: readonly Paragraph[], last: number): Signature | null {
  const text = paragraphs[last]!.text.trim();
  if (text.length > LONGEST_LINE) return null;
  if (isDateLine(text)) {
    const name = printedName(paragraphs[last - 1]!.text);
    return { signedBy: name, date: datesIn(text)[0]!, first: name === null ? last : last - 1, last };
  }
  const both = NAME_AND_DATE.exec(text);
  const name = both && isDateLine(both[2]!) ? printedName(both[1]!) : null;
  return name === null ? null : { signedBy: name, date: datesIn(both![2]!)[0]!, first: last, last };
}

/** The name as it stands, without the line breaks and spaces of typesetting; null for no name. */
function printedName(text: string): string | null {
  const name = text.replace(/\s+/g, "");
  return isOrgan(name) ? name : null;
}
