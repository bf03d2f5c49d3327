/** A store with a few reports of fictional bodies that have what an export must show. */
import { FORMS } from "../../src/forms/index.js";
import type { FormId } from "../../src/forms/form.js";
import { openDuckDbStore, type DuckDbStore } from "../../src/store/duckdb-store.js";
import { madeReport, type Made } from "../store/made-report.js";
import { failureAt, outcomeOf } from "../store/outcomes.js";

/** Every indicator of the form printed as a small number, and some as given. */
export function filledCells(form: FormId, given: Record<string, string> = {}): Record<string, string> {
  const numbers = FORMS[form].indicators
    .filter(({ optional }) => optional !== true)
    .map(({ id }, n) => [id, `${n % 7}`]);
  return { ...Object.fromEntries(numbers), ...given };
}

export const NATURAL = "requests.received.naturalPerson";
export const TOTAL = "requests.received.total";

export const faulty: Made = {
  body: "澜川县水务局",
  year: 2024,
  publishedOn: "2025-01-16",
  cells: filledCells("2021", {
    [NATURAL]: "21",
    [TOTAL]: "1268",
    "proactiveDisclosure.fees.amount": "46.5",
    "requests.carriedOver.total": "/",
    "requests.carriedForward.total": "",
  }),
  findings: [
    {
      rule: "requests.received",
      severity: "error",
      message: "新收申请总计应为27，实为1268",
      indicators: [TOTAL, NATURAL],
      expected: 27,
      actual: 1268,
    },
    {
      rule: "prose.licensing",
      severity: "warning",
      message: "正文称办理行政许可3件",
      indicators: ["proactiveDisclosure.licensing.decisions", "sections.overview"],
    },
  ],
};

export const withImage: Made = {
  body: "=HYPERLINK(澜川县教育局)",
  year: 2023,
  cells: Object.fromEntries(Object.entries(filledCells("2021")).filter(([id]) => !id.startsWith("disputes."))),
  diagnostics: [
    { code: "table-is-image", severity: "error", message: "表格是图片，无法读取", indicator: "disputes" },
    { code: "number-unreadable", severity: "warning", message: "无法读出“二十余”", indicator: NATURAL },
  ],
};

export const older: Made = { body: "澜川县档案局", year: 2020, form: "2019", cells: filledCells("2019") };
export const oldest: Made = { body: "澜川县档案局", year: 2016, form: "2014", cells: filledCells("2014") };
export const prose: Made = { body: "澜川县民政局", year: 2010, form: null };

export async function filledStore(): Promise<DuckDbStore> {
  const store = await openDuckDbStore(":memory:");
  const reports = [faulty, withImage, older, oldest, prose].map(madeReport);
  await store.save(reports.map((report, n) => outcomeOf(`/archive/${n}.html`, report)));
  await store.save([
    failureAt("/archive/broken.docx", "failed", "damaged", "aa"),
    failureAt("/archive/notice.html", "not-a-report", "not-a-report", "bb"),
  ]);
  return store;
}
