/** Names of what a prose can state; the indicators of each form that hold it. */
import type { FormId } from "../../forms/form.js";
import { APPLICANT_COLUMNS } from "../../forms/requests.js";

/** The indicators that a stated number equals: one, or the sum of several. */
export interface Target {
  /** An id, or the dot-prefix of a group of rows whose totals are summed. */
  readonly indicator: string;
  readonly including?: readonly string[];
}

export type Targets = Partial<Record<FormId, Target>>;

const target = (first: string, ...including: string[]): Target =>
  including.length === 0 ? { indicator: first } : { indicator: first, including };

/** The same indicators in the forms of 2019 and 2021. */
const modern = (...ids: [string, ...string[]]): Targets => ({ "2019": target(...ids), "2021": target(...ids) });
const old = (...ids: [string, ...string[]]): Targets => {
  const [first, ...including] = ids.map((id) => `statistics.${id}`) as [string, ...string[]];
  return { "2014": target(first, ...including) };
};

const ORGANISATIONS = APPLICANT_COLUMNS.map(({ id }) => id).filter((id) => id !== "naturalPerson" && id !== "total");

/** A total row's columns, in the words of the prose. */
export const APPLICANTS: Readonly<Record<string, readonly string[]>> = {
  naturalPerson: ["naturalPerson"],
  organisations: ORGANISATIONS,
  commercialEnterprise: ["commercialEnterprise"],
  researchInstitution: ["researchInstitution"],
  publicWelfareOrganization: ["publicWelfareOrganization"],
  legalServiceInstitution: ["legalServiceInstitution"],
};

const outcome = (row: string) => modern(`requests.outcomes.${row}.total`);
const group = (name: string) => modern(`requests.outcomes.${name}`);
const dispute = (kind: string, result: string) => `disputes.${kind}.${result}`;
const suits = (result: string) =>
  modern(dispute("litigation.direct", result), dispute("litigation.afterReconsideration", result));
const RESULTS_OF_2014 = new Set(["upheld", "corrected", "otherResult", "total"]);

/** Disputes by kind and result. */
export function disputeTargets(kind: "reconsideration" | "litigation", result: string): Targets {
  const of2014 = RESULTS_OF_2014.has(result) ? old(`disputes.${kind}.${result}`) : {};
  return { ...of2014, ...(kind === "litigation" ? suits(result) : modern(dispute(kind, result))) };
}

