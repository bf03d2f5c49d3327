/** The forms of a workbook in, the sheet that explains its colours, its columns and the rules of its findings out. */
import type { stream } from "exceljs";
import { RULES, SERIES_RULES, VERSION_RULES } from "../audit/registry.js";
import { englishUnit } from "../forms/english.js";
import type { RuleFacts } from "../audit/rule.js";
import type { FormId } from "../forms/form.js";
import { FORMS } from "../forms/index.js";
import type { Language } from "../language.js";
import { VERSION } from "../version.js";
import { headingOf } from "./columns.js";
import { cellAddress, startSheet, type SheetCell, type SheetWriter } from "./sheet-writer.js";
import { columnOf, MAX_COMMENTS } from "./workbook-reports.js";
import * as style from "./workbook-style.js";
import { WORDS } from "./workbook-words.js";

interface Line {
  readonly sample: SheetCell;
  readonly zh: string;
  readonly en: string;
}

const blank: SheetCell = { value: null, style: style.TEXT };
const missing = (text: string): SheetCell => ({ value: text, style: style.valueStyle(null, "unread", null) });

function legend(lang: Language): readonly Line[] {
  const words = WORDS[lang];
  return [
    {
      sample: { value: 12, style: style.valueStyle(12, "number", null) },
      zh: "数字：报告中印出的数值，单位见列名；0 是报告印出的零。",
      en: "A number as the report prints it, in the unit of the column; 0 is a printed zero.",
    },
    {
      sample: { value: 12, style: style.valueStyle(12, "number", "error") },
      zh: "红色：与报告中其他数字对不上，批注说明原因、原文和位置，“对不上”表逐条列出。",
      en: "Red: does not agree with other numbers of the report; the comment says why, and what stood where.",
    },
    {
      sample: { value: 12, style: style.valueStyle(12, "number", "warning") },
      zh: "黄色：存疑，需要人工判断。",
      en: "Yellow: doubtful, to be judged by a person.",
    },
    {
      sample: missing(words.unread),
      zh: "斜纹“未读出”：报告中有或应有这个数，但没能可靠读出，不等于零；原因见“未读出”表。",
      en: "Hatched, not read: the report has or should have it, but it could not be read reliably. It is not zero.",
    },
    {
      sample: missing(words.blank),
      zh: "斜纹“空白”或“-”“/”：报告该格为空白或印着这个符号，没有填数。",
      en: "Hatched, blank or a dash: that is what the report prints in place of a number.",
    },
    {
      sample: missing(words.absent),
      zh: "斜纹“无此项”：报告的表格没有这一格。",
      en: "Hatched, absent: the report's table has no such cell.",
    },
    {
      sample: blank,
      zh: `批注最多 ${MAX_COMMENTS} 条，超出的只着色，仍列入“对不上”表。同年份数大于 1 表示同一机关同一年度有不止一份报告。`,
      en: `No more than ${MAX_COMMENTS} comments are written; all findings are listed. Versions above 1: the body published that year more than once.`,
    },
    { sample: blank, zh: `由 nianbao ${VERSION} 生成。`, en: `Written by nianbao ${VERSION}.` },
  ];
}

const text = (value: string | null): SheetCell => ({ value, style: style.TEXT });
const wrapped = (value: string): SheetCell => ({ value, style: style.WRAPPED });

export async function writeExplanation(
  workbook: stream.xlsx.WorkbookWriter,
  forms: readonly (FormId | null)[],
  lang: Language,
): Promise<void> {
  const words = WORDS[lang];
  const widths = [12, 10, 60, 34, 8, 60, 60];
  const columns = words.columnColumns.map((name, index) => ({
    name,
    width: widths[index]!,
    style: style.HEADING_GROUP,
  }));
  const sheet = startSheet(workbook, { name: words.explanation, columns, frozen: 0, heights: [22] });
  for (const line of legend(lang)) await sheet.add([line.sample, blank, text(line[lang])]);
  await sheet.add([blank]);
  for (const form of forms) {
    if (form === null) continue;
    for (const indicator of FORMS[form].indicators) {
      const { group, name } = headingOf(indicator, lang);
      const column = cellAddress(1, columnOf(form, indicator.id)).replace(/\d{1,7}$/, "");
      const unit = lang === "zh" ? indicator.unit : englishUnit(indicator.unit);
      await sheet.add([form, column, group, name, unit, indicator.id, FORMS[form].notice].map(text));
    }
  }
  await explainRules(sheet, lang);
  sheet.end();
}

/**
 * The rules that the list of findings names: an auditor needs no other page to know what was checked, and why. Behind them
 * those between reports, which the list does not hold: nobody is to think that they were checked and kept.
 */
async function explainRules(sheet: SheetWriter, lang: Language): Promise<void> {
  const words = WORDS[lang];
  for (const [heading, rules] of [
    [words.ruleHeading, RULES],
    [words.otherRulesHeading, [...SERIES_RULES, ...VERSION_RULES]],
  ] as const) {
    await sheet.add([blank]);
    await sheet.add([text(heading)]);
    for (const rule of rules) await sheet.add(ruleCells(rule, lang));
  }
}

function ruleCells({ id, severity, title, source }: RuleFacts, lang: Language): SheetCell[] {
  const word: SheetCell = { value: WORDS[lang].severity[severity], style: style.severityStyle(severity) };
  return [word, blank, wrapped(title[lang]), blank, blank, text(id), wrapped(source[lang])];
}
