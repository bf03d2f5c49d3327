/** What the prose of ten reports states of the indicators, exactly, and what it only seems to state. */
import type { FormId } from "../../src/forms/form.js";
import { readStatements } from "../../src/matching/statements.js";
import { documentOf } from "../support/document.js";

interface Text {
  readonly name: string;
  readonly body: string;
  readonly year: number;
  readonly form?: FormId;
  readonly lines: readonly string[];
  /** Indicator and, in brackets, those included; value; scope where it is not the body's own. */
  readonly states: readonly (readonly [indicator: string, value: number, scope?: "area" | "unclear"])[];
}

const APPLICATIONS = "（二）依申请公开情况";
const ORGANISATIONS = ["researchInstitution", "publicWelfareOrganization", "legalServiceInstitution", "other"];
const organisations = (row: string) =>
  `requests.${row}.commercialEnterprise+${ORGANISATIONS.map((column) => `requests.${row}.${column}`).join("+")}`;
const SUITS = "disputes.litigation.direct.total+disputes.litigation.afterReconsideration.total";

const TEXTS: readonly Text[] = [
  {
    name: "a breakdown with its total, applicants, outcomes and what was carried over",
    body: "澜川县水务局",
    year: 2024,
    form: "2021",
    lines: [
      APPLICATIONS,
      "2024年，我局共收到政府信息公开申请27件，其中自然人申请21件，法人或其他组织申请6件；上年结转2件。办结28件，其中予以公开15件、部分公开4件、不予公开3件、无法提供5件、不予处理1件，结转下年度继续办理1件。",
    ],
    states: [
      ["requests.received.total", 27],
      ["requests.received.naturalPerson", 21],
      [organisations("received"), 6],
      ["requests.carriedOver.total", 2],
      ["requests.outcomes.total.total", 28],
      ["requests.outcomes.granted.total", 15],
      ["requests.outcomes.partiallyGranted.total", 4],
      ["requests.outcomes.refused", 3],
      ["requests.outcomes.unavailable", 5],
      ["requests.outcomes.notProcessed", 1],
      ["requests.carriedForward.total", 1],
    ],
  },
  {
    name: "other years, shares, comparisons and plans beside the year's own number",
    body: "澜川县水务局",
    year: 2024,
    form: "2021",
    lines: [
      APPLICATIONS,
      "2023年收到政府信息公开申请31件，2024年收到政府信息公开申请27件，同比下降12.9%，较上年减少4件。近三年累计收到政府信息公开申请80件。按期办结率100%。2025年，我局力争办结申请30件以上。",
    ],
    states: [["requests.received.total", 27]],
  },
  {
    name: "what one year hands on to the next, by the numbers of the years",
    body: "澜川县水务局",
    year: 2024,
    form: "2021",
    lines: [
      APPLICATIONS,
      "2024年新收政府信息公开申请27件，另有2023年度结转2件，年内答复28件，尚有1件申请结转至2025年。",
      "全年收到政府信息公开申请27件。其中2件为2023年结转，结转1件到下一年度。",
      "2022年结转至2023年的政府信息公开申请4件已经办结，新增依申请公开答复模板3件。",
    ],
    states: [
      ["requests.received.total", 27],
      ["requests.carriedOver.total", 2],
      ["requests.outcomes.total.total", 28],
      ["requests.carriedForward.total", 1],
      ["requests.received.total", 27],
      ["requests.carriedOver.total", 2],
      ["requests.carriedForward.total", 1],
    ],
  },
  {
    name: "outcomes in quotation marks and numbers in brackets",
    body: "澜川县水务局",
    year: 2024,
    form: "2021",
    lines: [
      APPLICATIONS,
      "全年新增政府信息公开申请27件，较上年（31件）减少4件。其中“予以公开”15件，“部分公开”4件；不予公开（3件）、无法提供（5件）。",
    ],
    states: [
      ["requests.received.total", 27],
      ["requests.outcomes.granted.total", 15],
      ["requests.outcomes.partiallyGranted.total", 4],
      ["requests.outcomes.refused", 3],
      ["requests.outcomes.unavailable", 5],
    ],
  },
  {
    name: "numbers of the whole area and of the office that speaks for the government",
    body: "澜川县人民政府",
    year: 2023,
    form: "2021",
    lines: [
      APPLICATIONS,
      "全县各级行政机关共收到政府信息公开申请412件。",
      "县政府办代表县政府受理政府信息公开申请17件。",
    ],
    states: [
      ["requests.received.total", 412, "area"],
      ["requests.received.total", 17, "unclear"],
    ],
  },
  {
    name: "hotline, proposals, telephone numbers, web items",
    body: "澜川县水务局",
    year: 2023,
    form: "2021",
    lines: [
      "（一）主动公开情况",
      "通过县政府网站公开信息1352条，发布政策解读稿件26篇，公示行政许可信息480条。",
      "办理12345政务服务热线工单893件，办结890件；承办县人大建议14件、政协提案9件，均已答复。",
      "依申请公开联系电话：0571-85551234，邮编315200。共有专职人员2名。",
    ],
    states: [],
  },
  {
    name: "means, parts of the year, what is no request, cases of all kinds or of one result",
    body: "澜川县水务局",
    year: 2024,
    form: "2021",
    lines: [
      APPLICATIONS,
      "每月平均收到政府信息公开申请2.3件。一季度收到政府信息公开申请5件。",
      "截至6月底，收到政府信息公开申请12件；上半年，共收到政府信息公开申请13件。",
      "没有收到公民要求更正政府信息的申请。收到更正政府信息申请1件。",
      "收到县政府办公室转办的政府信息公开申请3件。2024年12月收到政府信息公开申请3件。",
      "收到有效政府信息公开申请25件，因不属于本机关职责范围无法提供4件。",
      "2024年，我局作为被申请人的行政复议案件12件，其中涉及政府信息公开2件。",
      "全年行政应诉案件8件，其中政府信息公开案件1件。",
      "因政府信息公开被纠错的行政复议0件、行政诉讼0件。",
      "主动公开行政规范性文件13件（含新制定5件，修改4件，废止4件）。",
      "截至2024年12月31日，收到政府信息公开申请27件，被申请行政复议3件。",
    ],
    states: [
      ["requests.received.total", 27],
      ["disputes.reconsideration.total", 3],
    ],
  },
  {
    name: "results of cases in a passage that speaks of no information",
    body: "澜川县水务局",
    year: 2024,
    form: "2021",
    lines: ["（五）其他工作", "2024年，我局办理行政复议案件12件，其中结果维持10件，结果纠正2件。"],
    states: [],
  },
  {
    name: "all refusals, for several reasons",
    body: "澜川县水务局",
    year: 2024,
    form: "2021",
    lines: [APPLICATIONS, "因本机关不掌握等原因无法提供5件。"],
    states: [["requests.outcomes.unavailable", 5]],
  },
  {
    name: "the headquarters alone",
    body: "澜川县水务局",
    year: 2024,
    form: "2021",
    lines: [APPLICATIONS, "局机关收到政府信息公开申请15件，下属单位收到12件。"],
    states: [["requests.received.total", 15, "unclear"]],
  },
  {
    name: "zeros in words",
    body: "澜川县水务局",
    year: 2022,
    form: "2021",
    lines: [
      APPLICATIONS,
      "本年度未收到政府信息公开申请，无上年结转申请。",
      "全年未发生因政府信息公开引起的行政复议、行政诉讼。",
      "2022年未制发行政规范性文件。",
    ],
    states: [
      ["requests.received.total", 0],
      ["requests.carriedOver.total", 0],
      ["disputes.reconsideration.total", 0],
      [SUITS, 0],
      ["proactiveDisclosure.normativeDocuments.issued", 0],
    ],
  },
  {
    name: "document numbers, names of documents, tasks and dates",
    body: "澜川县水务局",
    year: 2024,
    form: "2021",
    lines: [
      "一、总体情况",
      "根据国办公开办函〔2021〕30号和《澜川县2024年政务公开工作要点》（澜政办发〔2024〕15号），我局印发任务清单，分解5大类26项任务，于2024年3月15日前完成12项。",
      "《政府信息公开条例》第20条规定的8类信息均已公开，收到2024年第3号检查通报1份。",
    ],
    states: [],
  },
  {
    name: "a free-form report of 2009",
    body: "澜川县水务局",
    year: 2009,
    lines: [
      "二、主动公开政府信息情况",
      "2009年，我局主动公开政府信息356条，其中网站公开政府信息301条。",
      "三、依申请公开政府信息情况",
      "全年收到政府信息公开申请3件，其中当面申请2件，网络申请1件；答复3件，其中同意公开2件，信息不存在1件。",
      "四、收费及减免情况",
      "我局未向申请人收取任何费用。",
      "五、行政复议、诉讼情况",
      "没有发生针对本单位有关政府信息公开事务的行政复议和行政诉讼。",
    ],
    states: [
      ["statistics.proactive.disclosed", 356],
      ["statistics.proactive.channels.website", 301],
      ["statistics.requests.received.total", 3],
      ["statistics.requests.received.inPerson", 2],
      ["statistics.requests.received.online", 1],
      ["statistics.requests.replies.total", 3],
      ["statistics.requests.replies.granted", 2],
      ["statistics.requests.replies.nonexistent", 1],
      ["statistics.fees", 0],
      ["statistics.disputes.reconsideration.total", 0],
      ["statistics.disputes.litigation.total", 0],
    ],
  },
  {
    name: "Chinese numerals, about-numbers and numbers that name themselves by rank",
    body: "澜川县档案局",
    year: 2012,
    lines: [
      "二、依申请公开情况",
      "全年收到政府信息公开申请两件，同意公开一件，不同意公开一件。",
      "三、会议和培训情况",
      "召开政府信息公开工作会议三次，举办信息公开培训班2期，接受培训120人次；一次性告知补正事项，接待查档群众近300人次，解答咨询260余件，第一批公开40件。",
    ],
    states: [
      ["statistics.requests.received.total", 2],
      ["statistics.requests.replies.granted", 1],
      ["statistics.requests.replies.refused.total", 1],
      ["statistics.training.meetings", 3],
      ["statistics.training.courses", 2],
      ["statistics.training.participants", 120],
    ],
  },
  {
    name: "decisions, fees and procurement, with separators and other units",
    body: "澜川县自然资源局",
    year: 2020,
    form: "2019",
    lines: [
      "一、总体情况",
      "全年作出行政许可决定1,268件、行政处罚决定37件，公开行政处罚信息37条。政府集中采购总金额273.674万元。规范性文件制发2件。",
    ],
    states: [
      ["proactiveDisclosure.licensing.decisions", 1268],
      ["proactiveDisclosure.penalties.decisions", 37],
      ["proactiveDisclosure.procurement.amount", 2736740],
      ["proactiveDisclosure.normativeDocuments.made", 2],
    ],
  },
  {
    name: "another body's numbers beside one's own",
    body: "澜川县人民政府办公室",
    year: 2023,
    form: "2021",
    lines: [
      APPLICATIONS,
      "县教育局收到政府信息公开申请5件，县民政局收到政府信息公开申请3件。",
      "本办收到政府信息公开申请2件，均予以公开。被申请行政复议1件，行政诉讼0件。",
      "县法院受理政府信息公开行政诉讼案件19件。",
    ],
    states: [
      ["requests.received.total", 2],
      ["disputes.reconsideration.total", 1],
      [SUITS, 0],
    ],
  },
];

test.each(TEXTS)("$name", ({ body, year, form = null, lines, states }) => {
  const document = documentOf(lines);
  const statements = readStatements(document, { form, year, body, sections: [], consumed: new Set() });
  const told = statements.map(({ indicator, including = [], value, scope }) => [
    [indicator, ...including].join("+"),
    value,
    ...(scope === "body" ? [] : [scope]),
  ]);
  expect(told).toEqual(states);
  for (const { sentence, at } of statements) {
    if (!("line" in at)) throw new Error("a text's places are lines");
    expect(lines[at.line - 1]).toContain(sentence);
  }
});

test("a statement has the unit of its indicator for money, the printed one for what is counted", () => {
  const lines = ["一、总体情况", "收取行政事业性收费4650元。收到政府信息公开申请3份。"];
  const context = { form: "2021", year: 2024, body: "澜川县水务局", sections: [], consumed: new Set<never>() } as const;
  expect(readStatements(documentOf(lines), context).map(({ value, unit }) => [value, unit])).toEqual([
    [0.465, "万元"],
    [3, "份"],
  ]);
});
