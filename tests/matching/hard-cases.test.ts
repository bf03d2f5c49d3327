/**
 * Reports that archives and converters left in a hard state. Each states every value that can be known and every one
 * that can't: a wrong answer, a guess, a null without its reason and a reason without a null all fail.
 */
import { parseReport } from "../../src/index.js";
import {
  DISPUTES,
  differences,
  GROUPS,
  hardReport,
  NO_DIFFERENCE,
  PARTS,
  REQUESTS,
  requestRows,
  requestsHead,
  type Known,
  type PartName,
} from "../support/hard-report.js";

async function read(parts: Partial<Record<PartName, readonly string[]>>, known: Known = {}) {
  const report = await parseReport(hardReport(parts));
  expect(report).toMatchObject({ form: "2021", year: 2024, body: "青浔县住房保障局" });
  expect(differences(report, known)).toEqual(NO_DIFFERENCE);
  return report;
}

const bars = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
/** A page with the table of requests drawn by `draw`; the other tables stand as text does. */
async function readGrid(
  head: readonly (readonly string[])[],
  order: (values: string[]) => string[],
  known: Known = {},
) {
  const row = (cells: readonly string[]) => `<tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`;
  const rows = REQUESTS.map(([, label, values]) => row([label, ...order(values.split(" "))]));
  const table = `<table>${head.map(row).join("")}${rows.join("")}</table>`;
  const others = (lines: readonly string[]) =>
    lines.map((line) => (line.startsWith("|") ? row(line.slice(2, -2).split(" | ")) : `<p>${line}</p>`)).join("\n");
  const page = Object.entries(PARTS).map(([name, lines]) => {
    if (name === "requests") return `<p>${REQUEST}</p>${table}`;
    const text = others(lines);
    return text.includes("<tr>") ? text.replace("<tr>", "<table><tr>") + "</table>" : text;
  });
  const report = await parseReport(page.join("\n"));
  expect(report.form).toBe("2021");
  expect(differences(report, known)).toEqual(NO_DIFFERENCE);
}

const [PROACTIVE, REQUEST, DISPUTE] = [PARTS.proactive[0], PARTS.requests[0], PARTS.disputes[0]];

test("digits run together without separators give no value: 3118 may be 3, 1, 18 or 31, 1, 8", async () => {
  const proactive = [
    PROACTIVE,
    "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件3118第二十条第（五）项信息内容本年处理决定数量行政许可126第二十条第（六）项信息内容本年处理决定数量行政处罚37行政强制2第二十条第（八）项信息内容本年收费金额（单位：万元）行政事业性收费46.5",
  ];
  await read({ proactive }, { unknown: ["proactiveDisclosure"] });
  const requests = [REQUEST, ...requestRows().map((cells) => cells.join(""))];
  await read({ requests }, { unknown: ["requests"] });
});

test("lines that an extractor removed because they stood before are no zeros, and what is left is no row", async () => {
  const lines = [...requestsHead.map((line) => line.replace(/\| | \|/g, "")), ...requestRows().flat()];
  await read({ requests: [REQUEST, ...new Set(lines)] }, { unknown: ["requests"] });
});

test("empty cells moved to the row's end leave their row unknown, and no other", async () => {
  const requests = requestRows().map((cells) => {
    const first = cells.findIndex((text) => /^\d+$/.test(text));
    const values = cells.slice(first).filter((text) => text !== "0");
    const zero = values.length === 0;
    return zero ? cells : [...cells.slice(0, first), ...values, ...new Array<string>(7 - values.length).fill("")];
  });
  const gappy = REQUESTS.filter(([, , values]) => !/^0 0 0 0 0 0 0$/.test(values)).map(([id]) => `requests.${id}`);
  await read({ requests: [REQUEST, ...requestsHead, ...requests.map(bars)] }, { unknown: gappy });
});

test("fragments of a torn table without labels are not assigned by guess", async () => {
  const rows = requestRows();
  const from = REQUESTS.findIndex(([id]) => id === "outcomes.unavailable.notHeld");
  const to = REQUESTS.findIndex(([id]) => id === "outcomes.otherHandling.correctionOverdue");
  const torn = rows.slice(from, to).filter((_, i) => i !== 3);
  const requests = [
    REQUEST,
    ...requestsHead,
    ...rows.slice(0, from).map(bars),
    "",
    ...torn.map((cells) => cells.filter((text) => !/^\d+$/.test(text)).join("")),
    "",
    ...torn.map((cells) => bars(cells.filter((text) => /^\d+$/.test(text)))),
    "",
    ...rows.slice(to).map(bars),
  ];
  await read({ requests }, { unknown: ["requests.outcomes.unavailable", "requests.outcomes.notProcessed"] });
});

test("a group's label with the values of its rows and none of their labels gives no value of the group", async () => {
  const refused = REQUESTS.filter(([id]) => id.includes(".refused."));
  const lines = requestRows().flatMap((cells, i) => {
    const [id, , values] = REQUESTS[i]!;
    if (!refused.some(([own]) => own === id)) return cells;
    return [...(GROUPS[id] ? [GROUPS[id]] : []), ...values.split(" ")];
  });
  const head = requestsHead.flatMap((line) => line.split(" | ").map((text) => text.replace(/\||\s/g, "")));
  await read({ requests: [REQUEST, ...head, ...lines] }, { unknown: ["requests.outcomes.refused"] });
});