export const TARGETS = {
  received: { ...modern("requests.received.total"), ...old("requests.received.total") },
  receivedAndCarriedOver: modern("requests.received.total", "requests.carriedOver.total"),
  carriedOver: modern("requests.carriedOver.total"),
  carriedForward: modern("requests.carriedForward.total"),
  closed: { ...outcome("total"), ...old("requests.closed.total") },
  replied: { ...outcome("total"), ...old("requests.replies.total") },
  closedOnTime: old("requests.closed.onTime"),
  closedLate: old("requests.closed.extended"),
  granted: { ...outcome("granted"), ...old("requests.replies.granted") },
  partiallyGranted: { ...outcome("partiallyGranted"), ...old("requests.replies.partiallyGranted") },
  grantedInAnyPart: {
    ...modern("requests.outcomes.granted.total", "requests.outcomes.partiallyGranted.total"),
    ...old("requests.replies.granted", "requests.replies.partiallyGranted"),
  },
  refused: { ...group("refused"), ...old("requests.replies.refused.total") },
  unavailable: group("unavailable"),
  notProcessed: group("notProcessed"),
  otherHandling: group("otherHandling"),
  stateSecret: { ...outcome("refused.stateSecret"), ...old("requests.replies.refused.stateSecret") },
  prohibitedByLaw: outcome("refused.prohibitedByLaw"),
  publicSecurity: outcome("refused.publicSecurity"),
  thirdPartyRights: outcome("refused.thirdPartyRights"),
  internalAffairs: outcome("refused.internalAffairs"),
  deliberative: outcome("refused.deliberative"),
  enforcementFile: outcome("refused.enforcementFile"),
  administrativeInquiry: outcome("refused.administrativeInquiry"),
  notHeld: { ...outcome("unavailable.notHeld"), ...old("requests.replies.notThisBody") },
  requiresCreation: outcome("unavailable.requiresCreation"),
  unclearAfterCorrection: outcome("unavailable.unclearAfterCorrection"),
  petition: outcome("notProcessed.petition"),
  duplicate: outcome("notProcessed.duplicate"),
  publication: outcome("notProcessed.publication"),
  vexatious: outcome("notProcessed.vexatious"),
  reconfirmation: outcome("notProcessed.reconfirmation"),
  correctionOverdue: { "2021": target("requests.outcomes.otherHandling.correctionOverdue.total") },
  feeOverdue: { "2021": target("requests.outcomes.otherHandling.feeOverdue.total") },
  tradeSecret: old("requests.replies.refused.tradeSecret"),
  privacy: old("requests.replies.refused.privacy"),
  notGovernmentInformation: old("requests.replies.refused.notGovernmentInformation"),
  alreadyPublic: old("requests.replies.alreadyPublic"),
  nonexistent: old("requests.replies.nonexistent"),
  correctionRequired: old("requests.replies.correctionRequired"),
  otherChannel: old("requests.replies.otherChannel"),
  requestedInPerson: old("requests.received.inPerson"),
  requestedByFax: old("requests.received.fax"),
  requestedOnline: old("requests.received.online"),
  requestedByLetter: old("requests.received.letter"),
  directSuits: modern("disputes.litigation.direct.total"),
  suitsAfterReconsideration: modern("disputes.litigation.afterReconsideration.total"),
  documentsIssued: {
    "2021": target("proactiveDisclosure.normativeDocuments.issued"),
    "2019": target("proactiveDisclosure.normativeDocuments.made"),
    ...old("proactive.normativeDocumentsIssued"),
  },
  documentsRepealed: { "2021": target("proactiveDisclosure.normativeDocuments.repealed") },
  documentsInForce: { "2021": target("proactiveDisclosure.normativeDocuments.inForce") },
  documentsNewlyDisclosed: { "2019": target("proactiveDisclosure.normativeDocuments.disclosed") },
  documentsDisclosedInAll: { "2019": target("proactiveDisclosure.normativeDocuments.totalDisclosed") },
  documentsDisclosed: old("proactive.normativeDocumentsDisclosed"),
  rulesIssued: {
    "2021": target("proactiveDisclosure.rules.issued"),
    "2019": target("proactiveDisclosure.rules.made"),
  },
  rulesRepealed: { "2021": target("proactiveDisclosure.rules.repealed") },
  rulesInForce: { "2021": target("proactiveDisclosure.rules.inForce") },
  licensing: modern("proactiveDisclosure.licensing.decisions"),
  penalties: modern("proactiveDisclosure.penalties.decisions"),
  coercion: modern("proactiveDisclosure.coercion.decisions"),
  fees: { "2021": target("proactiveDisclosure.fees.amount") },
  procurementProjects: { "2019": target("proactiveDisclosure.procurement.projects") },
  procurementAmount: { "2019": target("proactiveDisclosure.procurement.amount") },
  copyingFees: old("fees"),
  disclosed: old("proactive.disclosed"),
  gazette: old("proactive.channels.gazette"),
  website: old("proactive.channels.website"),
  weibo: old("proactive.channels.weibo"),
  wechat: old("proactive.channels.wechat"),
  otherChannels: old("proactive.channels.other"),
  hotTopics: old("responses.hotTopics"),
  pressConferences: old("responses.pressConferences"),
  onlineInterviews: old("responses.onlineInterviews"),
  policyInterpretations: old("responses.policyInterpretations"),
  weiboWechat: old("responses.weiboWechat"),
  complaints: old("complaints"),
  dedicatedOffices: old("resources.dedicatedOffices"),
  readingRooms: old("resources.readingRooms"),
  staff: old("resources.staff.total"),
  fullTimeStaff: old("resources.staff.fullTime"),
  partTimeStaff: old("resources.staff.partTime"),
  budget: old("resources.budget"),
  meetings: old("training.meetings"),
  courses: old("training.courses"),
  participants: old("training.participants"),
} as const satisfies Readonly<Record<string, Targets>>;

export type TargetName = keyof typeof TARGETS;

/** The same rows for one kind of applicant; null where a row total is not among them or the form knows no applicants. */
export function forApplicant(total: Target, applicant: string): Target | null {
  const rows = [total.indicator, ...(total.including ?? [])];
  if (!rows.every((row) => row.startsWith("requests.") && row.endsWith(".total"))) return null;
  const ids = rows.flatMap((row) => APPLICANTS[applicant]!.map((column) => row.replace(/total$/, column)));
  return target(ids[0]!, ...ids.slice(1));
}
