/**
 * The numbering part of a Word document in; out, for paragraph after paragraph, the number that Word prints before its
 * text. See "numbering" in part 1 of ISO/IEC 29500, 17.9.
 */
import { formatNumber, labelText } from "../number-format.js";
import { attributeOf, childOf, elementsOf, type XmlElement } from "../xml.js";
import type { NumberingReference, Styles } from "./styles.js";
import { isOn, valueOf } from "./values.js";

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** The level (counted from 1) whose use restarts this one; 0 for never, null for any upper one. */
  readonly restart: number | null;
  /** Prints the numbers of all levels as decimal. */
  readonly legal: boolean;
  readonly style: string | null;
}

interface Definition {
  readonly levels: ReadonlyMap<number, Level>;
  readonly numStyleLink: string | null;
}

interface Instance {
  readonly definition: string;
  readonly overrides: ReadonlyMap<number, { readonly start: number | null; readonly level: Level | null }>;
}

export interface Numbering {
  /** The number of the next paragraph, "" where it has none. Call once for each paragraph, in order. */
  readonly ordinal: (own: NumberingReference | null, style: string | null) => string;
}

const wholeOf = (text: string | null | undefined) => (text && /^-?\d{1,6}$/.test(text) ? Number(text) : null);

function readLevel(element: XmlElement): Level {
  return {
    start: wholeOf(valueOf(element, "start")) ?? 0,
    format: valueOf(element, "numFmt") ?? "decimal",
    text: labelText(valueOf(element, "lvlText") ?? ""),
    restart: wholeOf(valueOf(element, "lvlRestart")),
    legal: isOn(childOf(element, "isLgl")) ?? false,
    style: valueOf(element, "pStyle"),
  };
}

const levelIndex = (element: XmlElement) => wholeOf(attributeOf(element, "ilvl")) ?? 0;

function readDefinition(element: XmlElement): Definition {
  const levels = elementsOf(element, "lvl");
  return {
    levels: new Map(levels.map((level) => [levelIndex(level), readLevel(level)])),
    numStyleLink: valueOf(element, "numStyleLink"),
  };
}

function readInstance(element: XmlElement): Instance {
  const overrides = elementsOf(element, "lvlOverride");
  return {
    definition: valueOf(element, "abstractNumId") ?? "",
    overrides: new Map(
      overrides.map((override) => {
        const level = childOf(override, "lvl");
        return [
          levelIndex(override),
          { start: wholeOf(valueOf(override, "startOverride")), level: level ? readLevel(level) : null },
        ];
      }),
    ),
  };
}

/** The children of a name, by the attribute that identifies them. */
function byId<T>(root: XmlElement | null, local: string, id: string, read: (element: XmlElement) => T): Map<string, T> {
  return new Map(elementsOf(root, local).map((element) => [attributeOf(element, id) ?? "", read(element)]));
}

export function readNumbering(root: XmlElement | null, styles: Styles): Numbering {
  const definitions = byId(root, "abstractNum", "abstractNumId", readDefinition);
  const instances = byId(root, "num", "numId", readInstance);
  /** Counters belong to the definition: instances of one definition go on with each other's numbers. */
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();

  const resolve = (numId: string, hops = 0): { instance: Instance; definition: Definition; key: string } | null => {
    const instance = instances.get(numId);
    const definition = instance && definitions.get(instance.definition);
    if (!definition) return null;
    const linked = definition.numStyleLink === null ? null : styles.get(definition.numStyleLink)?.numbering?.numId;
    if (linked && hops < 5) return resolve(linked, hops + 1);
    return { instance: instance!, definition, key: instance!.definition };
  };

  return {
    ordinal: (own, styleId) => {
      const style = styles.get(styleId);
      const numId = own?.numId ?? style?.numbering?.numId ?? null;
      const found = numId === null || numId === "0" ? null : resolve(numId);
      if (!found) return "";
      const { instance, definition, key } = found;
      const tied = [...definition.levels].find(
        ([, level]) => level.style !== null && level.style === style?.numberingStyle,
      );
      const index = own?.level ?? (own?.numId ? 0 : (tied?.[0] ?? style?.numbering?.level ?? 0));
      const levelAt = (at: number) => instance.overrides.get(at)?.level ?? definition.levels.get(at);
      const level = levelAt(index);
      if (!level) return "";
      const counts = counters.get(key) ?? [];
      counters.set(key, counts);
      const first = instance.overrides.get(index)?.start ?? null;
      const restarts = first !== null && !started.has(`${numId} ${index}`);
      if (restarts) counts[index] = undefined;
      started.add(`${numId} ${index}`);
      counts[index] = counts[index] === undefined ? (first ?? level.start) : counts[index] + 1;
      for (let lower = index + 1; lower < counts.length; lower++) {
        const restart = levelAt(lower)?.restart ?? null;
        if (restart === null || (restart !== 0 && index < restart)) counts[lower] = undefined;
      }
      if (level.format === "bullet" || level.format === "none") return "";
      return level.text.replace(/%([1-9])/g, (_, place: string) => {
        const at = Number(place) - 1;
        const upper = levelAt(at);
        const count = counts[at] ?? (counts[at] = upper?.start ?? 0);
        return formatNumber(count, level.legal ? "decimal" : (upper?.format ?? "decimal"));
      });
    },
  };
}