test("a header whose second half was lost has its fifteen values in order", async () => {
  const words = ["结果", "结果", "其他", "尚未"];
  const disputes = [
    DISPUTE,
    bars(["行政复议", "行政诉讼"]),
    bars([...words, "总", "未经复议直接起诉", "复议后起诉"]),
    bars([...words, "总", ...words, "总"]),
    bars(DISPUTES.split(" ")),
  ];
  await read({ disputes });
  const halves = disputes.map((line, i) => (i === 4 ? bars(DISPUTES.split(" ").slice(1)) : line));
  await read({ disputes: halves }, { unknown: ["disputes"] });
});

test("labels cut short, merged with their group, or misprinted are still the form's rows", async () => {
  const misprints: Readonly<Record<string, string>> = {
    "2.其他法律行政法规禁止公开": "2.其他法律行政止公开",
    "5.属于三类内部事务信息": "5.属于三类内容事务信息",
    "2.没有现成信息需要另行制作": "2.没有现成信息需另行制做",
    "4.无正当理由大量反复申请": "4.无正当理由大量反复申",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "（二）部分公开（区分处理的，只计这一情",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.申请人无正当理由逾期不补正、行政机关不再处",
    "二、上年结转政府信息公开申请数量": "二、上年转结政府信息公开申请数量",
  };
  const rows = requestRows().map((cells) => cells.map((text) => misprints[text] ?? text));
  const merged = rows.map(([first, second, ...rest]) =>
    /^（[三四五六]）/.test(first!) ? [`${first}${second}`, ...rest] : [first!, second!, ...rest],
  );
  await read({ requests: [REQUEST, ...requestsHead, ...merged.map(bars)] });
});

test("values on a line of their own in the middle of their label's lines belong to that label", async () => {
  const column = (text: string, at: number) => " ".repeat(at) + text;
  const line = (label: string, values: string) =>
    label +
    " ".repeat(60 - label.length) +
    values
      .split(" ")
      .map((value) => value.padEnd(6))
      .join("");
  const rows = REQUESTS.flatMap(([id, label, values]) => {
    const group = GROUPS[id] ? [column(GROUPS[id], 4)] : [];
    if (label.length < 20) return [...group, line(column(label, 20), values)];
    return [
      ...group,
      column(label.slice(0, 14), 20),
      line("", values),
      column(label.slice(14, 28), 20),
      ...(label.length > 28 ? [column(label.slice(28), 20)] : []),
    ];
  });
  const head = [line("", "自然人 商业 科研 公益 法律 其他 总计")];
  await read({ requests: [REQUEST, ...head, ...rows] });
});

test("statutory sections that are numbered anew behind home-made ones are the report's sections", async () => {
  const renumbered = ([heading, ...rest]: readonly string[], ordinal: string) => [
    heading!.replace(/^[一二三四五六]/, ordinal),
    ...rest,
  ];
  const own = [
    ...[
      "一、主动公开制度建设",
      "修订目录三次。",
      "二、依申请公开规范办理",
      "设专人登记。",
      "三、政策解读",
      "发布图解九篇。",
    ],
    ...["四、平台建设", "改版专栏。", "五、监督保障", "每季通报。", "六、下一步打算", "继续细化目录。", "附件"],
  ];
  const report = await read({
    overview: own,
    proactive: renumbered(PARTS.proactive, "一"),
    requests: renumbered(PARTS.requests, "二"),
    disputes: renumbered(PARTS.disputes, "三"),
    problems: renumbered(PARTS.problems, "四"),
    other: renumbered(PARTS.other, "五"),
  });
  const headings = Object.fromEntries(report.sections.map(({ id, heading }) => [id, heading]));
  expect(headings).toMatchObject({
    proactiveDisclosure: "一、主动公开政府信息情况",
    requests: "二、收到和处理政府信息公开申请情况",
    disputes: "三、政府信息公开行政复议、行政诉讼情况",
    problems: "四、存在的主要问题及改进情况",
    other: "五、其他需要报告的事项",
  });
});

test("local rows between the form's are not taken for them, and a row that is not printed is missing alone", async () => {
  const rows = requestRows();
  const at = (id: string) => REQUESTS.findIndex(([own]) => own === id);
  const requests = [
    ...rows.slice(0, at("outcomes.granted")),
    ["其中：通过当面提交", "5", "1", "0", "0", "0", "0", "6"],
    ...rows.slice(at("outcomes.granted"), at("outcomes.unavailable.unclearAfterCorrection")),
    ["4.信息已移交档案馆", "3", "0", "0", "0", "0", "0", "3"],
    ...rows.slice(at("outcomes.notProcessed.petition")),
  ];
  const proactive = [
    ...PARTS.proactive.slice(0, 5),
    bars(["其他主动公开文件", "40", "0", "92"]),
    ...PARTS.proactive.slice(5),
    bars(["政府集中采购", "7"]),
  ];
  await read(
    { requests: [REQUEST, ...requestsHead, ...requests.map(bars)], proactive },
    { unknown: ["requests.outcomes.unavailable.unclearAfterCorrection"] },
  );
});

