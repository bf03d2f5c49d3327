/**
 * The words before a number in; whose number it is out: the reporting body's own, the whole area's, unclear, or another
 * body's (which is no statement of this report at all).
 */
import { compact } from "../normalize.js";
import type { Statement } from "../../report.js";

export type Ownership = Statement["scope"] | "other";

const AREA =
  /全(?:省|市|县|区|州|盟|旗|镇|乡|街道|系统|辖区|域)|各级(?:行政机关|各部门|政府)|各(?:镇街|乡镇|部门|单位)|辖区内/;
/** The office or the headquarters alone, in a report that may be the whole government's. */
const PART_OF_BODY = /本级(?!政府)|机关本级|[局委厅署院]机关(?=共?(?:收到|新收|受理|接收|办理|办结|答复))/;
const OWN =
  /[我本](?:局|办|委|厅|院|署|处|中心|政府|街道|镇|乡|县|区|市|省|州|旗|机关|单位|部门|行政机关|公司|学校|会|站|所|队|园区|管委会)|我们/;
const ORGAN =
  /(?:人民政府|政府|局|委|办|厅|院|署|处|中心|街道|镇|乡|公室|公厅|委员会|管委会|大队|支队|总队|公司|医院|学校|协会|联合会|残联|机构|园区|开发区)$/;
const VERB_WORDS =
  "(?:收到|新收|受理|接收|接到|收办|办结|办理|答复|制发|制定|出台|作出|向社会|主动公开|被申请|被提起|发生)";
const VERB = new RegExp(
  String.raw`(?:(?:代表\p{Script=Han}{1,8}?政府)?(?:共|累计|合计|全年|本年度?|年内|新|依法|规范|及时|均|也|已|没有|未|尚未){0,6})${VERB_WORDS}`,
  "gu",
);
/** What each of these ends in, without the words before it: quickly told. */
const VERB_WORD = new RegExp(VERB_WORDS);
/** Words that stand between a comma and the name of the body. */
const LEADING = /^(?:其中|由|经|及|和|与|以及|今年|全年|年内|本年度?|年度?|期间|底|末|止|日|来|对|向|各|从)+/;

const LONGEST_NAME = 30;

/** Whose number follows these words of a sentence. @returns null where the words name nobody */
export function ownershipIn(words: string, body: string | null): Ownership | null {
  if (PART_OF_BODY.test(words)) return "unclear";
  const subject = subjectOf(words);
  const named = subject === null ? null : ownershipOf(subject, body);
  if (named !== null) return named;
  if (AREA.test(words)) return "area";
  const own = OWN.exec(words)?.[0];
  if (own === undefined) return null;
  return own.endsWith("办") && body !== null && /政府$/.test(body) ? "unclear" : "body";
}

/** The organ that stands directly before the verb. */
function subjectOf(words: string): string | null {
  if (!VERB_WORD.test(words)) return null;
  for (const { index } of words.matchAll(VERB)) {
    const run = /(?<!\p{Script=Han})\p{Script=Han}{2,}$/u
      .exec(words.slice(Math.max(0, index - LONGEST_NAME), index))?.[0]
      .replace(LEADING, "");
    if (run !== undefined && run.length >= 2 && ORGAN.test(run)) return run;
  }
  return null;
}

function ownershipOf(subject: string, body: string | null): Ownership | null {
  if (OWN.test(subject)) return null;
  // A generic word (各部门, 行政机关) names no organ of its own.
  if (AREA.test(subject) || /行政机关$/.test(subject)) return AREA.test(subject) ? "area" : null;
  if (body === null) return "unclear";
  const [full, printed] = [canonical(body), canonical(subject)];
  for (let start = 0; start <= printed.length - 2; start++) {
    if (isAbbreviation(printed.slice(start), full)) return "body";
  }
  if (/^(?:中心|街道|管委)$/.test(printed)) return "body";
  // An office may speak for its government, and a government's report may count its office alone.
  const related = full.endsWith("政府") && /(?:政府办|府办)$/.test(printed);
  const superior = /政府(?:办|厅)$/.test(full) && printed.endsWith("政府");
  return related || superior ? "unclear" : "other";
}

function canonical(name: string): string {
  return compact(name)
    .replace(/\([^()]*\)/g, "")
    .replace(/人民政府/g, "政府")
    .replace(/办公室/g, "办")
    .replace(/办公厅/g, "厅")
    .replace(/办事处$/, "")
    .replace(/管理委员会/g, "管委")
    .replace(/管委会/g, "管委")
    .replace(/委员会/g, "委");
}

/** 市科委 of 上海市科学技术委员会: the characters in their order, with the same kind of organ at the end. */
function isAbbreviation(name: string, full: string): boolean {
  if (name.at(-1) !== full.at(-1)) return false;
  let position = 0;
  for (const character of name) {
    position = full.indexOf(character, position) + 1;
    if (position === 0) return false;
  }
  return true;
}
