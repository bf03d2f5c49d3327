/** A small report on one of the national forms, any cell and line of which a test may print otherwise, in several formats. */
import { FORMS } from "../../src/forms/index.js";
import { parseReport, type Report } from "../../src/index.js";
import { cellOf, isTable, paragraphOf, type CaseBlock, type CaseWriter } from "./case-document.js";
import { writeDocx } from "./docx-writer.js";
import { writeHtml } from "./html-writer.js";
import { writeText } from "./text-writer.js";

type Row = readonly string[];

/** What is printed otherwise than in the form. */
export interface Otherwise {
  /** Rows of the first table by their label. */
  readonly rows?: Readonly<Record<string, Row>>;
  readonly above?: string;
  readonly below?: string;
}

const PROSE = "本局健全公开目录，按时答复申请，并对各科室开展了培训与检查。本年度工作平稳。";
const title = (year: number) => `青禾县水利局${year}年政府信息公开工作年度报告`;

const DISCLOSURE_2021: readonly Row[] = [
  ["第二十条第（一）项"],
  ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
  ["规章", "0", "0", "0"],
  ["行政规范性文件", "3", "1", "18"],
  ["第二十条第（五）项"],
  ["信息内容", "本年处理决定数量"],
  ["行政许可", "120"],
  ["第二十条第（八）项"],
  ["信息内容", "本年收费金额（单位：万元）"],
  ["行政事业性收费", "12.5"],
];
const DISCLOSURE_2019: readonly Row[] = [
  ["第二十条第（一）项"],
  ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
  ["规章", "0", "0", "0"],
  ["规范性文件", "3", "1", "18"],
  ["第二十条第（九）项"],
  ["信息内容", "采购项目数量", "采购总金额"],
  ["政府集中采购", "3", "251000"],
];
const REQUESTS: readonly Row[] = [
  ["（列）", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"],
  ["一、本年新收政府信息公开申请数量", "5", "1", "0", "0", "0", "0", "6"],
  ["二、上年结转政府信息公开申请数量", "0", "0", "0", "0", "0", "0", "0"],
  ["（一）予以公开", "5", "1", "0", "0", "0", "0", "6"],
];
/** The values are 1, 2, 3 … */
const STATISTICS: readonly Row[] = [
  ["统计指标", "单位", "统计数"],
  ...FORMS["2014"].tables[0]!.blocks[0]!.rows.map(({ label, heading, unit = "件" }, i, all) =>
    heading ? [label, "——", ""] : [label, unit, String(all.slice(0, i + 1).filter((row) => !row.heading).length)],
  ),
];

const changed = (table: readonly Row[], { rows = {} }: Otherwise) =>
  table.map((row) => rows[row[0]!] ?? rows[row[1] ?? ""] ?? row);

/** The blocks of the report, its first table filled in otherwise. */
export function smallReport(form: "2021" | "2019" | "2014", otherwise: Otherwise = {}): CaseBlock[] {
  const { above, below } = otherwise;
  const around = (table: readonly Row[]): CaseBlock[] => [
    ...(above === undefined ? [] : [above]),
    { rows: changed(table, otherwise) },
    ...(below === undefined ? [] : [below]),
  ];
  if (form === "2014") return [title(2016), PROSE, PROSE, "政府信息公开情况统计表", ...around(STATISTICS)];
  const disclosure = form === "2021" ? DISCLOSURE_2021 : DISCLOSURE_2019;
  return [
    title(form === "2021" ? 2024 : 2020),
    { text: "一、总体情况", heading: true },
    PROSE,
    PROSE,
    { text: "二、主动公开政府信息情况", heading: true },
    ...around(disclosure),
    { text: "三、收到和处理政府信息公开申请情况", heading: true },
    { rows: changed(REQUESTS, otherwise) },
    { text: "四、政府信息公开行政复议、行政诉讼情况", heading: true },
    "无。",
  ];
}

/** A cell a line, without a grid. */
const linesOf = (block: CaseBlock) =>
  isTable(block) ? block.rows.flat().map((cell) => cellOf(cell).text) : [paragraphOf(block).text];
const writeLines: CaseWriter = (blocks) =>
  new TextEncoder().encode(
    blocks
      .flatMap(linesOf)
      .filter((line) => line !== "")
      .join("\n"),
  );

const WRITERS = { html: writeHtml, docx: writeDocx, text: writeText, lines: writeLines } as const;
export const WRITTEN_AS = Object.keys(WRITERS) as (keyof typeof WRITERS)[];

/** The report as read from a format. */
export const readAs = async (format: keyof typeof WRITERS, blocks: readonly CaseBlock[]): Promise<Report> =>
  parseReport(await WRITERS[format](blocks));