test("labels that hold other rows' names and numbers lend them nothing", async () => {
  const notes: Readonly<Record<string, string>> = {
    规章: "规章（设区的市以上填写，县级填 0）",
    行政规范性文件: "行政规范性文件（指有正式文号的文件，不含规章 2 件）",
    行政处罚: "行政处罚（含行政强制 9 件，不含行政许可 126 件）",
  };
  const proactive = PARTS.proactive.map((line) =>
    line.replace(/^\| ([^|]+) \|/, (_, label: string) => `| ${notes[label] ?? label} |`),
  );
  await read({ proactive });
});

test("vertical labels, extracted one character a line, are labels", async () => {
  const upright = (text: string) => (/\d/.test(text) ? [text] : [...text]);
  const head = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
  const results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
  const disputesHead = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", ...results, ...results, ...results];
  await read({
    requests: [REQUEST, ...[...head, ...requestRows().flat()].flatMap(upright)],
    disputes: [DISPUTE, ...[...disputesHead, ...DISPUTES.split(" ")].flatMap(upright)],
  });
});

test("letter-spaced labels and numbers are words and numbers", async () => {
  const spaced = (text: string) => [...text].join(" ");
  const spread = (lines: readonly string[]) =>
    lines.map((line) => (line.startsWith("|") ? bars(line.slice(2, -2).split(" | ").map(spaced)) : spaced(line)));
  await read({
    proactive: spread(PARTS.proactive),
    requests: spread(PARTS.requests),
    disputes: spread(PARTS.disputes),
  });
});

test("an amount that prints another unit is converted, and one that prints none is taken as it stands", async () => {
  const fees = (text: string) => PARTS.proactive.map((line) => line.replace("46.5", text));
  await read({ proactive: fees("465000元") });
  await read({ proactive: fees("0.00465亿元") });
  await read({ proactive: fees("465000") }, { values: { "proactiveDisclosure.fees.amount": 465_000 } });
  await read({ proactive: fees("46.5万件") }, { unknown: ["proactiveDisclosure.fees.amount"] });
});

test("last year's numbers in prose fill no cell of a table that was lost or left blank", async () => {
  const prose = "上年（2023年）本局新收政府信息公开申请 14 件，予以公开 9 件，行政处罚 52 件，行政许可 88 件。";
  await read({ requests: [REQUEST, prose, "（表格见附图）"] }, { unknown: ["requests"] });
  const blank = PARTS.proactive.map((line) => line.replace(/\| [\d.]+(?= \|)/g, "|  "));
  await read({ proactive: [...blank, prose] }, { blank: ["proactiveDisclosure"] });
});

test("columns stand as the header says, in whatever order, and not as the form has them", async () => {
  const [person, ...organisations] = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];
  await readGrid([["", "总计", person!, ...organisations]], ([first, ...rest]) => [rest.pop()!, first!, ...rest]);
  await readGrid([["", organisations[0]!, person!, ...organisations.slice(1), "总计"]], ([a, b, ...rest]) => [
    b!,
    a!,
    ...rest,
  ]);
});

test("a header that stands over other columns than the values do gives no value whose row doesn't add up", async () => {
  const head = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计", "备注"];
  await readGrid([head], (values) => ["40", ...values], { unknown: ["requests"] });
  await readGrid([head], (values) => [...values, "40"]);
});

test("labels in one column of lines and their values in others, with empty lines between, make no row", async () => {
  const columns = [
    REQUESTS.map(([, label]) => label),
    ...Array.from({ length: 7 }, (_, i) => REQUESTS.map(([, , values]) => values.split(" ")[i]!)),
  ];
  const requests = [REQUEST, ...columns.flatMap((column) => [...column, "", "", "", "", "", "", ""])];
  await read({ requests }, { unknown: ["requests"] });
});

test("one number for a row of three says nothing about its columns, and the header still tells the form", async () => {
  const head = ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"];
  const proactive = [
    PROACTIVE,
    ...[
      "第二十条第（一）项",
      "信息内容",
      "本年新制作数量",
      "本年新公开数量",
      "对外公开总数量",
      "规章",
      "0",
      "规范性文件",
      "8",
    ],
    ...["第二十条第（五）项", ...head, "行政许可", "176", "其他对外管理服务事项", "19"],
    ...["第二十条第（六）项", ...head, "行政处罚", "11", "行政强制", "2"],
  ];
  const report = await parseReport(hardReport({ proactive, requests: [REQUEST], disputes: [DISPUTE] }));
  expect(report.form).toBe("2019");
  expect(Object.values(report.cells).map(({ value }) => value)).toEqual([]);
  expect(report.diagnostics.map(({ indicator }) => indicator)).toContain("proactiveDisclosure.licensing.decisions");
});
