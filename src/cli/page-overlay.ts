/** A page with all that was found on it, and the report that was read, in; an SVG picture of both out. */
import type { Box, Cell } from "../../parsers/document.js";
import { linesOf } from "../../parsers/geometry/lines.js";
import type { PageInspection } from "../../parsers/pdf/index.js";
import { concernedCells } from "../audit/readings.js";
import { covers } from "../export/value-state.js";
import { englishUnit } from "../forms/english.js";
import { indicators, type IndicatorRow } from "../indicators.js";
import type { Language } from "../language.js";
import type { Report } from "../report.js";

type Glyphs = PageInspection["page"]["glyphs"];
type State = "taken" | "unread" | "contradicted" | "blank" | "other";

const TINTS: Readonly<Record<State, string>> = {
  taken: "#2e9d4e",
  unread: "#f2b705",
  contradicted: "#e5383b",
  blank: "#8d99ae",
  other: "#4d90d6",
};
const WORDS: Readonly<Record<State, { zh: string; en: string }>> = {
  taken: { zh: "已取值", en: "value taken" },
  unread: { zh: "未读出", en: "unread" },
  contradicted: { zh: "与勾稽关系不符", en: "does not add up" },
  blank: { zh: "无数字", en: "no number" },
  other: { zh: "其他单元格", en: "other cell" },
};
const FONTS = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif";
/** Height of the legend above the page, points. */
const LEGEND = 30;

interface Assigned {
  readonly row: IndicatorRow;
  /** Its label in the language of the picture. */
  readonly label: string;
  readonly unit: string;
  readonly state: State;
  readonly notes: readonly string[];
}

