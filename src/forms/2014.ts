/** 政府信息公开情况统计表, the annex of 国办发〔2014〕32号, printed in the reports of 2014 to 2018. */
import { indicatorsOf, type Form, type FormRow, type FormTable, type Label, type TotalSum } from "./form.js";

/** A row of the statistics table: id, printed label, unit, path in the indicator label, wordings met. */
type Line = readonly [id: string, label: string, unit: string, path: readonly string[], variants?: readonly string[]];

const heading = (label: string, ...variants: string[]): FormRow => ({ id: "", label, heading: true, variants });

const row = ([id, label, unit, path, variants = []]: Line): FormRow => ({
  id,
  label,
  unit,
  variants,
  groups: path.map((words): Label => ({ label: words })),
  ...(/^其中/.test(label) ? { distinctive: false } : {}),
});

const PROACTIVE = "一、主动公开情况";
const RESPONSES = "二、回应解读情况";
const REQUESTS = "三、依申请公开情况";
const RESOURCES = "八、机构建设和保障经费情况";
const TRAINING = "九、政府信息公开会议和培训情况";
const RECONSIDERATION = "四、行政复议数量";
const LITIGATION = "五、行政诉讼数量";

const ROWS: readonly FormRow[] = [
  heading(PROACTIVE),
  row([
    "proactive.disclosed",
    "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）",
    "条",
    [PROACTIVE],
    ["（一）主动公开政府信息数"],
  ]),
  row([
    "proactive.normativeDocumentsDisclosed",
    "其中：主动公开规范性文件数",
    "条",
    [PROACTIVE, "（一）"],
    ["主动公开规范性文件数"],
  ]),
  row(["proactive.normativeDocumentsIssued", "制发规范性文件总数", "件", [PROACTIVE, "（一）"], ["制发规范性文件数"]]),
  heading("（二）通过不同渠道和方式公开政府信息的情况"),
  row(["proactive.channels.gazette", "1.政府公报公开政府信息数", "条", [PROACTIVE, "（二）"]]),
  row(["proactive.channels.website", "2.政府网站公开政府信息数", "条", [PROACTIVE, "（二）"]]),
  row(["proactive.channels.weibo", "3.政务微博公开政府信息数", "条", [PROACTIVE, "（二）"]]),
  row(["proactive.channels.wechat", "4.政务微信公开政府信息数", "条", [PROACTIVE, "（二）"]]),
  row(["proactive.channels.other", "5.其他方式公开政府信息数", "条", [PROACTIVE, "（二）"]]),
  heading(RESPONSES),
  row([
    "responses.hotTopics",
    "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）",
    "次",
    [RESPONSES],
    ["（一）回应公众关注热点或重大舆情数"],
  ]),
  heading("（二）通过不同渠道和方式回应解读的情况"),
  row(["responses.pressConferences", "1.参加或举办新闻发布会总次数", "次", [RESPONSES, "（二）"]]),
  row([
    "responses.pressConferencesByPrincipal",
    "其中：主要负责同志参加新闻发布会次数",
    "次",
    [RESPONSES, "（二）", "1."],
    ["主要负责同志参加新闻发布会次数"],
  ]),
  row(["responses.onlineInterviews", "2.政府网站在线访谈次数", "次", [RESPONSES, "（二）"]]),
  row([
    "responses.onlineInterviewsByPrincipal",
    "其中：主要负责同志参加政府网站在线访谈次数",
    "次",
    [RESPONSES, "（二）", "2."],
    ["主要负责同志参加政府网站在线访谈次数"],
  ]),
  row(["responses.policyInterpretations", "3.政策解读稿件发布数", "篇", [RESPONSES, "（二）"]]),
  row(["responses.weiboWechat", "4.微博微信回应事件数", "次", [RESPONSES, "（二）"]]),
  row(["responses.other", "5.其他方式回应事件数", "次", [RESPONSES, "（二）"]]),
  heading(REQUESTS),
  row(["requests.received.total", "（一）收到申请数", "件", [REQUESTS]]),
  row(["requests.received.inPerson", "1.当面申请数", "件", [REQUESTS, "（一）"]]),
  row(["requests.received.fax", "2.传真申请数", "件", [REQUESTS, "（一）"]]),
  row(["requests.received.online", "3.网络申请数", "件", [REQUESTS, "（一）"]]),
  row(["requests.received.letter", "4.信函申请数", "件", [REQUESTS, "（一）"]]),
  row(["requests.closed.total", "（二）申请办结数", "件", [REQUESTS]]),
  row(["requests.closed.onTime", "1.按时办结数", "件", [REQUESTS, "（二）"]]),
  row(["requests.closed.extended", "2.延期办结数", "件", [REQUESTS, "（二）"]]),
  row(["requests.replies.total", "（三）申请答复数", "件", [REQUESTS]]),
  row(["requests.replies.alreadyPublic", "1.属于已主动公开范围数", "件", [REQUESTS, "（三）"]]),
  row(["requests.replies.granted", "2.同意公开答复数", "件", [REQUESTS, "（三）"]]),
  row(["requests.replies.partiallyGranted", "3.同意部分公开答复数", "件", [REQUESTS, "（三）"]]),
  row(["requests.replies.refused.total", "4.不同意公开答复数", "件", [REQUESTS, "（三）"]]),
  row([
    "requests.replies.refused.stateSecret",
    "其中：涉及国家秘密",
    "件",
    [REQUESTS, "（三）", "4."],
    ["涉及国家秘密"],
  ]),
  row(["requests.replies.refused.tradeSecret", "涉及商业秘密", "件", [REQUESTS, "（三）", "4."]]),
  row(["requests.replies.refused.privacy", "涉及个人隐私", "件", [REQUESTS, "（三）", "4."]]),
  row([
    "requests.replies.refused.publicSecurity",
    "危及国家安全、公共安全、经济安全和社会稳定",
    "件",
    [REQUESTS, "（三）", "4."],
  ]),
  row([
    "requests.replies.refused.notGovernmentInformation",
    "不是《条例》所指政府信息",
    "件",
    [REQUESTS, "（三）", "4."],
  ]),
  row(["requests.replies.refused.otherLaw", "法律法规规定的其他情形", "件", [REQUESTS, "（三）", "4."]]),
  row(["requests.replies.notThisBody", "5.不属于本行政机关公开数", "件", [REQUESTS, "（三）"]]),
  row(["requests.replies.nonexistent", "6.申请信息不存在数", "件", [REQUESTS, "（三）"]]),
  row(["requests.replies.correctionRequired", "7.告知作出更改补充数", "件", [REQUESTS, "（三）"]]),
  row(["requests.replies.otherChannel", "8.告知通过其他途径办理数", "件", [REQUESTS, "（三）"]]),
  row(["disputes.reconsideration.total", RECONSIDERATION, "件", []]),
  row(["disputes.reconsideration.upheld", "（一）维持具体行政行为数", "件", [RECONSIDERATION]]),
  row(["disputes.reconsideration.corrected", "（二）被依法纠错数", "件", [RECONSIDERATION]]),
  row(["disputes.reconsideration.otherResult", "（三）其他情形数", "件", [RECONSIDERATION]]),
  row(["disputes.litigation.total", LITIGATION, "件", []]),
  row(["disputes.litigation.upheld", "（一）维持具体行政行为或者驳回原告诉讼请求数", "件", [LITIGATION]]),
  row(["disputes.litigation.corrected", "（二）被依法纠错数", "件", [LITIGATION]]),
  row(["disputes.litigation.otherResult", "（三）其他情形数", "件", [LITIGATION]]),
  row(["complaints", "六、举报投诉数量", "件", []]),
  row(["fees", "七、依申请公开信息收取的费用", "万元", []]),
  heading(RESOURCES),
  row(["resources.dedicatedOffices", "（一）政府信息公开工作专门机构数", "个", [RESOURCES]]),
  row(["resources.readingRooms", "（二）设置政府信息公开查阅点数", "个", [RESOURCES]]),
  row(["resources.staff.total", "（三）从事政府信息公开工作人员数", "人", [RESOURCES]]),
  row([
    "resources.staff.fullTime",
    "1.专职人员数（不包括政府公报及政府网站工作人员数）",
    "人",
    [RESOURCES, "（三）"],
    ["1.专职人员数"],
  ]),
  row(["resources.staff.partTime", "2.兼职人员数", "人", [RESOURCES, "（三）"]]),
  row([
    "resources.budget",
    "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
    "万元",
    [RESOURCES],
    ["（四）政府信息公开专项经费"],
  ]),
  heading(TRAINING),
  row(["training.meetings", "（一）召开政府信息公开工作会议或专题会议数", "次", [TRAINING]]),
  row(["training.courses", "（二）举办各类培训班数", "次", [TRAINING]]),
  row(["training.participants", "（三）接受培训人员数", "人次", [TRAINING]]),
];

