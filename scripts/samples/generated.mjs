// Any number of reports of bodies that don't exist, the same ones for the same seed. Their numbers add up, but for those
// that are made not to.
import { article, disputesTable, outcomes, requestsTable, row } from "./content.mjs";

const PLACES = ["澜川县", "青岭县", "石浦区", "云栖市", "临汀县", "禾塘区", "雁门县", "沙溪市", "枫桥区", "白渡县"];
const BODIES = ["水务局", "档案局", "教育局", "民政局", "财政局", "司法局", "统计局", "审计局", "林业局", "城市管理局"];
const FIRST_YEAR = 2019;
const YEARS = 6;

/** Park and Miller's generator: whole numbers below a limit. */
function randomOf(seed) {
  let state = (seed % 2_147_483_646) + 1;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}

const values = (random, limit) => row(...Array.from({ length: 6 }, (_, n) => random(n === 0 ? limit * 4 : limit)));
const minus = (a, b) => a.map((value, n) => value - b[n]);
const plus = (a, b) => a.map((value, n) => value + b[n]);

/** Rows that balance: received + carried over = outcomes + carried forward. */
function requests(random, form, wrong) {
  const given = {
    予以公开: values(random, 9),
    部分公开: values(random, 3),
    "4.保护第三方合法权益": values(random, 2),
    "1.本机关不掌握相关政府信息": values(random, 5),
    "2.没有现成信息需要另行制作": values(random, 2),
    "1.信访举报投诉类申请": values(random, 2),
  };
  const other = values(random, 2);
  const none = row(0, 0, 0, 0, 0, 0);
  const otherRows =
    form === "2021"
      ? [
          ["1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", other],
          ["2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", none],
          ["3.其他", none],
        ]
      : [[null, other]];
  const closed = [...Object.values(given), other].reduce(plus);
  const carriedForward = values(random, 2);
  const carriedOver = minus(values(random, 1), none);
  const received = minus(plus(closed, carriedForward), carriedOver);
  if (wrong) received[6] += 1 + random(20);
  return { received, table: requestsTable(outcomes(given, otherRows), { received, carriedOver, carriedForward }) };
}

function disclosure2021(random) {
  return [
    [article("一")],
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["规章", 0, 0, 0],
    ["行政规范性文件", random(9), random(4), 10 + random(90)],
    [article("五")],
    ["信息内容", ["本年处理决定数量", 3]],
    ["行政许可", [random(5_000), 3]],
    [article("六")],
    ["信息内容", ["本年处理决定数量", 3]],
    ["行政处罚", [random(300), 3]],
    ["行政强制", [random(30), 3]],
    [article("八")],
    ["信息内容", ["本年收费金额（单位：万元）", 3]],
    ["行政事业性收费", [random(20_000) / 100, 3]],
  ];
}

function disclosure2019(random) {
  const items = (label) => [label, random(40), random(9) - 4, random(900)];
  return [
    [article("一")],
    ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
    ["规章", 0, 0, 0],
    ["规范性文件", random(9), random(9), 10 + random(90)],
    [article("五")],
    ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
    items("行政许可"),
    items("其他对外管理服务事项"),
    [article("六")],
    ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
    items("行政处罚"),
    items("行政强制"),
    [article("八")],
    ["信息内容", "上一年项目数量", ["本年增/减", 2]],
    ["行政事业性收费", random(9), [random(3), 2]],
    [article("九")],
    ["信息内容", "采购项目数量", ["采购总金额", 2]],
    ["政府集中采购", random(30), [`${random(900_000)}元`, 2]],
  ];
}

function disputes(random) {
  const group = () => {
    const parts = Array.from({ length: 4 }, () => random(3));
    return [...parts, parts.reduce((sum, part) => sum + part)];
  };
  return disputesTable([...group(), ...group(), ...group()]);
}

/** The n-th report: its body and year follow from n, its numbers from n and the seed. */
export function generatedReport(n, { seed = 1, wrong = false } = {}) {
  const random = randomOf(seed * 100_003 + n);
  random(2);
  const year = FIRST_YEAR + (n % YEARS);
  const at = Math.floor(n / YEARS);
  const town = Math.floor(at / (PLACES.length * BODIES.length));
  const body =
    PLACES[at % PLACES.length] +
    (town === 0 ? "" : `第${town}片区`) +
    BODIES[Math.floor(at / PLACES.length) % BODIES.length];
  const form = year < 2021 ? "2019" : "2021";
  const { received, table } = requests(random, form, wrong);
  return {
    file: `${year}/${body}`,
    title: `${body}${year}年政府信息公开工作年度报告`,
    blocks: [
      { text: `本报告由${body}编制，所列数据的统计期限为${year}年1月1日至${year}年12月31日。` },
      { heading: "一、总体情况" },
      { text: `${year}年，${body}把公开要求写进业务流程，全年更新栏目${random(900)}次，答复来电咨询${random(400)}次。` },
      { text: `全年新收政府信息公开申请${received[6]}件，均按期办结。` },
      { heading: "二、主动公开政府信息情况" },
      { table: form === "2019" ? disclosure2019(random) : disclosure2021(random) },
      { heading: "三、收到和处理政府信息公开申请情况" },
      { table },
      { heading: "四、政府信息公开行政复议、行政诉讼情况" },
      { table: disputes(random) },
      { heading: "五、存在的主要问题及改进情况" },
      { text: "部分栏目更新偏慢，下一年度将由业务科室按月自查。" },
      { heading: "六、其他需要报告的事项" },
      { text: "无其他需要报告的事项。" },
      { text: body, align: "right" },
      { text: `${year + 1}年1月${1 + random(28)}日`, align: "right" },
    ],
  };
}
