/** The sections of a report in; their sentences, in comparable form, out. */
import { compactProse } from "../matching/normalize.js";
import type { Report, SectionId } from "../report.js";

export interface ProseSentence {
  readonly section: SectionId;
  readonly printed: string;
  /** Simplified, half width, without white space. */
  readonly text: string;
}

const SENTENCE = /[^。；;！!？?\n]+[。；;！!？?]?/g;
const LIST_SENTENCE = /[^。！!？?\n]+[。！!？?]?/g;

/** A longer run without a full stop is no sentence. */
const LONGEST_SENTENCE = 4_000;

/** Sentences end at 。 and ； here; `lists` keeps what semicolons join. */
export function proseOf(report: Report, lists = false): ProseSentence[] {
  return report.sections.flatMap(({ id, text }) =>
    (text.match(lists ? LIST_SENTENCE : SENTENCE) ?? [])
      .filter(({ length }) => length <= LONGEST_SENTENCE)
      .map((printed) => ({
        section: id,
        printed: printed.trim(),
        text: compactProse(printed),
      })),
  );
}
