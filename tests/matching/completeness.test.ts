import { FORMS } from "../../src/forms/index.js";
import { missingParts } from "../../src/matching/tables/completeness.js";

const FORM = FORMS["2021"];
const all = FORM.indicators.map(({ id }) => id);

/** What is said where everything was found but the cells that `lost` names. */
const said = (lost: (id: string) => boolean) =>
  missingParts(FORM, new Set(all.filter((id) => !lost(id))), []).map(({ code, text }) => [code, text.zh, text.en]);

test("a lost row is named in the language of the message", () => {
  expect(said((id) => id.startsWith("requests.outcomes.refused.stateSecret."))).toEqual([
    [
      "row-missing",
      "表中没有读到“1.属于国家秘密”一行",
      'the row "outcomes / refused / state secret" was not found in its table',
    ],
  ]);
});

test("a row that is not split names what is not apart in the language of the message", () => {
  const [first] = said((id) => /^requests\.outcomes\.otherHandling\.(?!subtotal)/.test(id));
  expect(first).toEqual([
    "row-not-split",
    "报告把（六）其他处理印成一行，没有单列“1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”",
    'the report prints "other handling" as one row, without "outcomes / other handling / correction overdue"',
  ]);
});
