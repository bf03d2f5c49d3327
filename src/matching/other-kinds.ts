/** Kinds of documents that look like a report and are none, by the words of their headlines. */
import type { Bilingual } from "../../parsers/document.js";

export interface OtherKind {
  readonly code: string;
  readonly words: RegExp;
  readonly text: Bilingual;
  /** True where even a filled-in form under a report's title doesn't make it a report. */
  readonly always?: boolean;
}

const ANNUAL = "(?:年度报告|年报|信息公开|政务公开)";

/** The first that fits is told. */
export const OTHER_KINDS: readonly OtherKind[] = [
  {
    code: "university-report",
    words:
      /学年.*信息公开|(?:大学|学院|学校|中学|小学|幼儿园)(?!.{0,24}政府信息公开).{0,20}信息公开.{0,12}(?:报告|年报)$/,
    text: {
      zh: "这是学校的信息公开报告，不是行政机关的政府信息公开年度报告",
      en: "this is the report of a school, not of an administrative body",
    },
    always: true,
  },
  {
    code: "partial-year",
    words:
      /(?:上半年|下半年|季度|第[一二三四]季|半年|\d{1,2}月份|(?!0?1月?[-至]12月)(?<!\d)\d{1,2}月?[-至]\d{1,2}月).{0,24}信息公开.*(?:统计|报告|情况|总结)|信息公开.{0,16}(?:上半年|下半年|[一二三四]季度|半年).{0,8}(?:统计|报告|情况|总结)/,
    text: {
      zh: "这是半年、季度或月度的统计，不是年度报告",
      en: "this covers a half-year, quarter or month, it is no annual report",
    },
    always: true,
  },
  {
    code: "website-report",
    words: /政府网站.{0,8}年度.{0,4}(?:报表|报告)/,
    text: {
      zh: "这是政府网站工作年度报表，不是政府信息公开年度报告",
      en: "this is the annual report of a government website",
    },
    always: true,
  },
  {
    code: "sample-text",
    words:
      /范文|(?:报告|年报|格式)\(?(?:模板|样本|样式|范本|参考格式)\)?|(?:模板|样本|范本|参考格式).{0,12}报告|(?:[×✕xX*_]{2}|某某).{0,12}(?:年|信息公开)/,
    text: {
      zh: "这是范文或模板，不是某个机关的年度报告",
      en: "this is a sample text or template, not a body's report",
    },
    always: true,
  },
  {
    code: "interpretation",
    words: new RegExp(
      `${ANNUAL}.{0,16}(?:解读|问答|图解)|(?:一图读懂|图解|解读).{0,40}${ANNUAL}|^(?:文字|图文|政策)?解读$`,
    ),
    text: { zh: "这是对年度报告的解读，不是年度报告", en: "this explains a report, it is not the report itself" },
  },
  {
    code: "notice",
    words: /关于.*(?:编制|编报|编写|报送|上报|做好|开展|印发|填报|提交).*(?:通知|通报|函)$|^(?:编制|编报).*通知$/,
    text: {
      zh: "这是关于编制年度报告的通知，不是年度报告",
      en: "this is a notice about compiling reports, not a report",
    },
  },
  {
    code: "rules",
    words:
      /统计(?:调查)?制度|^.{6,}(?:管理办法|实施办法|暂行办法|实施细则|条例|规定|工作要点|工作方案|实施方案|公开指南|公开目录|填报说明|编制说明)(?:\(.{1,12}\))?$/,
    text: { zh: "这是制度、办法、要点或指南，不是年度报告", en: "this is a rule, plan or guide, not a report" },
  },
  {
    code: "budget",
    words: /(?:预算|决算)(?:信息|公开|编制)*(?:说明|报告|报表|情况|表)?$/,
    text: { zh: "这是预算或决算，不是政府信息公开年度报告", en: "this is a budget or final account, not a report" },
  },
  {
    code: "news",
    words: /召开|举办|举行|开展.{0,16}(?:培训|检查|督查|活动)|调研|座谈|推进会|培训班|部署会|工作会议/,
    text: { zh: "这是一条新闻或工作动态，不是年度报告", en: "this is a news item, not a report" },
  },
];

export const BLANK_FORM: Bilingual = {
  zh: "这是空白的年度报告表格，没有填写任何数据",
  en: "this is the blank national form: nothing is filled in",
};
export const LISTING: Bilingual = {
  zh: "这是年度报告的列表页，不是某一份年度报告",
  en: "this page lists reports, it is no report itself",
};
export const TITLE_ONLY: Bilingual = {
  zh: "只有年度报告的标题，没有正文：正文可能是图片或附件",
  en: "only the title of a report was found: its text may be an image or an attachment",
};
export const NOT_A_REPORT: Bilingual = {
  zh: "没有找到政府信息公开年度报告的标题、章节或表格",
  en: "no title, sections or tables of an annual report on open government information were found",
};
