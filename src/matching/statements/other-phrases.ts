/** How reports state the numbers of the other tables. The first phrase that fits decides. */
import type { Phrase, Topic } from "./phrase.js";
import { disputeTargets } from "./targets.js";

const DOCUMENTS: readonly Topic[] = ["documents"];
const RULES: readonly Topic[] = ["rules"];

/** Someone else's decisions, or numbers of what was published about them. */
const PUBLISHED = /公示|公开|发布|公布|归集|上报|报送|信息|清单|事项|受理|目录|数据/;
const BOTH_KINDS = /规章(?:、|和|及|与)|规章[^,]{0,3}规范性文件/;
const ISSUE = "(?:制定出台|制定印发|制定发布|新制定|新制发|新制作|制发|制定|出台|印发|发布)";

/** What was published, and what of it: 主动公开规章13件（含新制定5件、修改4件、废止4件） counts no documents of the year. */
const OF_PUBLISHED = /公开的?(?:现行有效的?)?(?:政府|行政)?(?:规章|规范性文件)\d+[件部个],?\(?(?:其中|含|包括)[^)]*$/;

const DISCLOSURE_TABLE: readonly Phrase[] = [
  { states: "documentsDisclosed", before: /主动公开(?:行政)?规范性文件$/, topics: DOCUMENTS, counted: "records" },
  {
    states: "documentsNewlyDisclosed",
    before: /新公开(?:行政)?(?:规范性文件)?$/,
    topics: DOCUMENTS,
    counted: "documents",
  },
  {
    states: "documentsDisclosedInAll",
    before: /对外公开(?:行政)?(?:规范性文件)?$/,
    topics: DOCUMENTS,
    counted: "documents",
  },
  {
    states: "documentsInForce",
    notInClause: OF_PUBLISHED,
    before: /(?:现行|继续)有效(?:的)?(?:行政)?(?:规范性文件)?$/,
    topics: DOCUMENTS,
    counted: "documents",
    not: BOTH_KINDS,
  },
  {
    states: "documentsRepealed",
    notInClause: OF_PUBLISHED,
    before: /废止(?:的)?(?:行政)?(?:规范性文件)?$/,
    topics: DOCUMENTS,
    counted: "documents",
    not: BOTH_KINDS,
  },
  {
    states: "documentsIssued",
    notInClause: OF_PUBLISHED,
    before: new RegExp(`${ISSUE}(?:了)?(?:本级|各类)?(?:行政)?规范性文件$|规范性文件(?:本年)?${ISSUE}$`),
    topics: DOCUMENTS,
    counted: "documents",
    not: /公开|解读|备案|审查|清理|规章(?:、|和|及|与)|代/,
  },
  {
    states: "documentsIssued",
    notInClause: OF_PUBLISHED,
    before: new RegExp(`${ISSUE}(?:了)?$`),
    after: /^(?:行政)?规范性文件/,
    topics: ["documents", "requests", "disclosure", "else", "rules", "training"],
    counted: "documents",
    not: /公开|解读|备案|审查|清理|代/,
  },
  {
    states: "rulesInForce",
    notInClause: OF_PUBLISHED,
    before: /现行有效(?:的)?(?:政府|行政)?(?:规章)?$/,
    topics: RULES,
    counted: "documents",
  },
  {
    states: "rulesRepealed",
    notInClause: OF_PUBLISHED,
    before: /废止(?:的)?(?:政府|行政)?(?:规章)?$/,
    topics: RULES,
    counted: "documents",
  },
  {
    states: "rulesIssued",
    notInClause: OF_PUBLISHED,
    before: new RegExp(`${ISSUE}(?:政府|行政)?规章$|规章(?:本年)?${ISSUE}$`),
    topics: RULES,
    counted: "documents",
    not: /公开|解读|清理|备案/,
  },
  { states: "fees", before: /行政事业性?收费(?:收入|总?金额)?$/, counted: "money", not: /信息处理费|减免|退还/ },
  { states: "procurementAmount", before: /(?:政府)?(?:集中)?采购(?:总)?金额$/, counted: "money" },
];

const decisions = (states: "licensing" | "penalties" | "coercion", kind: string, other: RegExp): Phrase => ({
  states,
  before: new RegExp(`行政${kind}(?:案件|决定|行为|措施)?(?:(?:作出)?处理决定)?$`),
  counted: "decisions",
  not: new RegExp(`${PUBLISHED.source}|${other.source}|分别`),
});

