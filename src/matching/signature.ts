/** Paragraphs in; who signed the report and when, out. The signature stands at the end: a body's name, then a date. */
import type { Paragraph } from "../../parsers/document.js";
import { datesIn, isDateLine } from "./dates.js";
import { compact } from "./normalize.js";

export interface Signature {
  readonly signedBy: string | null;
  readonly date: string;
  /** Offsets of its paragraphs. */
  readonly first: number;
  readonly last: number;
}

/** Paragraphs at the end in which it is looked for; footers and attachments may follow it. */
const REACH = 25;
const LONGEST_NAME = 30;
const NAME =
  /^[\p{Script=Han}()（）·、\s]{2,30}(?:政府|委员会|委員會|委|局|厅|廳|院|办公室|辦公室|办公厅|辦公廳|办|部|署|处|處|中心|海关|海關|公司|街道|办事处|辦事處|乡|鄉|镇|鎮|总社|總社|联合社|聯合社|社|站|所|管委会|联合会)$/u;

const isName = (text: string) => {
  const name = compact(text);
  return name.length <= LONGEST_NAME && NAME.test(text.trim()) && !/报告|报表|情况/.test(name);
};

/** The last signature: a name followed by a date, or both on one line. */
export function findSignature(paragraphs: readonly Paragraph[]): Signature | null {
  const start = Math.max(1, paragraphs.length - REACH);
  for (let last = paragraphs.length - 1; last >= start; last--) {
    const text = paragraphs[last]!.text.trim();
    if (isDateLine(text)) {
      const name = paragraphs[last - 1]!.text.trim();
      const signed = isName(name);
      return { signedBy: signed ? name : null, date: datesIn(text)[0]!, first: signed ? last - 1 : last, last };
    }
    const both = /^(.*?)[\s\n]*((?:20\d\d|二[〇○零一二三四五六七八九]{3})\s*年.{1,10}日)$/s.exec(text);
    const date = both ? datesIn(both[2]!)[0] : undefined;
    if (both && date && isName(both[1]!)) return { signedBy: both[1]!.trim(), date, first: last, last };
  }
  return null;
}
