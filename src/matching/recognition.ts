/**
 * Is the document an annual report on open government information at all? Its own tables with numbers are the strongest
 * evidence; without them title and sections must say so, and nothing may say that it is something else.
 */
import type { Bilingual, SourceDocument } from "../../parsers/document.js";
import { NotAReportError } from "../../parsers/errors.js";
import type { Section } from "../report.js";
import type { Identity } from "./identity.js";
import { compact } from "./normalize.js";
import type { TableMatch } from "./tables/index.js";

/** A kind of document that looks like a report, by the words of its heading lines. */
interface OtherKind {
  readonly code: string;
  readonly words: RegExp;
  readonly text: Bilingual;
  /** True where even filled-in tables don't make it a report. */
  readonly always?: boolean;
}

const OTHER_KINDS: readonly OtherKind[] = [
  {
    code: "university-report",
    words: /学年.*(?:信息公开|信息公開)|(?:大学|学院|学校|中学|小学).{0,20}信息公开.*报告/,
    text: {
      zh: "这是学校的信息公开报告，不是行政机关的年度报告",
      en: "this is the report of a school, not of an administrative body",
    },
    always: true,
  },
  {
    code: "partial-year",
    words: /(?:上半年|下半年|季度|第[一二三四]季|半年|\d{1,2}月份).{0,20}信息公开.*(?:统计|报告|情况)/,
    text: {
      zh: "这是半年或季度的统计，不是年度报告",
      en: "this covers a half-year or quarter, it is no annual report",
    },
    always: true,
  },
  {
    code: "website-report",
    words: /政府网站(?:工作)?年度(?:工作)?(?:报表|报告)/,
    text: {
      zh: "这是政府网站工作年度报表，不是政府信息公开年度报告",
      en: "this is the annual report of a government website",
    },
    always: true,
  },
  {
    code: "sample-text",
    words: /范文|模板|填报说明|参考格式|样本/,
    text: {
      zh: "这是范文或模板，不是某个机关的年度报告",
      en: "this is a sample text or template, not a body's report",
    },
    always: true,
  },
  {
    code: "interpretation",
    words: /解读|问答|一图读懂/,
    text: { zh: "这是对年度报告的解读，不是年度报告", en: "this explains a report, it is not the report itself" },
  },
  {
    code: "notice",
    words: /(?:关于|關於).*(?:编制|编报|报送|做好|开展|印发).*通知$|^通知$/,
    text: { zh: "这是编制年度报告的通知，不是年度报告", en: "this is a notice about compiling reports, not a report" },
  },
  {
    code: "rules",
    words:
      /统计(?:调查)?制度|管理办法$|实施办法$|暂行办法$|实施细则$|条例$|规定$|工作要点$|工作方案$|公开指南$|公开目录$/,
    text: { zh: "这是制度、办法、要点或指南，不是年度报告", en: "this is a rule, plan or guide, not a report" },
  },
];

/** Heading lines at the beginning. */
const REACH = 6;
const LONGEST_HEADING = 60;
const FEWEST_SECTIONS = 2;
/** Numbers in the form's tables that make a report whatever its heading. */
const FEWEST_VALUES = 8;

const nothing = (code: string, text: Bilingual) => new NotAReportError(code, text);

/**
 * @throws NotAReportError with code "not-a-report", "blank-form", "notice", "interpretation", "rules", "website-report",
 * "university-report", "partial-year" or "sample-text"
 */
export function assertIsReport(
  document: SourceDocument,
  tables: TableMatch,
  identity: Identity,
  sections: readonly Section[],
): void {
  const lines = headLines(document);
  const values = Object.values(tables.cells).filter(({ value }) => value !== null).length;
  const titled = identity.title !== null;
  for (const kind of OTHER_KINDS) {
    const says = lines.some((line) => kind.words.test(line)) || kind.words.test(compact(document.title ?? ""));
    if (says && (kind.always || (!titled && values < FEWEST_VALUES))) throw nothing(kind.code, kind.text);
  }
  const located = Object.keys(tables.cells).length;
  const known = identity.year !== null || identity.signedBy !== null;
  if (located > 0 && values === 0 && !known) {
    throw nothing("blank-form", {
      zh: "这是空白的年度报告表格，没有填写任何数据",
      en: "this is the blank national form: nothing is filled in",
    });
  }
  if (values >= FEWEST_VALUES || (located > 0 && sections.length > 0)) return;
  if (titled && sections.length >= FEWEST_SECTIONS) return;
  if (sections.length >= 4 && known) return;
  if (titled && identity.year !== null && mentions(document)) return;
  throw nothing("not-a-report", {
    zh: "没有找到政府信息公开年度报告的标题、章节或表格",
    en: "no title, sections or tables of an annual report on open government information were found",
  });
}

function headLines(document: SourceDocument): string[] {
  return document.blocks
    .flatMap((block) => (block.kind === "paragraph" ? block.text.split("\n") : []))
    .map((text) => compact(text.slice(0, 500)))
    .filter((text) => text !== "" && text.length <= LONGEST_HEADING && !/位置[:：]|>/.test(text))
    .slice(0, REACH);
}

/** Prose of a free-form report without headings: it speaks of disclosure and of requests, and is no mere line. */
function mentions(document: SourceDocument): boolean {
  const prose = document.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : [])).join("");
  const words = compact(prose.slice(0, 20_000));
  return words.length > 300 && /主动公开/.test(words) && /申请/.test(words);
}
