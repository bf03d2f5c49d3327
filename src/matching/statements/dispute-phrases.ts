/** How reports state the numbers of reconsideration and litigation. The first phrase that fits decides. */
import type { Phrase } from "./phrase.js";
import { disputeTargets } from "./targets.js";

/** A reconsideration organ's or a court's cases are not those against this body. */
const AS_JUDGE = /受理|审理|办理|审结|收到|以上|化解|调解|分别|率/;
const OF_INFORMATION = /^[^,]{0,12}(?:信息公开|政务公开)[^,]{0,12}/;

/** Cases with one result alone: 被纠错的行政复议、行政诉讼. */
const OF_ONE_RESULT = /(?:纠[错正]|撤销|败诉|胜诉|维持|驳回)的[^,;]{0,40}$/;
/** Cases of all kinds: those of open government information are among them. */
const OF_ALL_KINDS = /^[^,;]{0,4},?其中[^,;]{0,12}(?:信息|政务)公开/;

const DISPUTES: readonly Phrase[] = (
  [
    { states: "directSuits", before: /未经复议直接(?:起诉|提起行政诉讼)[^,]{0,8}$/, counted: "requests" },
    { states: "suitsAfterReconsideration", before: /复议后(?:起诉|提起行政诉讼)[^,]{0,8}$/, counted: "requests" },
    {
      states: null,
      before: /复议(?:、|和|及|或|与)(?:被?提起)?(?:行政)?诉讼(?:案件)?(?:均|各)?$/,
      counted: "requests",
    },
    {
      states: disputeTargets("reconsideration", "total"),
      before: /(?:行政)?复议(?:案件|申请|案|事项)?$/,
      counted: "requests",
      not: AS_JUDGE,
    },
    {
      states: disputeTargets("litigation", "total"),
      before: /(?:行政)?(?:诉讼|应诉)(?:案件|案|事项)?$/,
      counted: "requests",
      not: new RegExp(`受理|审理|审结|复议|分别|率`),
    },
    {
      states: disputeTargets("reconsideration", "total"),
      before: /(?:有|发生|产生|涉及|出现)$/,
      after: new RegExp(`${OF_INFORMATION.source}(?:行政)?复议(?!后|.{0,6}诉讼)`),
      counted: "requests",
    },
    {
      states: disputeTargets("litigation", "total"),
      before: /(?:有|发生|产生|涉及|出现)$/,
      after: new RegExp(`${OF_INFORMATION.source}(?:行政)?诉讼`),
      counted: "requests",
    },
  ] as const satisfies readonly Phrase[]
).map((phrase) => ({ ...phrase, about: "passage", notInClause: OF_ONE_RESULT, notBehind: OF_ALL_KINDS }));

const RESULT_WORDS = [
  ["upheld", /(?:结果)?维持(?:具体行政行为|原行政行为)?$/],
  ["corrected", /(?:结果纠正|被?(?:依法)?纠[正错])$/],
  ["otherResult", /其[他它](?:结果|情形)$/],
  ["pending", /(?:尚未审结|未审结|正在审理)$/],
] as const;

const RESULTS: readonly Phrase[] = (["reconsideration", "litigation"] as const).flatMap((kind) =>
  RESULT_WORDS.map(([result, before]) => ({
    states: disputeTargets(kind, result),
    before,
    topics: [kind],
    about: "passage" as const,
    counted: "requests" as const,
  })),
);

export const DISPUTE_PHRASES: readonly Phrase[] = [...DISPUTES, ...RESULTS];
