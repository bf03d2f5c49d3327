/**
 * The passages of a report in; the numbers that they state of the form's indicators out. Reads a passage from left to
 * right and keeps what it is about (topic, year, whose numbers), as a reader does; what does not fit is left alone.
 */
import type { FormId } from "../../forms/form.js";
import { FORMS } from "../../forms/index.js";
import type { Statement } from "../../report.js";
import { unitsOf } from "../indicators.js";
import { remembering } from "../memo.js";
import { amountsOf, valueIn, type Amount } from "./amounts.js";
import { mayEndIn } from "./ending.js";
import { counts, isInformed, isOfInformation, mindUnder, notice, topicOf, type Mind } from "./mind.js";
import { OTHER_PHRASES } from "./other-phrases.js";
import { isCountedIn, type Phrase, type Topic } from "./phrase.js";
import type { Passage, Sentence } from "./prose.js";
import { APPLICANT_WORDS, INCLUDES_CARRIED_OVER, REQUEST_PHRASES } from "./request-phrases.js";
import { withNumbersBehindNames } from "./respectively.js";
import { withRelativeYears } from "./time.js";
import { TARGETS, forApplicant, type Target, type TargetName, type Targets } from "./targets.js";
import { denialsIn, mayDeny } from "./zeros.js";

export interface ReaderContext {
  /** The form whose indicators are meant. */
  readonly dialect: FormId;
  readonly year: number | null;
  readonly body: string | null;
  /** Throws once the time for the document is over. */
  readonly checkTime?: () => void;
}

