/** Indicator ids in; the words that messages name the cells by out. */
import type { Bilingual } from "../../parsers/document.js";
import { FORMS } from "../forms/index.js";

/** Headings that a cell is known without, and notes in brackets that a label carries. */
const HEADING = /^(?:第二十条|三、本年度办理结果)/;
const NOTE = /（[^（）]{5,}）/g;

/** A path of words from the outermost heading to the innermost, in each language. */
type Paths = Readonly<Record<keyof Bilingual, readonly string[]>>;

const LABELS: ReadonlyMap<string, Paths> = new Map(
  Object.values(FORMS).flatMap(({ indicators }) =>
    indicators.map(({ id, label, labelEn }) => [id, { zh: chinesePath(label), en: englishPath(labelEn) }] as const),
  ),
);

function chinesePath(label: string): string[] {
  const path = label.split(" / ").map((words) => words.replace(NOTE, ""));
  return path.filter((words) => !HEADING.test(words));
}

/** The outcomes' total is the one row that says too little without their heading. */
function englishPath(label: string): string[] {
  const [first, ...path] = label.split(" / ");
  if (first !== "outcomes") return [first!, ...path];
  return path[0] === "total" ? ["all outcomes", ...path.slice(1)] : path;
}

const pathsOf = (id: string): Paths => LABELS.get(id) ?? { zh: [id], en: [id] };

/** Names of groups of rows, which no cell carries alone. */
const GROUPS: Readonly<Record<string, Bilingual>> = {
  "requests.outcomes.refused": { zh: "（三）不予公开", en: "refused" },
  "requests.outcomes.unavailable": { zh: "（四）无法提供", en: "unavailable" },
  "requests.outcomes.notProcessed": { zh: "（五）不予处理", en: "not processed" },
  "requests.outcomes.otherHandling": { zh: "（六）其他处理", en: "other handling" },
};

/** The words of one cell: the last parts of its path in the form. */
export function cellWords(id: string): Bilingual {
  const paths = pathsOf(id);
  return GROUPS[id] ?? { zh: paths.zh.slice(-3).join("·"), en: paths.en.slice(-3).join(", ") };
}

/** The words of several cells joined by "+". */
export function cellsWords(ids: readonly string[]): Bilingual {
  return joined(ids.map(cellWords), " + ");
}

/** Cells of one sum, each named by what tells it from the others. */
function shortWords(ids: readonly string[]): Bilingual[] {
  const zh = ids.map((id) => pathsOf(id).zh);
  const en = ids.map((id) => pathsOf(id).en);
  return ids.map((_, index) => ({ zh: shortLabel(distinct(zh, index)), en: distinct(en, index).join(", ") }));
}

/** An item of a list without its ordinal; "其他" says too little without its group. */
function shortLabel(path: readonly string[]): string {
  const label = path.at(-1)!.replace(/^\d\./, "");
  return path.length > 1 && label.length > 2 ? label : path.join("·");
}

/** The path without what all paths begin and end with; its last part where nothing is left. */
function distinct(paths: readonly (readonly string[])[], index: number): readonly string[] {
  const path = paths[index]!;
  const shortest = Math.min(...paths.map(({ length }) => length));
  let start = 0;
  while (start < shortest - 1 && paths.every((other) => other[start] === path[start])) start++;
  let end = 0;
  while (end < shortest - start - 1 && paths.every((other) => other.at(-1 - end) === path.at(-1 - end))) end++;
  return path.slice(start, path.length - end);
}

/** The column that a cell of the requests table stands in. */
export function columnWords(id: string): Bilingual {
  const { zh, en } = pathsOf(id);
  return { zh: zh.at(-1)!, en: en.at(-1)! };
}

/**
 * "自然人 3 + 商业企业 1": the terms that are not zero; "各项均为 0" where all are.
 * @param amounts those of some of the cells, which follow each other from `start` on
 */
export function additionWords(ids: readonly string[], amounts: readonly (number | null)[], start = 0): Bilingual {
  const names = shortWords(ids).slice(start, start + amounts.length);
  const terms = names
    .map(({ zh, en }, index) => ({ zh: `${zh} ${amounts[index]}`, en: `${en} ${amounts[index]}` }))
    .filter((_, index) => amounts[index] !== 0);
  return terms.length === 0 ? { zh: "各项均为 0", en: "all are 0" } : joined(terms, " + ");
}

function joined(parts: readonly Bilingual[], separator: string): Bilingual {
  return { zh: parts.map(({ zh }) => zh).join(separator), en: parts.map(({ en }) => en).join(separator) };
}
