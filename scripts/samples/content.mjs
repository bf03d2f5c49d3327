// What the sample reports say. The bodies don't exist; the numbers of the first report add up, the second one contains
// an error of its own (a row total), as real reports do.

const COLUMNS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
const BALANCE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

export const row = (...numbers) => [...numbers, numbers.reduce((sum, n) => sum + n, 0)];
const none = row(0, 0, 0, 0, 0, 0);

/** Cells as [text, colSpan, rowSpan]; a plain string or number is one cell. */
export function requestsTable(groups, { received, carriedOver, carriedForward }) {
  const lines = [
    [[BALANCE, 3, 3], ["申请人情况", 7]],
    [["自然人", 1, 2], ["法人或其他组织", 5], ["总计", 1, 2]],
    COLUMNS.slice(1, 6),
    [["一、本年新收政府信息公开申请数量", 3], ...received],
    [["二、上年结转政府信息公开申请数量", 3], ...carriedOver],
  ];
  const size = groups.reduce((count, group) => count + group.rows.length, 0);
  groups.forEach(({ label, rows }, g) =>
    rows.forEach(([rowLabel, values], r) => {
      const line = [];
      if (g === 0 && r === 0) line.push(["三、本年度办理结果", 1, size]);
      if (rowLabel === null) line.push([label, 2]);
      else {
        if (r === 0) line.push([label, 1, rows.length]);
        line.push(rowLabel);
      }
      lines.push([...line, ...values]);
    }),
  );
  lines.push([["四、结转下年度继续办理", 3], ...carriedForward]);
  return lines;
}

export function outcomes(values, otherHandling) {
  const total = COLUMNS.map((_, c) =>
    [...Object.values(values), ...otherHandling.map(([, v]) => v)].reduce((sum, v) => sum + v[c], 0),
  );
  const of = (label) => [label, values[label] ?? none];
  return [
    { label: "（一）予以公开", rows: [[null, values["予以公开"] ?? none]] },
    {
      label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
      rows: [[null, values["部分公开"] ?? none]],
    },
    {
      label: "（三）不予公开",
      rows: [
        "1.属于国家秘密",
        "2.其他法律行政法规禁止公开",
        "3.危及“三安全一稳定”",
        "4.保护第三方合法权益",
        "5.属于三类内部事务信息",
        "6.属于四类过程性信息",
        "7.属于行政执法案卷",
        "8.属于行政查询事项",
      ].map(of),
    },
    {
      label: "（四）无法提供",
      rows: ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"].map(of),
    },
    {
      label: "（五）不予处理",
      rows: [
        "1.信访举报投诉类申请",
        "2.重复申请",
        "3.要求提供公开出版物",
        "4.无正当理由大量反复申请",
        "5.要求行政机关确认或重新出具已获取信息",
      ].map(of),
    },
    { label: "（六）其他处理", rows: otherHandling },
    { label: "（七）总计", rows: [[null, total]] },
  ];
}

export function disputesTable(values) {
  return [
    [["行政复议", 5], ["行政诉讼", 10]],
    [
      ...["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].map((label) => [label, 1, 2]),
      ["未经复议直接起诉", 5],
      ["复议后起诉", 5],
    ],
    [1, 2].flatMap(() => ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]),
    values,
  ];
}

export const article = (number) => [`第二十条第（${number}）项`, 4];