export function pageOverlay(inspection: PageInspection, report: Report | null, lang: Language): string {
  const { page, stages, points, cells } = inspection;
  const assigned = report === null ? new Map<string, Assigned[]>() : assignedTo(report, page.number, lang);
  const ownOf = (cell: Cell) => assigned.get(keyOf(inspection.asShown(boxOf(cell)))) ?? [];
  const parts = [
    `<rect width="${num(page.width)}" height="${num(page.height)}" fill="#fff" stroke="#bbb"/>`,
    ...cells.map((cell) => tint(cell, ownOf(cell))),
    ...stages.edges.horizontal.map(({ at, from, to }) => edge(from, at, to, at)),
    ...stages.edges.vertical.map(({ at, from, to }) => edge(at, from, at, to)),
    ...points.map(
      ([x, y]) => `<circle cx="${num(x)}" cy="${num(y)}" r="1.6" fill="none" stroke="#d00000" stroke-width=".5"/>`,
    ),
    ...linesOf(page.glyphs).map(({ glyphs }) => textOf(glyphs)),
    ...cells.map((cell) => label(cell, ownOf(cell), page.glyphs)),
  ];
  const [width, height] = [page.width, page.height + LEGEND];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${num(width)} ${num(height)}" width="${num(width * 1.5)}" height="${num(height * 1.5)}" font-family="${FONTS}">`,
    `<rect width="100%" height="100%" fill="#f4f4f4"/>`,
    legend(inspection, lang),
    `<g transform="translate(0 ${LEGEND})">`,
    ...parts,
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

const keyOf = (box: Box) => box.map((value) => value.toFixed(1)).join(" ");

/** The indicators of the page's cells, by the cell's box. */
function assignedTo(report: Report, page: number, lang: Language): Map<string, Assigned[]> {
  const out = new Map<string, Assigned[]>();
  for (const row of indicators(report)) {
    if (row.at === null || !("page" in row.at) || row.at.page !== page) continue;
    const diagnoses = report.diagnostics.filter(
      ({ indicator, severity }) => severity !== "info" && covers(indicator, row.id),
    );
    const findings = report.findings.filter((finding) => concernedCells(report, finding.indicators).includes(row.id));
    const notes = [...findings, ...diagnoses].map(({ message }) => message);
    const state: State =
      findings.length > 0 ? "contradicted" : row.value !== null ? "taken" : diagnoses.length > 0 ? "unread" : "blank";
    const [label, unit] = lang === "zh" ? [row.label, row.unit] : [row.labelEn, englishUnit(row.unit)];
    const key = keyOf(row.at.box);
    out.set(key, [...(out.get(key) ?? []), { row, label, unit, state, notes }]);
  }
  return out;
}

const boxOf = ({ at }: Cell): Box => ("page" in at ? at.box : [0, 0, 0, 0]);

function tint(cell: Cell, own: readonly Assigned[]): string {
  const box = boxOf(cell);
  const color = TINTS[own[0]?.state ?? "other"];
  const dashed = cell.doubt === "inferred" ? ` stroke="${color}" stroke-dasharray="3 2" stroke-width=".7"` : "";
  const opacity = own.length > 0 ? 0.3 : 0.1;
  return `<rect ${frame(box)} fill="${color}" fill-opacity="${opacity}"${dashed}>${titleOf(own)}</rect>`;
}

function titleOf(own: readonly Assigned[]): string {
  if (own.length === 0) return "";
  const lines = own.flatMap(({ row, label, unit, notes }) => [
    row.id,
    label,
    `${JSON.stringify(row.raw)} → ${row.value === null ? "null" : `${row.value} ${unit}`}`,
    ...notes,
  ]);
  return `<title>${escape(lines.join("\n"))}</title>`;
}

/** Font sizes of the names of indicators, points. */
const LARGEST_LABEL = 5;
const SMALLEST_LABEL = 2;
/** Characters of a name that are shown, a Latin one as half; the rest stands in the title of the cell. */
const LONGEST_LABEL = 10;
const UNIT = /（[^（）]*）$/;
/** Width of a Latin letter, as a part of the font's size. */
const LATIN = 0.55;

const widthOf = (text: string) =>
  Array.from(text).reduce((sum, character) => sum + (/\p{ASCII}/u.test(character) ? LATIN : 1), 0);

/**
 * The last words of the indicator's label without their unit, in the corner of its cell, as large as the space above the
 * number allows.
 */
function label(cell: Cell, own: readonly Assigned[], glyphs: Glyphs): string {
  const box = boxOf(cell);
  const [x0, y0, x1] = box;
  const [first] = own;
  if (!first) return "";
  const words = Array.from(first.label.split(" / ").at(-1)!.replace(UNIT, ""));
  while (widthOf(words.join("")) > LONGEST_LABEL) words.pop();
  const shown = words.join("");
  const wide = Math.min(LARGEST_LABEL, (x1 - x0 - 2) / widthOf(shown));
  const size = Math.max(SMALLEST_LABEL, roomFor(widthOf(shown), wide, box, glyphs));
  return `<text x="${num(x0 + 1)}" y="${num(y0 + size + 0.5)}" font-size="${num(size)}" fill="${TINTS[first.state]}" font-weight="bold" pointer-events="none">${escape(shown)}</text>`;
}

/** The size of a label above the text in its cell, or before it. */
function roomFor(length: number, size: number, [x0, y0, x1, y1]: Box, glyphs: Glyphs): number {
  let [top, left] = [y1, x1];
  for (const glyph of glyphs) {
    const [from, over, to, under] = glyph.box;
    const [x, y] = [(from + to) / 2, (over + under) / 2];
    if (x < x0 || x > x1 || y < y0 || y > y1) continue;
    top = Math.min(top, under - 0.9 * glyph.size);
    left = Math.min(left, from);
  }
  return Math.min(size, Math.max(top - y0 - 0.5, (left - x0 - 2) / length));
}

const edge = (x0: number, y0: number, x1: number, y1: number) =>
  `<line x1="${num(x0)}" y1="${num(y0)}" x2="${num(x1)}" y2="${num(y1)}" stroke="#d00000" stroke-width=".6"/>`;

const frame = ([x0, y0, x1, y1]: Box) =>
  `x="${num(x0)}" y="${num(y0)}" width="${num(Math.max(0, x1 - x0))}" height="${num(Math.max(0, y1 - y0))}"`;

/** Each character at its own place. */
function textOf(glyphs: Glyphs): string {
  const [first] = glyphs;
  const baseline = first!.box[3] - 0.12 * first!.size;
  const spans = glyphs.map(({ text, box }) => `<tspan x="${num(box[0])}">${escape(text)}</tspan>`);
  return `<text y="${num(baseline)}" font-size="${num(first!.size)}" fill="#222" pointer-events="none">${spans.join("")}</text>`;
}

function legend({ page, stages, cells }: PageInspection, lang: Language): string {
  const edges = stages.edges.horizontal.length + stages.edges.vertical.length;
  const summary =
    lang === "zh"
      ? `第 ${page.number} 页：${edges} 条表格线，${cells.length} 个单元格`
      : `page ${page.number}: ${edges} rulings, ${cells.length} cells`;
  let x = 10;
  const items = (Object.keys(TINTS) as State[]).map((state) => {
    const words = WORDS[state][lang];
    const item = `<rect x="${x}" y="16" width="8" height="8" fill="${TINTS[state]}" fill-opacity=".5"/><text x="${x + 11}" y="23.5" font-size="8">${words}</text>`;
    x += 26 + words.length * (lang === "zh" ? 8 : 4.6);
    return item;
  });
  return `<text x="10" y="11" font-size="8">${escape(summary)}</text>${items.join("")}`;
}

const num = (value: number) => (Number.isFinite(value) ? String(Math.round(value * 100) / 100) : "0");

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** What XML does not allow even as an entity. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const escape = (text: string) =>
  text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"]/g, (character) => ENTITIES[character]!);
