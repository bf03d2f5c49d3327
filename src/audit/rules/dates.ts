/** The form, the period and the date of publication against the year that a report is about. */
import { isDepartment } from "../body.js";
import { NOT_CHECKED, PASSED, type Instance, type Rule } from "../rule.js";

const failed = (zh: string, en: string): Instance => ({ state: "failed", text: { zh, en }, indicators: [] });

/** First and last year of each form. */
const FORM_YEARS = { "2014": [2014, 2018], "2019": [2019, 2020], "2021": [2021, Infinity] } as const;

/**
 * The form in force in the report's year. Source: 国办发〔2014〕32号 (2014–2018), 国办公开办函〔2019〕60号 (2019, 2020),
 * 国办公开办函〔2021〕30号 (from 2021).
 */
export const formOfYear: Rule = {
  id: "form-of-year",
  severity: "warning",
  title: { zh: "所用格式与报告年度相符", en: "The form is the one in force in the report's year" },
  source: {
    zh: "国办发〔2014〕32号（2014–2018年度）、国办公开办函〔2019〕60号（2019、2020年度）、〔2021〕30号（2021年度起）",
    en: "国办发〔2014〕32号 (2014–2018), 国办公开办函〔2019〕60号 (2019, 2020), 〔2021〕30号 (from 2021)",
  },
  example: { zh: "2022 年度报告仍用 2019 年格式", en: "a report on 2022 on the form of 2019" },
  check: ({ form, year }) => {
    if (form === null) return [];
    if (year === null) return [NOT_CHECKED];
    const [first, last] = FORM_YEARS[form];
    if (year >= first && year <= last) return [PASSED];
    return [failed(`${year} 年度报告使用了 ${form} 年格式`, `the report on ${year} uses the form of ${form}`)];
  },
};

/** A report covers one calendar year. Source: 政府信息公开条例 art. 49 and 50 (年度报告 of the year before). */
export const calendarYear: Rule = {
  id: "period-calendar-year",
  severity: "warning",
  title: { zh: "统计期限为报告年度的自然年", en: "The period is the calendar year reported on" },
  source: {
    zh: "条例第四十九条、第五十条：报告上一年度的工作",
    en: "Regulations, art. 49 and 50: the report is on the year before",
  },
  example: {
    zh: "2023 年度报告的统计期限为 2023-01-01 至 2023-11-30",
    en: "2023-01-01 to 2023-11-30 in the report on 2023",
  },
  check: ({ period, year }) => {
    if (period === null) return [];
    if (year === null) return [NOT_CHECKED];
    if (period.from === `${year}-01-01` && period.to === `${year}-12-31`) return [PASSED];
    return [
      failed(
        `${year} 年度报告的统计期限为 ${period.from} 至 ${period.to}`,
        `the report on ${year} covers ${period.from} to ${period.to}`,
      ),
    ];
  },
};

/**
 * Published in time. Source: 政府信息公开条例 (2019) art. 49: departments by 31 January, governments by 31 March; before, the
 * regulations of 2007, art. 31: all by 31 March.
 */
export const publishedInTime: Rule = {
  id: "published-in-time",
  severity: "warning",
  title: { zh: "在法定期限内公布", en: "Published by the legal date" },
  source: {
    zh: "条例（2019）第四十九条：部门 1 月 31 日前，政府 3 月 31 日前；2007 年条例第三十一条：一律 3 月 31 日前",
    en: "Regulations (2019) art. 49: departments by 31 January, governments by 31 March; regulations of 2007, art. 31: all by 31 March",
  },
  example: { zh: "某局 2022 年度报告于 2023-04-08 公布", en: "a bureau's report on 2022 published on 2023-04-08" },
  check: (report) => {
    const { year, publishedOn, body } = report;
    if (year === null || publishedOn === null) return [NOT_CHECKED];
    const deadline = `${year + 1}-${year >= 2019 && body !== null && isDepartment(body) ? "01-31" : "03-31"}`;
    if (publishedOn > deadline) {
      return [
        failed(
          `公布日期 ${publishedOn} 晚于法定期限 ${deadline}`,
          `published on ${publishedOn}, after the legal date ${deadline}`,
        ),
      ];
    }
    if (publishedOn >= `${year}-12-31`) return [PASSED];
    return [
      failed(
        `公布日期 ${publishedOn} 早于报告年度 ${year} 结束`,
        `published on ${publishedOn}, before the year ${year} ended`,
      ),
    ];
  },
};
