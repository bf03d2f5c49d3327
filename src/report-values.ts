/**
 * The values of a report as the national forms nest them: requests by outcome and applicant, disputes by kind and result,
 * proactive disclosure by article, and the statistics of the form of 2014. Part of the report model, report.ts.
 */
import { z } from "zod";

/** An indicator's value in its unit. Zero is a printed zero; null is a blank, a dash, a missing row or an unreadable cell. */
export const value = z.number().nullable();

/** A row of the requests table: one value an applicant type. */
const byApplicant = z.object({
  naturalPerson: value,
  commercialEnterprise: value,
  researchInstitution: value,
  publicWelfareOrganization: value,
  legalServiceInstitution: value,
  other: value,
  total: value,
});

const commonOutcomes = {
  granted: byApplicant,
  partiallyGranted: byApplicant,
  refused: z.object({
    stateSecret: byApplicant,
    prohibitedByLaw: byApplicant,
    publicSecurity: byApplicant,
    thirdPartyRights: byApplicant,
    internalAffairs: byApplicant,
    deliberative: byApplicant,
    enforcementFile: byApplicant,
    administrativeInquiry: byApplicant,
  }),
  unavailable: z.object({
    notHeld: byApplicant,
    requiresCreation: byApplicant,
    unclearAfterCorrection: byApplicant,
  }),
  notProcessed: z.object({
    petition: byApplicant,
    duplicate: byApplicant,
    publication: byApplicant,
    vexatious: byApplicant,
    reconfirmation: byApplicant,
  }),
  total: byApplicant,
};

function requestsWith<T extends z.ZodRawShape>(otherHandling: z.ZodObject<T>) {
  return z.object({
    received: byApplicant,
    carriedOver: byApplicant,
    outcomes: z.object({ ...commonOutcomes, otherHandling }),
    carriedForward: byApplicant,
  });
}

export const requests2021 = requestsWith(
  z.object({
    correctionOverdue: byApplicant,
    feeOverdue: byApplicant,
    other: byApplicant,
    /** The row （六）其他处理 where a report prints it unsplit; its three rows are then null. */
    subtotal: byApplicant,
  }),
);
export const requests2019 = requestsWith(z.object({ subtotal: byApplicant }));

const disputeResults = z.object({ upheld: value, corrected: value, otherResult: value, pending: value, total: value });
export const disputes = z.object({
  reconsideration: disputeResults,
  litigation: z.object({ direct: disputeResults, afterReconsideration: disputeResults }),
});

const issued = z.object({ issued: value, repealed: value, inForce: value });
const decided = z.object({ decisions: value });
export const proactiveDisclosure2021 = z.object({
  rules: issued,
  normativeDocuments: issued,
  licensing: decided,
  penalties: decided,
  coercion: decided,
  fees: z.object({ amount: value }),
});

const made = z.object({ made: value, disclosed: value, totalDisclosed: value });
const items = z.object({ previousItems: value, change: value, decisions: value });
export const proactiveDisclosure2019 = z.object({
  rules: made,
  normativeDocuments: made,
  licensing: items,
  otherServices: items,
  penalties: items,
  coercion: items,
  fees: z.object({ previousItems: value, change: value }),
  procurement: z.object({ projects: value, amount: value }),
});

const settled = z.object({ total: value, upheld: value, corrected: value, otherResult: value });
export const statistics2014 = z.object({
  proactive: z.object({
    disclosed: value,
    normativeDocumentsDisclosed: value,
    normativeDocumentsIssued: value,
    channels: z.object({ gazette: value, website: value, weibo: value, wechat: value, other: value }),
  }),
  responses: z.object({
    hotTopics: value,
    pressConferences: value,
    pressConferencesByPrincipal: value,
    onlineInterviews: value,
    onlineInterviewsByPrincipal: value,
    policyInterpretations: value,
    weiboWechat: value,
    other: value,
  }),
  requests: z.object({
    received: z.object({ total: value, inPerson: value, fax: value, online: value, letter: value }),
    closed: z.object({ total: value, onTime: value, extended: value }),
    replies: z.object({
      total: value,
      alreadyPublic: value,
      granted: value,
      partiallyGranted: value,
      refused: z.object({
        total: value,
        stateSecret: value,
        tradeSecret: value,
        privacy: value,
        publicSecurity: value,
        notGovernmentInformation: value,
        otherLaw: value,
      }),
      notThisBody: value,
      nonexistent: value,
      correctionRequired: value,
      otherChannel: value,
    }),
  }),
  disputes: z.object({ reconsideration: settled, litigation: settled }),
  complaints: value,
  fees: value,
  resources: z.object({
    dedicatedOffices: value,
    readingRooms: value,
    staff: z.object({ total: value, fullTime: value, partTime: value }),
    budget: value,
  }),
  training: z.object({ meetings: value, courses: value, participants: value }),
});
