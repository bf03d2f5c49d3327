/** How reports state the numbers of the table of proactive disclosure. The first phrase that fits decides. */
import type { Phrase, Topic } from "./phrase.js";

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

export const DISCLOSURE_PHRASES: readonly Phrase[] = [...DISCLOSURE_TABLE, ...DECISIONS];
