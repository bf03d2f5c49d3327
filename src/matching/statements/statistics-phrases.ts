/** How reports state the numbers that only the statistics of the form of 2014 have. The first phrase that fits decides. */
import type { Phrase } from "./phrase.js";

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

export const STATISTICS_PHRASES: readonly Phrase[] = [...CHANNELS, ...RESPONSES, ...RESOURCES, ...TRAINING];
