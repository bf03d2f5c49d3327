/** The statements of the prose against the tables. Where scope or meaning is uncertain there is no finding. */
import { compact } from "../../matching/normalize.js";
import type { Report, Statement } from "../../report.js";
import { isGovernment } from "../body.js";
import { indicatorsOf, readingsOf, type Readings } from "../readings.js";
import { NOT_CHECKED, PASSED, isSame, type Instance, type Rule } from "../rule.js";
import { cellsWords } from "../words.js";

/** Money in prose is often rounded: 19万元 for 19.03. */
const ROUNDED_INDICATORS = /\.fees(?:\.amount)?$|\.budget$|\.procurement\.amount$/;
/** 万元 against 元: the prose and the table mean the same amount, and the rule on units says so. */
const UNIT_SLIP = 10_000;

/**
 * A number that the prose states of an indicator equals its cell. Source: 政府信息公开条例 art. 50 (the report's contents) and
 * the notice of the form: the overview and the tables report the same numbers of the same body and year.
 */
export const narrativeAgainstTable: Rule = {
  id: "narrative-table",
  severity: "error",
  title: { zh: "文字所述数字与表格一致", en: "The numbers of the prose agree with the tables" },
  source: {
    zh: "同一机关、同一年度的文字与表格报告的是同一组数据（条例第五十条）；主语、口径、年份不明的句子不查",
    en: "Prose and tables report the same data of one body and year (Regulations, art. 50); sentences of unclear scope are not checked",
  },
  example: { zh: "文字：受理申请 36 件；表格：新收总计 30 件", en: "prose: 36 requests received; table: 30" },
  check: (report) => {
    const read = report.statements.map((statement) => ({
      statement,
      readings: isComparable(report, statement) ? readingsOf(report, statement) : null,
    }));
    const confirmed = new Set(read.filter(isConfirmed).map(({ statement }) => nameOf(statement)));
    return read.map((one) => instanceOf(one, confirmed));
  },
};

/** A statement and what the tables print for it; null where they don't tell, or where it is of something else. */
interface Read {
  readonly statement: Statement;
  readonly readings: Readings | null;
}

const nameOf = (statement: Statement) => indicatorsOf(statement).join();

function instanceOf({ statement, readings }: Read, confirmed: ReadonlySet<string>): Instance {
  if (readings === null) return NOT_CHECKED;
  const fits = (value: number) => agrees(statement, value);
  if (readings.all.some(fits)) return PASSED;
  if (isUnitSlip(statement.value, readings.plainest) || namesRevisions(statement)) return NOT_CHECKED;
  const ids = indicatorsOf(statement);
  const name = cellsWords(ids);
  const table = readings.plainest;
  const doubtful = readings.blank || confirmed.has(nameOf(statement));
  return {
    state: "failed",
    text: {
      zh: `“${name.zh}”：表格为 ${readings.blank ? "空白" : table}，文字为 ${statement.value}（“${statement.sentence}”）`,
      en: `"${name.en}": the table has ${readings.blank ? "a blank" : table}, the prose ${statement.value} (“${statement.sentence}”)`,
    },
    indicators: ids,
    expected: table,
    actual: statement.value,
    ...(doubtful ? { severity: "warning" as const } : {}),
  };
}

/** A number of the whole area is the table's only where the body is the area's government. */
export function isComparable(report: Report, { scope }: Statement): boolean {
  return scope === "body" || (scope === "area" && isGovernment(report.body));
}

function agrees(statement: Statement, value: number): boolean {
  if (isSame(statement.value, value)) return true;
  if (!ROUNDED_INDICATORS.test(statement.indicator)) return false;
  const decimals = /\.(\d+)$/.exec(String(statement.value))?.[1]!.length ?? 0;
  return Math.abs(statement.value - value) <= 0.5 * 10 ** -decimals + 1e-9;
}

/** A revised document counts as issued and as repealed, and prose may tell it apart from both. */
function namesRevisions({ indicator, sentence }: Statement): boolean {
  return /\.(?:issued|repealed)$/.test(indicator) && /修[改订]了?\d/.test(compact(sentence));
}

function isUnitSlip(stated: number, table: number): boolean {
  return stated !== 0 && table !== 0 && (isSame(stated, table * UNIT_SLIP) || isSame(stated * UNIT_SLIP, table));
}

/**
 * True where a statement agrees with the table. Another one that states the same indicator differently then means
 * something else, or is one slip among two.
 */
function isConfirmed({ statement, readings }: Read): boolean {
  return readings?.all.some((value) => agrees(statement, value)) ?? false;
}
