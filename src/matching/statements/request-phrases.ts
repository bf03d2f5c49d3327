/** How reports state the numbers of the requests table. The first phrase that fits decides. */
import type { Phrase, Topic } from "./phrase.js";
import type { TargetName } from "./targets.js";

const REQUESTS: readonly Topic[] = ["requests"];

/** What is received but is no request for information, or only some of the requests. */
const NOT_ALL_REQUESTS =
  /更正|复核|复议|诉讼|许可|投诉|举报|信访|咨询|建议|提案|救助|补贴|来信|热线|工单|办结|其中|通过|网上|网络|网站|邮寄|信函|当面|传真|邮件|撤|补正|平台|逾期|转办|转来|转交|移交|有效|无效/;
const RECEIVED = String.raw`(?:新收|收到|受理|接收|接到|收悉)(?:到|了)?`;

const request = (states: TargetName | null, before: RegExp, rest: Partial<Phrase> = {}): Phrase => ({
  states,
  before,
  topics: REQUESTS,
  counted: "requests",
  ...rest,
});

const CARRIED: readonly Phrase[] = [
  request("carriedForward", /(?:结转|顺延|延续|延期|转)(?:至|到|入)?(?:下|下一|明|次|20\d\d)年度?[^,]{0,14}$/),
  request("carriedForward", /(?:^|[另尚仍还]有?|有|剩余|其余|余)$/, {
    after: /^[^,]{0,14}(?:结转|顺延|转)(?:至|到|入)?(?:下|下一|明|次|20\d\d)年/,
  }),
  request("carriedForward", /(?:结转|顺延)$/, { after: /^(?:申请)?(?:至|到|入)(?:下|下一|明|次)年/ }),
  request("carriedOver", /(?:上|上一|去)年度?(?:未办结)?(?:结转|转结|转入|顺延|遗留|延续)[^,]{0,16}$/, { not: /新收/ }),
  request("carriedOver", /结转上(?:一)?年度?[^,]{0,10}$/),
  request("carriedOver", /(?:^|另有?|有|其中:?)$/, { after: /^(?:申请)?(?:为|系|是)?上(?:一)?年度?结转/ }),
];

const RECEIPTS: readonly Phrase[] = [
  request("receivedAndCarriedOver", /(?:收办|(?:收到|受理)(?:和|并|及|、)办理)[^,]{0,24}$/, { not: NOT_ALL_REQUESTS }),
  request(
    "received",
    new RegExp(String.raw`${RECEIVED}[^,]{0,26}?(?:申请|依申请[^,]{0,12})(?:件|事项|信息|表|书|案件)?$`),
    {
      not: NOT_ALL_REQUESTS,
    },
  ),
  request("received", new RegExp(`${RECEIVED}$`), {
    after: /^[^,]{0,16}(?:信息公开|依申请|公开政府信息|信息)[^,]{0,8}(?:申请|公开)/,
    not: NOT_ALL_REQUESTS,
    topics: ["requests", "disclosure", "else", "training", "documents"],
  }),
  request("received", /新增[^,]{0,16}公开申请(?:件|事项)?$/, { not: NOT_ALL_REQUESTS }),
  request("received", /公开申请的?(?:受理|收到|新收|接收)$/, { not: NOT_ALL_REQUESTS }),
  request("received", /(?:^|本年度?|其中:?|年内|当年)新收到?$/),
  request("received", /(?:共|共计|总计|累计)(?:新)?(?:收到|受理|接到)$/, { not: NOT_ALL_REQUESTS }),
];

const KINDS_OF_2014: readonly Phrase[] = [
  request("requestedInPerson", /当面(?:提交)?(?:的)?申请$/),
  request("requestedByFax", /传真(?:提交)?(?:的)?申请$/),
  request("requestedOnline", /(?:网络|网上|电子邮件|网站)(?:提交)?(?:的)?申请$/),
  request("requestedByLetter", /(?:信函|邮寄|书面)(?:提交)?(?:的)?申请$/),
  request("closedOnTime", /按[时期]办结$/),
  request("closedLate", /延期办结$/),
];

/** Those with one reason alone: 因涉及国家秘密不予公开; 因…等原因 are all. */
const FOR_ONE_REASON = /(?:(?<!原)因|由于)(?![^,]{0,24}等)/;