const TABLE: FormTable = { id: "statistics", blocks: [{ columns: [{ id: "", label: "" }], rows: ROWS }] };

const sum = (total: string, ...parts: string[]): TotalSum => ({
  kind: "total",
  id: `statistics.${total.replace(/\.total$/, "")}`,
  total: `statistics.${total}`,
  parts: parts.map((part) => `statistics.${total.replace(/total$/, "")}${part}`),
});

export const FORM_2014: Form = {
  id: "2014",
  notice: "国办发〔2014〕32号",
  tables: [TABLE],
  indicators: indicatorsOf([TABLE]),
  /** By the layout of the form: a total is followed by the rows that make it up. */
  sums: [
    sum("requests.received.total", "inPerson", "fax", "online", "letter"),
    sum("requests.closed.total", "onTime", "extended"),
    sum(
      "requests.replies.total",
      ...["alreadyPublic", "granted", "partiallyGranted", "refused.total", "notThisBody", "nonexistent"],
      ...["correctionRequired", "otherChannel"],
    ),
    sum(
      "requests.replies.refused.total",
      ...["stateSecret", "tradeSecret", "privacy", "publicSecurity", "notGovernmentInformation", "otherLaw"],
    ),
    sum("disputes.reconsideration.total", "upheld", "corrected", "otherResult"),
    sum("disputes.litigation.total", "upheld", "corrected", "otherResult"),
    sum("resources.staff.total", "fullTime", "partTime"),
  ],
};