const PHRASES: readonly Phrase[] = [...REQUEST_PHRASES, ...OTHER_PHRASES];
/** By topic and unit, each "" for none: the phrases that may fit. */
const phrasesOf = remembering((key) => {
  const [topic, unit] = key.split(" ") as [Topic | "", string];
  const isTopical = ({ topics }: Phrase) => topics === undefined || (topic !== "" && topics.includes(topic));
  return PHRASES.filter((phrase) => isTopical(phrase) && isCountedIn(phrase.counted, unit === "" ? null : unit));
});
/** By unit, "" for none: whether words end as those of any phrase do. */
const mayEndPhrase = remembering((unit) =>
  mayEndIn(
    PHRASES.filter(({ counted }) => isCountedIn(counted, unit === "" ? null : unit)).map(({ before }) => before),
  ),
);
/** Words between an indicator's name and its number that add nothing. */
const FILLER =
  // eslint-disable-next-line regexp/no-super-linear-move -- the text is short: see LONGEST_SENTENCE
  /(?:共计|总计|合计|总共|一共|共有|共|各|为|是|有|达到|达|了|的|数量|件数|总数|总量|总额|数|量|:|、|"|”|」)+$/;
/** The last characters of those words. */
const FILLER_ENDS = '计共有各为是到达了的量数额:、"”」';
/** Brackets without a number; what they say of carried-over requests is kept, and a unit like 百件. */
const GLOSS = /\(([^()\d]*)\)/g;

/** The statements of all passages, in order. */
export function statementsIn(passages: readonly Passage[], context: ReaderContext): Statement[] {
  let heading = mindUnder("");
  return passages.flatMap((passage) => {
    if (passage.heading) {
      heading = mindUnder(passage.sentences.map(({ text }) => text).join(""));
      return [];
    }
    return readPassage(passage, heading, context);
  });
}

function readPassage(passage: Passage, heading: Mind, context: ReaderContext): Statement[] {
  const mind = { ...heading, heard: [] };
  return passage.sentences.flatMap((sentence) => readSentence(sentence, mind, context));
}

function readSentence(sentence: Sentence, mind: Mind, context: ReaderContext): Statement[] {
  context.checkTime?.();
  const text = withNumbersBehindNames(withRelativeYears(withoutGlosses(sentence.text), context.year));
  mind.head = null;
  const amounts = amountsOf(text);
  const denying = mayDeny(text);
  const found: Statement[] = [];
  let read = 0;
  for (const amount of amounts) {
    const words = text.slice(0, amount.start);
    const clauses = denying ? text.slice(read, amount.start - amount.before.length) : "";
    found.push(...denials(clauses, words, sentence, mind, context));
    read = amount.end;
    notice(mind, words, amount.gap);
    const statement = readAmount(amount, text, mind, context);
    if (statement) found.push({ ...statement, sentence: sentence.printed, at: sentence.at });
  }
  found.push(...denials(denying ? text.slice(read) : "", text, sentence, mind, context));
  notice(mind, text, text.slice(read));
  return found;
}

const withoutGlosses = (text: string) => (text.includes("(") ? text.replace(GLOSS, keptGloss) : text);
const keptGloss = (whole: string, gloss: string) =>
  gloss.includes("结转") ? gloss : MULTIPLE.test(gloss) ? whole : "";
/** A unit that multiplies the number before it. */
const MULTIPLE = /^(?:单位:)?[百千万亿]/;

type Claim = Omit<Statement, "sentence" | "at">;

function readAmount(amount: Amount, text: string, mind: Mind, context: ReaderContext): Claim | null {
  const before = withoutFiller(amount.before);
  const ofApplicant = applicantTarget(before, mind);
  const phrase = ofApplicant ? undefined : phraseOf(amount, before, text, mind);
  if (!ofApplicant && !phrase) return null;
  if (!counts(mind, text.slice(0, amount.start), amount.before, context)) return null;
  const target = phrase ? phraseTarget(phrase, amount, before, text, mind, context) : ofApplicant;
  if (target === null) return null;
  const unit = unitOf(target, context.dialect);
  const value = valueIn(amount, unit);
  if (value === null) return null;
  return claim(target, value, unit === "万元" || unit === "元" ? unit : amount.unit, mind);
}

const withoutFiller = (words: string) =>
  FILLER_ENDS.includes(words.at(-1) ?? " ") ? words.replace(FILLER, "") : words;

function claim(target: Target, value: number, unit: string | null, mind: Mind): Claim {
  return {
    indicator: target.indicator,
    ...(target.including ? { including: [...target.including] } : {}),
    value,
    unit,
    scope: mind.owner === "other" ? "unclear" : mind.owner,
  };
}

function applicantTarget(before: string, mind: Mind): Target | null {
  if (mind.head === null || topicOf(mind) !== "requests") return null;
  const kind = APPLICANT_WORDS.find(([, pattern]) => pattern.test(before));
  return kind ? forApplicant(mind.head, kind[0]) : null;
}

function phraseOf(amount: Amount, before: string, text: string, mind: Mind): Phrase | undefined {
  if (!mayEndPhrase(amount.unit ?? "")(before)) return undefined;
  const candidates = phrasesOf(`${topicOf(mind) ?? ""} ${amount.unit ?? ""}`);
  return candidates.find((candidate) => fits(candidate, amount, before, text, mind));
}

function phraseTarget(
  phrase: Phrase,
  amount: Amount,
  before: string,
  text: string,
  mind: Mind,
  context: ReaderContext,
): Target | null {
  if (phrase.states === null) return null;
  const name = headName(phrase.states, text.slice(amount.end));
  const target = targetsOf(name)[context.dialect] ?? null;
  if (target === null || !isReceipt(name)) return target;
  const narrowed = ofOneKind(before + amount.after, target);
  mind.head = narrowed === target ? target : null;
  return narrowed;
}

function fits(phrase: Phrase, amount: Amount, before: string, text: string, mind: Mind): boolean {
  if (!phrase.before.test(before)) return false;
  if (phrase.after && !phrase.after.test(amount.after)) return false;
  if (phrase.not && (phrase.not.test(amount.before) || (phrase.after && phrase.not.test(amount.after)))) return false;
  if (phrase.notInClause?.test(text.slice(0, amount.start))) return false;
  if (phrase.notBehind?.test(text.slice(amount.end))) return false;
  const wants = phrase.about ?? (phrase.topics?.includes("requests") ? "passage" : undefined);
  if (wants === "sentence") return isOfInformation(text);
  return wants === undefined || isInformed(mind) || isOfInformation(amount.after);
}

const isReceipt = (name: TargetName | Targets) => name === "received" || name === "receivedAndCarriedOver";

/** Carried-over requests may be part of the number of received ones: the words after it say so. */
function headName(name: TargetName | Targets, rest: string): TargetName | Targets {
  return name === "received" && INCLUDES_CARRIED_OVER.test(rest) ? "receivedAndCarriedOver" : name;
}

/** 收到自然人提起的申请5件 is a number of natural persons alone. */
function ofOneKind(words: string, target: Target): Target | null {
  const person = /自然人|个人/.test(words);
  const organisation = /法人|组织|企业/.test(words);
  return person && !organisation ? forApplicant(target, "naturalPerson") : target;
}

function targetsOf(name: TargetName | Targets): Targets {
  return typeof name === "string" ? TARGETS[name] : name;
}

function denials(clauses: string, words: string, sentence: Sentence, mind: Mind, context: ReaderContext): Statement[] {
  if (!mayDeny(clauses)) return [];
  const informed = isInformed(mind) || isOfInformation(words);
  return clauses.split(/[,:]/).flatMap((clause) => {
    const denied = denialsIn(clause, informed);
    if (denied.length === 0) return [];
    notice(mind, words, clause);
    if (!counts(mind, words, clause, context)) return [];
    return denied.flatMap((name) => {
      const target = targetsOf(name)[context.dialect];
      if (!target) return [];
      return [{ ...claim(target, 0, null, mind), sentence: sentence.printed, at: sentence.at }];
    });
  });
}

function unitOf(target: Target, dialect: FormId): string {
  return unitsOf(FORMS[dialect]).get(target.indicator) ?? "件";
}
