/** What a reader of a prose has in mind at a point of a passage: words heard in, what they are about and whose they are out. */
import { topicIn, type Topic } from "./phrase.js";
import { ownershipIn, type Ownership } from "./scope.js";
import type { Target } from "./targets.js";
import { isOfAnotherTime, yearIn } from "./time.js";

/** Words heard, up to a number. */
interface Heard {
  /** The sentence so far. */
  readonly words: string;
  /** What of it is new. */
  readonly gap: string;
}

/**
 * What was heard is looked at when topic, year, owner or subject are first asked for, because most numbers are of nothing
 * that the forms count.
 */
export interface Mind {
  topic: Topic | null;
  year: number | null;
  owner: Ownership;
  /** True once the heading or the passage has spoken of open government information. */
  informed: boolean;
  /** The total that "其中" divides. */
  head: Target | null;
  readonly heard: Heard[];
  /** How much of what was heard the topic, the subject, and year and owner are taken from. */
  topical: number;
  informing: number;
  owned: number;
}

/** Speaks of open government information. */
const INFORMATION = /信息公开|政务公开|依申请|公开申请/;
export const isOfInformation = (words: string): boolean => INFORMATION.test(words);

/** The mind at the beginning of a passage under a heading. */
export const mindUnder = (heading: string): Mind => ({
  topic: topicIn(heading),
  year: null,
  owner: "body",
  informed: isOfInformation(heading),
  head: null,
  heard: [],
  topical: 0,
  informing: 0,
  owned: 0,
});

/** Takes in the words up to a number. */
export function notice(mind: Mind, words: string, gap: string): void {
  mind.heard.push({ words, gap });
}

/** What the passage is about: what was last heard that names a topic says so. */
export function topicOf(mind: Mind): Topic | null {
  const { heard } = mind;
  for (let at = heard.length - 1; at >= mind.topical; at--) {
    const topic = topicIn(heard[at]!.gap);
    if (topic === null) continue;
    mind.topic = topic;
    break;
  }
  mind.topical = heard.length;
  return mind.topic;
}

/** True where the passage has spoken of open government information. */
export function isInformed(mind: Mind): boolean {
  while (!mind.informed && mind.informing < mind.heard.length) {
    mind.informed = isOfInformation(mind.heard[mind.informing++]!.gap);
  }
  return mind.informed;
}

interface Reporter {
  readonly year: number | null;
  readonly body: string | null;
}

/** False where what is said now is not said of the reporting body's year. */
export function counts(mind: Mind, clause: string, before: string, reporter: Reporter): boolean {
  for (; mind.owned < mind.heard.length; mind.owned++) {
    const { words, gap } = mind.heard[mind.owned]!;
    mind.year = yearIn(words) ?? mind.year;
    mind.owner = ownershipIn(gap, reporter.body) ?? mind.owner;
  }
  const otherYear = mind.year !== null && reporter.year !== null && mind.year !== reporter.year;
  return mind.owner !== "other" && !otherYear && !isOfAnotherTime(clause, before);
}