/** The 2021 form, filled consistently. */
export const water2024 = {
  file: "lanchuan-water-2024",
  title: "澜川县水务局2024年政府信息公开工作年度报告",
  blocks: [
    {
      text: "本报告由澜川县水务局编制，内容包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、因政府信息公开引发的行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项。所列数据的统计期限为2024年1月1日至2024年12月31日。",
    },
    { heading: "一、总体情况" },
    {
      text: "2024年，我局围绕供水、防汛、河湖管护三类民生信息，把公开要求写进业务流程，做到办结一件、公开一件。",
    },
    {
      text: "（一）主动公开。全年制发行政规范性文件3件，废止1件，现行有效18件。办理行政许可1268件，作出行政处罚37件。",
    },
    {
      text: "（二）依申请公开。全年新收政府信息公开申请27件，上年结转2件；予以公开13件，部分公开4件；结转下年度继续办理2件。",
    },
    { text: "（三）平台与监督。水情发布栏目由每日更新改为每四小时更新；举办培训两次，未发生责任追究情形。" },
    { heading: "二、主动公开政府信息情况" },
    {
      table: [
        [article("一")],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", 0, 0, 0],
        ["行政规范性文件", "3（其中修订1件）", 1, 18],
        [article("五")],
        ["信息内容", ["本年处理决定数量", 3]],
        ["行政许可", ["1,268", 3]],
        [article("六")],
        ["信息内容", ["本年处理决定数量", 3]],
        ["行政处罚", [37, 3]],
        ["行政强制", [0, 3]],
        [article("八")],
        ["信息内容", ["本年收费金额（单位：万元）", 3]],
        ["行政事业性收费", [46.5, 3]],
      ],
    },
    { heading: "三、收到和处理政府信息公开申请情况" },
    {
      table: requestsTable(
        outcomes(
          {
            予以公开: row(9, 2, 0, 1, 1, 0),
            部分公开: row(3, 1, 0, 0, 0, 0),
            "4.保护第三方合法权益": row(1, 0, 0, 0, 0, 0),
            "6.属于四类过程性信息": row(0, 0, 0, 0, 1, 0),
            "7.属于行政执法案卷": row(1, 0, 0, 0, 0, 0),
            "1.本机关不掌握相关政府信息": row(4, 0, 0, 0, 0, 0),
            "2.没有现成信息需要另行制作": row(1, 0, 0, 0, 0, 0),
            "1.信访举报投诉类申请": row(1, 0, 0, 0, 0, 0),
          },
          [
            ["1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", row(1, 0, 0, 0, 0, 0)],
            ["2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", none],
            ["3.其他", none],
          ],
        ),
        { received: row(21, 3, 0, 1, 2, 0), carriedOver: row(2, 0, 0, 0, 0, 0), carriedForward: row(2, 0, 0, 0, 0, 0) },
      ),
    },
    { heading: "四、政府信息公开行政复议、行政诉讼情况" },
    { table: disputesTable([1, 0, 1, 0, 2, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]) },
    { heading: "五、存在的主要问题及改进情况" },
    { text: "河道采砂信息的更新仍慢于群众需要。2025年将把采砂许可台账接入公开平台，由系统按日生成公开稿。" },
    { heading: "六、其他需要报告的事项" },
    { text: "本年度未收取政府信息公开信息处理费。" },
    { text: "澜川县水务局", align: "right" },
    { text: "2025年1月16日", align: "right" },
  ],
};

/** The 2019 form; the total of 上年结转 is printed as 1 although its parts make 2. */
export const archives2020 = {
  file: "lanchuan-archives-2020",
  title: "澜川县档案局2020年政府信息公开工作年度报告",
  blocks: [
    { text: "根据年度报告格式要求，现将本局2020年政府信息公开工作情况公布如下，统计期限自2020年1月1日起至2020年12月31日止。" },
    { heading: "一、总体情况" },
    { text: "本年度新收政府信息公开申请8件，均按期办结。档案开放目录全部上网，查阅预约改为线上办理。" },
    { heading: "二、主动公开政府信息情况" },
    {
      table: [
        [article("一")],
        ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
        ["规章", 0, 0, 0],
        ["规范性文件", 2, 2, 11],
        [article("五")],
        ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
        ["行政许可", 4, -1, 15],
        ["其他对外管理服务事项", 9, "+2", 230],
        [article("六")],
        ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
        ["行政处罚", 6, 0, 1],
        ["行政强制", 0, 0, 0],
        [article("八")],
        ["信息内容", "上一年项目数量", ["本年增/减", 2]],
        ["行政事业性收费", 1, [0, 2]],
        [article("九")],
        ["信息内容", "采购项目数量", ["采购总金额", 2]],
        ["政府集中采购", 3, ["412,600.5元", 2]],
      ],
    },
    { heading: "三、收到和处理政府信息公开申请情况" },
    {
      table: requestsTable(
        outcomes(
          {
            予以公开: row(5, 1, 0, 0, 0, 0),
            "1.本机关不掌握相关政府信息": row(2, 0, 0, 0, 0, 0),
            "2.重复申请": row(1, 0, 0, 0, 0, 0),
          },
          [[null, none]],
        ),
        {
          received: row(7, 1, 0, 0, 0, 0),
          carriedOver: [2, 0, 0, 0, 0, 0, 1],
          carriedForward: row(1, 0, 0, 0, 0, 0),
        },
      ),
    },
    { heading: "四、政府信息公开行政复议、行政诉讼情况" },
    { table: disputesTable(new Array(15).fill(0)) },
    { heading: "五、存在的主要问题及改进情况" },
    { text: "民国档案的公开鉴定进度偏慢，将增加一名专职鉴定人员。" },
    { heading: "六、其他需要报告的事项" },
    { text: "无其他需要报告的事项。" },
    { text: "澜川县档案局", align: "right" },
    { text: "2021年1月22日", align: "right" },
  ],
};
