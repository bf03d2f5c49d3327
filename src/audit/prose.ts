/** The sections of a report in; their sentences, in comparable form, out. */
import { compact } from "../matching/normalize.js";
import type { Report, SectionId } from "../report.js";

export interface ProseSentence {
  readonly section: SectionId;
  readonly printed: string;
  /** Simplified, half width, without white space. */
  readonly text: string;
}

const SENTENCE = /[^。；;！!？?\n]+[。；;！!？?]?/g;
const LIST_SENTENCE = /[^。！!？?\n]+[。！!？?]?/g;

/** Sentences end at 。 and ； here; `lists` keeps what semicolons join. */
export function proseOf(report: Report, lists = false): ProseSentence[] {
  return report.sections.flatMap(({ id, text }) =>
    (text.match(lists ? LIST_SENTENCE : SENTENCE) ?? []).map((printed) => ({
      section: id,
      printed: printed.trim(),
      text: compact(printed),
    })),
  );
}
