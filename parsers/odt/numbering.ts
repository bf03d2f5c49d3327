/** The list styles of an OpenDocument text in; out, for one paragraph after another, the number printed before it. */
import { formatNumber, labelText } from "../number-format.js";
import { attributeOf, descendantsOf, elementsOf, numberOf, type XmlElement } from "../xml.js";
import type { Style } from "./styles.js";

interface Level {
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels' numbers are printed, this one's last. */
  readonly shown: number;
}

type LevelsOfStyle = ReadonlyMap<number, Level>;

interface List {
  readonly levels: LevelsOfStyle;
  readonly level: number;
  /** Numbers reached so far, by level; shared by the lists inside. */
  readonly counts: number[];
  /** True until the item's first paragraph has taken the number. */
  pending: boolean;
}

export interface Numbering {
  /** Reads a list with the function; levels count from the outermost list. */
  readonly inList: <T>(list: XmlElement, read: () => T) => T;
  readonly startItem: (item: XmlElement) => void;
  /** The number of the next paragraph, "" where it has none. */
  readonly ordinalOf: (paragraph: XmlElement, style: Style) => string;
}

export function readNumbering(roots: readonly (XmlElement | null)[]): Numbering {
  const styles = new Map<string, LevelsOfStyle>();
  for (const element of roots.flatMap((root) => descendantsOf(root, "list-style"))) {
    styles.set(attributeOf(element, "name") ?? "", levelsOf(element));
  }
  const outline = levelsOf(roots.flatMap((root) => descendantsOf(root, "outline-style"))[0]);
  const outlineCounts: number[] = [];
  const open: List[] = [];
  const lastOfStyle = new Map<string, number[]>();
  const ofList = new Map<string, number[]>();

  const enter = (element: XmlElement): List => {
    const outer = open.at(-1);
    const name = attributeOf(element, "style-name");
    const levels = (name === undefined ? outer?.levels : styles.get(name)) ?? new Map<number, Level>();
    if (outer) return { levels, level: outer.level + 1, counts: outer.counts, pending: false };
    const goesOn = attributeOf(element, "continue-list");
    const earlier = goesOn !== undefined ? ofList.get(goesOn) : lastOfStyle.get(name ?? "");
    const continues = goesOn !== undefined || attributeOf(element, "continue-numbering") === "true";
    const counts = (continues ? earlier : undefined) ?? [];
    lastOfStyle.set(name ?? "", counts);
    ofList.set(attributeOf(element, "id") ?? "", counts);
    return { levels, level: 1, counts, pending: false };
  };

  return {
    inList(element, read) {
      open.push(enter(element));
      const result = read();
      open.pop();
      return result;
    },
    startItem(item) {
      const list = open.at(-1)!;
      count(list.counts, list.level, numberOf(item, "start-value"), list.levels);
      list.pending = true;
    },
    ordinalOf(paragraph, style) {
      const list = open.at(-1);
      if (list) {
        const takes = list.pending;
        list.pending = false;
        return takes ? label(list.levels, list.level, list.counts) : "";
      }
      if (paragraph.name !== "text:h" || attributeOf(paragraph, "is-list-header") === "true") return "";
      const level = Math.min(10, Math.max(1, numberOf(paragraph, "outline-level") ?? 1));
      const levels = (style.list === undefined ? undefined : styles.get(style.list)) ?? outline;
      count(outlineCounts, level, numberOf(paragraph, "start-value"), levels);
      return label(levels, level, outlineCounts);
    },
  };
}

/** Counts one more on the level; lower levels begin again. */
function count(counts: number[], level: number, start: number | undefined, levels: LevelsOfStyle): void {
  const before = counts[level];
  counts[level] = start ?? (before === undefined ? (levels.get(level)?.start ?? 1) : before + 1);
  counts.length = level + 1;
}

function levelsOf(style: XmlElement | undefined): LevelsOfStyle {
  const levels = new Map<number, Level>();
  for (const element of elementsOf(style)) {
    if (!/^(?:list-level-style-number|outline-level-style)$/.test(element.local)) continue;
    levels.set(numberOf(element, "level") ?? 1, {
      format: attributeOf(element, "num-format") ?? "",
      prefix: labelText(attributeOf(element, "num-prefix") ?? ""),
      suffix: labelText(attributeOf(element, "num-suffix") ?? ""),
      start: numberOf(element, "start-value") ?? 1,
      shown: numberOf(element, "display-levels") ?? 1,
    });
  }
  return levels;
}

function label(levels: LevelsOfStyle, level: number, counts: readonly number[]): string {
  const own = levels.get(level);
  if (!own || own.format === "") return "";
  const numbers: string[] = [];
  for (let at = Math.max(1, level - own.shown + 1); at <= level; at++) {
    const format = levels.get(at)?.format ?? "1";
    if (format !== "") numbers.push(formatNumber(counts[at] ?? levels.get(at)?.start ?? 1, formatName(format)));
  }
  return (own.prefix + numbers.join(".") + own.suffix).trim();
}

/** A format of numbers is written as its first numbers: the names that Word has for them. */
function formatName(format: string): string {
  const found = FORMATS.find(([beginning]) => format.startsWith(beginning));
  return found?.[1] ?? "decimal";
}

const FORMATS: readonly (readonly [beginning: string, name: string])[] = [
  ["a", "lowerLetter"],
  ["A", "upperLetter"],
  ["i", "lowerRoman"],
  ["I", "upperRoman"],
  ["一", "chineseCounting"],
  ["壹, 贰", "chineseLegalSimplified"],
  ["壹", "ideographLegalTraditional"],
  ["甲", "ideographTraditional"],
  ["子", "ideographZodiac"],
  ["①", "decimalEnclosedCircle"],
  ["１", "decimalFullWidth"],
];
