/** What a phrase of the prose is made of: words around a number that say which indicator the number is. */
import type { Targets, TargetName } from "./targets.js";

/** What a passage is about at a point: the last of these subjects that its words named. */
export type Topic =
  "requests" | "reconsideration" | "litigation" | "documents" | "rules" | "disclosure" | "training" | "staff" | "else";

/** A topic, its words, and the words of which each of them holds one: most texts hold none, which is quickly told. */
const TOPIC_WORDS: readonly (readonly [Topic, RegExp, readonly string[]])[] = [
  [
    "requests",
    /公开[^,;]{0,10}申请|依申请|申请[^,;]{0,6}公开|(?:收到|受理|新收|答复|办结|结转)的?申请|新收/g,
    ["申请", "新收"],
  ],
  ["reconsideration", /复议/g, ["复议"]],
  ["litigation", /诉讼|起诉|应诉/g, ["诉"]],
  ["documents", /规范性文件/g, ["规范性文件"]],
  ["rules", /规章(?!制度)/g, ["规章"]],
  ["disclosure", /主动公开|公开政府信息|公开信息/g, ["公开"]],
  ["training", /培训/g, ["培训"]],
  ["staff", /工作人员/g, ["工作人员"]],
  ["else", /建议|提案|热线|12345|留言|咨询|工单|来信|来电|来访|行政许可|行政处罚|检查|会议|解读/g, [""]],
];

/** The topic that these words name last; null where they name none. */
export function topicIn(words: string): Topic | null {
  let last = -1;
  let topic: Topic | null = null;
  for (const [name, pattern, keys] of TOPIC_WORDS) {
    if (!keys.some((key) => words.includes(key))) continue;
    for (const { index, 0: match } of words.matchAll(pattern)) {
      if (index + match.length > last) [last, topic] = [index + match.length, name];
    }
  }
  return topic;
}

/** Units in which a thing is counted in prose; null stands for none printed. */
const COUNTED = {
  requests: ["件", "份", "宗", "例", "起", "条", "项", "件次", "条次", "次", null],
  decisions: ["件", "宗", "起", "份", "件次", "例", null],
  documents: ["件", "份", "个", "部", "篇", "项", null],
  records: ["条", "件", "篇", null],
  events: ["次", "场", "期", "个", "件", "篇", "条", "起", null],
  people: ["人", "人次", "名", null],
  places: ["个"],
  money: ["元", "万元", "亿元", "千元"],
} as const satisfies Readonly<Record<string, readonly (string | null)[]>>;

export type Counted = keyof typeof COUNTED;

export function isCountedIn(counted: Counted, unit: string | null): boolean {
  return (COUNTED[counted] as readonly (string | null)[]).includes(unit);
}

export interface Phrase {
  /** What the number is; null for a number that looks like one of the indicators and is none. */
  readonly states: TargetName | Targets | null;
  /** Ends where the number begins, filler words left out. */
  readonly before: RegExp;
  /** Begins where the unit ends. */
  readonly after?: RegExp;
  /** Words before or after the number with which it means something else. */
  readonly not?: RegExp;
  /** Words of the same clause before the number, and of the rest of the sentence behind it, that say so too. */
  readonly notInClause?: RegExp;
  readonly notBehind?: RegExp;
  /** The phrase counts only while the passage is about one of these. */
  readonly topics?: readonly Topic[];
  /** The words 信息公开 or 政务公开 must stand in the same sentence, or somewhere before in the passage. */
  readonly about?: "sentence" | "passage";
  readonly counted: Counted;
}
