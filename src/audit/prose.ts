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

/** Sentences end at 。 and ； here. */
export const proseOf = (report: Report): ProseSentence[] => sentencesOf(report, SENTENCE, () => true);

/** Sentences with what semicolons join, those alone that hold a character as printed: most sentences list nothing. */
export const listsOf = (report: Report, character: string): ProseSentence[] =>
  sentencesOf(report, LIST_SENTENCE, (printed) => printed.includes(character));

function sentencesOf(report: Report, end: RegExp, isMeant: (printed: string) => boolean): ProseSentence[] {
  return report.sections.flatMap(({ id, text }) =>
    (text.match(end) ?? [])
      .filter((printed) => printed.length <= LONGEST_SENTENCE && isMeant(printed))
      .map((printed) => ({
        section: id,
        printed: printed.trim(),
        text: compactProse(printed),
      })),
  );
}