const DECISIONS: readonly Phrase[] = [
  decisions("licensing", "许可", /处罚|强制/),
  decisions("penalties", "处罚", /许可|强制/),
  decisions("coercion", "强制", /许可|处罚/),
];

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

const CHANNELS: readonly Phrase[] = [
  { states: "gazette", before: /(?:政府)?公报(?:主动)?公开(?:政府)?(?:信息)?$/, counted: "records" },
  { states: "website", before: /网站(?:主动)?公开(?:政府)?(?:信息)?$/, counted: "records" },
  { states: "weibo", before: /微博(?:主动)?公开(?:政府)?(?:信息)?$/, counted: "records" },
  { states: "wechat", before: /微信(?:公众号)?(?:主动)?公开(?:政府)?(?:信息)?$/, counted: "records" },
  { states: "otherChannels", before: /其[他它](?:方式|渠道)(?:主动)?公开(?:政府)?(?:信息)?$/, counted: "records" },
  {
    states: "disclosed",
    before: /主动公开(?:各类)?(?:的)?政府信息$/,
    counted: "records",
    not: /通过|网站|微博|微信|公报|其中|栏/,
  },
];

const RESPONSES: readonly Phrase[] = [
  {
    states: "hotTopics",
    before: /回应(?:公众关注)?(?:社会)?(?:热点|关切)(?:或|和|及)?(?:重大)?(?:舆情)?(?:事件)?$/,
    counted: "events",
  },
  {
    states: "pressConferences",
    before: /(?:参加|举办|召开)[^,]{0,6}新闻发布会$/,
    counted: "events",
    not: /主要负责/,
  },
  { states: "onlineInterviews", before: /在线访谈$/, counted: "events", not: /主要负责/ },
  { states: "policyInterpretations", before: /政策解读(?:稿件|材料|文章)$/, counted: "events", not: /部门|转载/ },
  { states: "weiboWechat", before: /微博微信回应(?:事件)?$/, counted: "events" },
];

const RESOURCES: readonly Phrase[] = [
  {
    states: "complaints",
    about: "passage",
    before: /(?:举报投诉|投诉举报|举报)(?:案件)?$/,
    counted: "requests",
    not: /受理|热线|平台|线索/,
  },
  { states: "dedicatedOffices", before: /(?:信息公开|政务公开)[^,]{0,6}专门机构$/, counted: "places" },
  { states: "readingRooms", before: /(?:设置|设立|设有|信息公开)[^,]{0,6}查阅(?:点|场所)$/, counted: "places" },
  { states: "fullTimeStaff", before: /专职(?:工作)?(?:人员)?$/, topics: ["staff"], counted: "people" },
  { states: "partTimeStaff", before: /兼职(?:工作)?(?:人员)?$/, topics: ["staff"], counted: "people" },
  {
    states: "staff",
    before: /从事(?:政府)?信息公开工作(?:的)?(?:工作)?人员$|信息公开工作人员$/,
    counted: "people",
    not: /[专兼]职/,
  },
  { states: "budget", before: /信息公开(?:工作)?专项经费$/, counted: "money" },
  {
    states: "copyingFees",
    about: "passage",
    before: /收取[^,]{0,16}(?:费用|费)$/,
    topics: ["requests"],
    counted: "money",
    not: /行政事业|处理费|减免/,
  },
];

const TRAINING: readonly Phrase[] = (
  [
    {
      states: "meetings",
      before: /(?:信息公开|政务公开)(?:工作)?(?:专题|推进|部署|工作)*会议?(?:或专题会议?)?$/,
      counted: "events",
      not: /参加/,
    },
    { states: "courses", before: /(?:举办|组织|开展)[^,]{0,12}培训(?:班|会|活动)?$/, counted: "events", not: /参加/ },
    {
      states: "participants",
      before: /(?:接受培训|培训)(?:人员|人数|工作人员)?$/,
      topics: ["training"],
      counted: "people",
    },
  ] as const satisfies readonly Phrase[]
).map((phrase) => ({ ...phrase, about: "sentence" }));

export const OTHER_PHRASES: readonly Phrase[] = [
  ...DISCLOSURE_TABLE,
  ...DECISIONS,
  ...DISPUTES,
  ...RESULTS,
  ...CHANNELS,
  ...RESPONSES,
  ...RESOURCES,
  ...TRAINING,
];
