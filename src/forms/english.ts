/**
 * An indicator's id in; its English words out. The forms are printed in Chinese only: these are translations for readers,
 * with the field's usual terms, never matched against a document.
 */

/** The words of each part of an id. */
const WORDS: Readonly<Record<string, string>> = {
  // Reports of 2019 and later: proactive disclosure.
  rules: "rules (规章)",
  normativeDocuments: "normative documents",
  licensing: "administrative licensing",
  otherServices: "other services to the public",
  penalties: "administrative penalties",
  coercion: "administrative coercion",
  fees: "administrative fees",
  procurement: "centralised procurement",
  issued: "issued this year",
  repealed: "repealed this year",
  inForce: "in force",
  made: "made this year",
  disclosed: "disclosed this year",
  totalDisclosed: "disclosed in all",
  previousItems: "items last year",
  change: "change this year",
  decisions: "decisions this year",
  amount: "amount",
  projects: "projects",
  // Requests.
  received: "received this year",
  carriedOver: "carried over from last year",
  carriedForward: "carried forward to next year",
  outcomes: "outcomes",
  granted: "granted",
  partiallyGranted: "partially granted",
  refused: "refused",
  stateSecret: "state secret",
  prohibitedByLaw: "prohibited by other laws",
  publicSecurity: "security and stability",
  thirdPartyRights: "third-party rights",
  internalAffairs: "internal affairs",
  deliberative: "deliberative information",
  enforcementFile: "enforcement file",
  administrativeInquiry: "administrative inquiry",
  unavailable: "unavailable",
  notHeld: "not held",
  requiresCreation: "would have to be created",
  unclearAfterCorrection: "unclear after correction",
  notProcessed: "not processed",
  petition: "petition or complaint",
  duplicate: "duplicate request",
  publication: "asks for a publication",
  vexatious: "excessive repeated requests",
  reconfirmation: "reissue of what was obtained",
  otherHandling: "other handling",
  correctionOverdue: "correction overdue",
  feeOverdue: "fee overdue",
  subtotal: "(not split)",
  naturalPerson: "natural persons",
  commercialEnterprise: "enterprises",
  researchInstitution: "research inst.",
  publicWelfareOrganization: "public welfare org.",
  legalServiceInstitution: "legal service inst.",
  other: "other",
  total: "total",
  // Disputes.
  disputes: "disputes",
  reconsideration: "administrative reconsideration",
  litigation: "litigation",
  direct: "direct",
  afterReconsideration: "after reconsideration",
  upheld: "upheld",
  corrected: "corrected",
  otherResult: "other result",
  pending: "pending",
  // The statistics table of 2014.
  proactive: "proactive disclosure",
  normativeDocumentsDisclosed: "normative documents disclosed",
  normativeDocumentsIssued: "normative documents issued",
  channels: "channels",
  gazette: "government gazette",
  website: "government website",
  weibo: "Weibo",
  wechat: "WeChat",
  responses: "responses to the public",
  hotTopics: "hot topics answered",
  pressConferences: "press conferences",
  pressConferencesByPrincipal: "press conferences with the principal",
  onlineInterviews: "online interviews",
  onlineInterviewsByPrincipal: "online interviews with the principal",
  policyInterpretations: "policy interpretations published",
  weiboWechat: "events answered on Weibo and WeChat",
  requests: "requests",
  inPerson: "in person",
  fax: "by fax",
  online: "online",
  letter: "by letter",
  closed: "closed",
  onTime: "on time",
  extended: "after extension",
  replies: "replies",
  alreadyPublic: "already public",
  tradeSecret: "trade secret",
  privacy: "privacy",
  notGovernmentInformation: "not government information",
  otherLaw: "other laws",
  notThisBody: "not this body's",
  nonexistent: "does not exist",
  correctionRequired: "correction asked for",
  otherChannel: "other channel",
  complaints: "complaints",
  resources: "resources",
  dedicatedOffices: "dedicated offices",
  readingRooms: "reading rooms",
  staff: "staff",
  fullTime: "full-time",
  partTime: "part-time",
  budget: "budget",
  training: "meetings and training",
  meetings: "meetings",
  courses: "courses",
  participants: "participants",
};

/**
 * The English words of an indicator from the outermost heading to the innermost, without its table, as its Chinese label
 * has them.
 * @throws Error for a part without words: every id of a form has them
 */
export function englishWords(id: string): string[] {
  return id
    .split(".")
    .slice(1)
    .map((part) => {
      const words = WORDS[part];
      if (words === undefined) throw new Error(`no English words for "${part}" of ${id}`);
      return words;
    });
}

const UNITS: Readonly<Record<string, string>> = {
  件: "items",
  项: "items",
  条: "items",
  次: "times",
  篇: "articles",
  个: "places",
  人: "persons",
  人次: "attendances",
  元: "yuan",
  万元: "10,000 yuan",
};

/** A unit in English; as printed where it has no word. */
export const englishUnit = (unit: string): string => UNITS[unit] ?? unit;