const OUTCOMES: readonly Phrase[] = [
  request("grantedInAnyPart", /公开(?:及|和|或|、|与)(?:予以|同意)?部分公开(?:答复)?$/),
  request("partiallyGranted", /部分(?:予以|同意)?公开(?:答复|信息)?$/),
  request("refused", /(?:不予|不同意|未予|不)公开(?:答复)?$/, { not: FOR_ONE_REASON }),
  request("granted", /(?:予以|同意|全部|依法)公开(?:答复)?$/, { not: /不予|不同意|未予/ }),
  request("unavailable", /无法提供$/, { not: FOR_ONE_REASON }),
  request("notProcessed", /不予处理$/, { not: FOR_ONE_REASON }),
  request("otherHandling", /其[他它]处理$/),
];

const reason = (states: TargetName, before: RegExp): Phrase =>
  request(states, before, { topics: ["requests", "else", "disclosure"] });

const REASONS: readonly Phrase[] = [
  reason("stateSecret", /国家秘密$/),
  reason("tradeSecret", /商业秘密$/),
  reason("privacy", /个人隐私$/),
  reason("notGovernmentInformation", /不是《条例》所指政府信息$/),
  reason("prohibitedByLaw", /法律行政法规禁止公开$/),
  reason("publicSecurity", /三安全一稳定["”]?$/),
  reason("thirdPartyRights", /第三方(?:合法)?权益$/),
  reason("internalAffairs", /(?:三类)?内部事务(?:性)?信息$/),
  reason("deliberative", /(?:四类)?过程性信息$/),
  reason("enforcementFile", /行政执法案卷(?:信息)?$/),
  reason("administrativeInquiry", /行政查询事项$/),
  reason("notHeld", /(?:不掌握(?:相关|该)?(?:政府)?信息|不属于本行政机关(?:公开)?)$/),
  reason("requiresCreation", /需要?另行制作$/),
  reason("unclearAfterCorrection", /补正后(?:申请内容)?仍不明确$/),
  reason("petition", /信访、?举报、?投诉类(?:申请)?$/),
  reason("duplicate", /重复申请$/),
  reason("publication", /(?:提供)?公开出版物$/),
  reason("vexatious", /大量反复申请$/),
  reason("reconfirmation", /(?:重新出具|确认)[^,]{0,8}信息$/),
  reason("correctionOverdue", /逾期[不未]补正[^,]{0,24}$/),
  reason("feeOverdue", /逾期[不未](?:缴|按收费)[^,]{0,28}$/),
  reason("alreadyPublic", /已(?:经)?主动公开(?:范围)?$/),
  reason("nonexistent", /信息不存在$/),
  reason("correctionRequired", /(?:作出)?更改、?补充$/),
  reason("otherChannel", /其他途径办理$/),
];

const CLOSED: readonly Phrase[] = [
  request("closed", /(?:办结|办理完毕)(?:政府信息公开|依申请公开|信息公开)?(?:申请)?(?:件)?$/, {
    not: /按[时期]|限期|期限|延期|逾期|超期|未|其中|复议|诉讼|提案|建议/,
  }),
  request("replied", /(?:答复)(?:政府信息公开|依申请公开|信息公开)?(?:申请)?(?:件)?$/, {
    not: /按[时期]|限期|期限|延期|逾期|超期|未|其中|复议|诉讼|提案|建议|公开答复|部分/,
  }),
];

export const REQUEST_PHRASES: readonly Phrase[] = [
  ...CARRIED,
  ...OUTCOMES,
  ...REASONS,
  ...KINDS_OF_2014,
  ...RECEIPTS,
  ...CLOSED,
];

/** Kinds of applicants, in the words after which their number stands. */
export const APPLICANT_WORDS: readonly (readonly [applicant: string, pattern: RegExp])[] = [
  ["organisations", /法人(?:和|或|及|、|与)(?:者)?其[他它]组织[^,]{0,8}$/],
  ["commercialEnterprise", /商业企业[^,]{0,6}$/],
  ["researchInstitution", /科研机构[^,]{0,6}$/],
  ["publicWelfareOrganization", /社会公益组织[^,]{0,6}$/],
  ["legalServiceInstitution", /法律服务机构[^,]{0,6}$/],
  ["naturalPerson", /(?:自然人|公民)(?:个人)?[^,]{0,8}$/],
];

/** What the rest of a sentence says right after the number of received requests, when carried-over ones are among them. */
export const INCLUDES_CARRIED_OVER =
  /^[(,](?:其中|含|包括)?:?(?:(?:本年度?)?新收[^。]*?结转|(?:含|包括)(?:了)?上(?:一)?年度?结转|上(?:一)?年度?结转[^,)]*\))/;
