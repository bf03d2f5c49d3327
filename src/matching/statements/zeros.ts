/** How reports say that there was nothing: 未收到, 没有, 无, 未发生. A clause in, what it says is zero out. */
import { disputeTargets, type TargetName, type Targets } from "./targets.js";

interface Denial {
  readonly states: TargetName;
  readonly pattern: RegExp;
  readonly not?: RegExp;
}

const NO = "(?:未|没有|无|尚未|均未)";
/** Every denial holds one of these. */
const DENYING = /[未没无不]/;

/** False for words that deny nothing, which is quickly told. */
export const mayDeny = (words: string): boolean => DENYING.test(words);
const NOT_REQUESTS = /更正|复核|复议|诉讼|许可|信访|投诉|举报|建议|提案|通过|除|逾期|超期|撤/;

const DENIALS: readonly Denial[] = [
  {
    states: "received",
    pattern: new RegExp(`${NO}(?:收到|接到|受理|接收)(?:过|到)?[^,]{0,24}?(?:申请|依申请公开)`),
    not: NOT_REQUESTS,
  },
  { states: "received", pattern: /没有(?:公民|个人|申请人|任何)[^,]{0,24}信息[^,]{0,6}申请/, not: NOT_REQUESTS },
  {
    states: "received",
    pattern: /^(?:20\d\d年度?)?(?:本年度?|全年)?(?:我.)?无(?:任何)?(?:政府)?信息公开申请(?:件|事项)?$/,
  },
  { states: "carriedOver", pattern: /(?:无|没有|未有)上(?:一)?年度?(?:结转|转结|遗留)|上(?:一)?年度?(?:无|没有)结转/ },
  {
    states: "carriedForward",
    pattern: /(?:无|没有)[^,]{0,4}(?:结转(?:至|到|入)?下(?:一)?年|下(?:一)?年度?(?:结转|继续办理))/,
  },
  { states: "documentsIssued", pattern: /未(?:新)?(?:制发|制定|出台|发布|印发)[^,]{0,16}规范性文件/, not: /规章/ },
  { states: "documentsRepealed", pattern: /未(?:[^,]{0,8}、)?废止[^,]{0,10}规范性文件/, not: /规章/ },
  { states: "fees", pattern: /(?:未|无)(?:收取|产生|发生)?(?:任何)?行政事业性收费/ },
  {
    states: "copyingFees",
    pattern: /(?:未|没有)(?:向申请人)?收取[^,]{0,20}费(?:用)?$|^(?:20\d\d年度?)?(?:本年度?)?未收费$/,
    not: /行政事业|处理费/,
  },
  { states: "licensing", pattern: /未(?:作出|办理)[^,]{0,3}行政许可/ },
  { states: "penalties", pattern: /未(?:作出|实施)[^,]{0,3}行政处罚/, not: /许可/ },
  { states: "coercion", pattern: /未(?:作出|实施)[^,]{0,3}行政强制/, not: /许可|处罚/ },
];

const NO_DISPUTE = /(?:未|没有|无|不存在)(?!经)[^,]{0,34}?(?:行政复议|行政诉讼|复议|诉讼).*$/;
/** Denials of a defeat, not of a case; names of columns. */
const NO_DEFEAT = /败诉|纠错|撤销|纠正|直接起诉|复议后|被复议|维持|应诉率|申诉|\d/;

/** What a clause denies; `informed` tells whether its passage is about open government information. */
export function denialsIn(clause: string, informed: boolean): (TargetName | Targets)[] {
  if (!mayDeny(clause)) return [];
  const denied: (TargetName | Targets)[] = DENIALS.filter(
    ({ pattern, not }) => pattern.test(clause) && !not?.test(clause),
  ).map(({ states }) => states);
  const disputes = informed && !NO_DEFEAT.test(clause) ? NO_DISPUTE.exec(clause)?.[0] : undefined;
  if (disputes?.includes("复议")) denied.push(disputeTargets("reconsideration", "total"));
  if (disputes?.includes("诉讼")) denied.push(disputeTargets("litigation", "total"));
  return denied;
}
