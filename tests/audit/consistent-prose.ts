/** The numbers of a report in; sentences that tell them, and sentences about something else, out. */
import type { FormId } from "../../src/forms/form.js";

type Numbers = Readonly<Record<string, number>>;

const ORGANISATIONS = [
  "commercialEnterprise",
  "researchInstitution",
  "publicWelfareOrganization",
  "legalServiceInstitution",
  "other",
];

export function sentencesOf(numbers: Numbers, form: FormId, year: number): string[] {
  const row = (name: string, column = "total") => numbers[`requests.${name}.${column}`]!;
  const group = (name: string) =>
    Object.keys(numbers)
      .filter((id) => id.startsWith(`requests.outcomes.${name}.`) && id.endsWith(".total"))
      .reduce((sum, id) => sum + numbers[id]!, 0);
  const dispute = (kind: string, result = "total") => numbers[`disputes.${kind}.${result}`]!;
  const suits = dispute("litigation.direct") + dispute("litigation.afterReconsideration");
  const organisations = ORGANISATIONS.reduce((sum, column) => sum + row("received", column), 0);
  const closed = row("outcomes.total");
  const share =
    closed === 0
      ? []
      : [
          `办结政府信息公开申请${closed}件，予以公开${row("outcomes.granted")}件，占${((row("outcomes.granted") / closed) * 100).toFixed(1)}%。`,
        ];
  return [
    `${year}年，我局新收政府信息公开申请${row("received")}件，上年结转${row("carriedOver")}件。`,
    `${year}年，我局共收到政府信息公开申请${row("received")}件，其中自然人申请${row("received", "naturalPerson")}件，法人或其他组织申请${organisations}件。`,
    `全年共收办政府信息公开申请${row("received") + row("carriedOver")}件。`,
    `办结政府信息公开申请${closed}件：予以公开${row("outcomes.granted")}件，部分公开${row("outcomes.partiallyGranted")}件，不予公开${group("refused")}件，无法提供${group("unavailable")}件，不予处理${group("notProcessed")}件，其他处理${group("otherHandling")}件。`,
    `政府信息公开申请结转下年度继续办理${row("carriedForward")}件。`,
    `因政府信息公开工作被申请行政复议${dispute("reconsideration")}件，被提起行政诉讼${suits}件。`,
    `政府信息公开类行政复议案件${dispute("reconsideration") - dispute("reconsideration", "pending")}件已审结。`,
    ...share,
    ...(row("received") === 0 ? [`${year}年，我局未收到政府信息公开申请。`] : []),
    ...documents(numbers, form),
    ...others(year, row("received")),
    `通过门户网站主动公开政府信息${row("received") + 840}条，其中公告${row("received") + 300}条、动态540条。`,
    `举办政务公开培训${row("received") + 2}期，培训${row("received") + 120}人次。`,
  ];
}

function documents(numbers: Numbers, form: FormId): string[] {
  const cell = (name: string) => numbers[`proactiveDisclosure.${name}`]!;
  const decisions = `作出行政许可决定${cell("licensing.decisions")}件，作出行政处罚决定${cell("penalties.decisions")}件。`;
  if (form === "2019") return [decisions, `本年新制作规范性文件${cell("normativeDocuments.made")}件。`];
  const row = (column: string) => cell(`normativeDocuments.${column}`);
  return [
    decisions,
    `行政规范性文件制发${row("issued")}件，废止${row("repealed")}件，现行有效${row("inForce")}件。`,
    `收取行政事业性收费${cell("fees.amount")}万元。`,
  ];
}

/** Another scope, another year, another matter. */
function others(year: number, received: number): string[] {
  return [
    `${year}年，全县各级行政机关共收到政府信息公开申请${received + 95}件。`,
    `${year - 1}年，我局收到政府信息公开申请${received + 7}件。`,
    `与上年${received + 3}件相比有所变化。`,
    `12345热线受理群众诉求${received + 1_203}件，办理人大代表建议${received + 18}件。`,
  ];
}

export function sentences2014(numbers: Numbers): string[] {
  const cell = (name: string) => numbers[`statistics.${name}`]!;
  return [
    `2016年，我局收到政府信息公开申请${cell("requests.received.total")}件。`,
    `其中当面申请${cell("requests.received.inPerson")}件，传真申请${cell("requests.received.fax")}件。`,
    `答复政府信息公开申请中，同意公开答复${cell("requests.replies.granted")}件，同意部分公开答复${cell("requests.replies.partiallyGranted")}件。`,
    `因政府信息公开被申请行政复议${cell("disputes.reconsideration.total")}件，被提起行政诉讼${cell("disputes.litigation.total")}件。`,
    `从事政府信息公开工作人员${cell("resources.staff.total")}人，其中专职${cell("resources.staff.fullTime")}人，兼职${cell("resources.staff.partTime")}人。`,
    `制发规范性文件${cell("proactive.normativeDocumentsIssued")}件。`,
    ...others(2016, cell("requests.received.total")),
  ];
}
