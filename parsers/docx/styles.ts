/** The styles part of a Word document in; what the styles say of heading, hiding and numbering, inheritance resolved, out. */
import { attributeOf, childOf, descendantsOf, elementsOf, type XmlElement } from "../xml.js";
import { lookOf, PLAIN, shadeOf, type Look } from "./look.js";
import { isOn, valueOf } from "./values.js";

export interface NumberingReference {
  readonly numId: string | null;
  readonly level: number | null;
}

export interface Style {
  readonly name: string;
  readonly heading: boolean;
  /** w:vanish; null where nothing is said. */
  readonly hidden: boolean | null;
  /** What its run properties say of the height of text; null where nothing. */
  readonly raised: boolean | null;
  /** How its text looks, as its run and paragraph properties say. */
  readonly look: Look;
  /** True for the style of a table that fills some of its cells. */
  readonly fills: boolean;
  readonly numbering: NumberingReference | null;
  /** The style that the numbering is stated in, for levels that are tied to a style. */
  readonly numberingStyle: string | null;
}

export interface Styles {
  /** Undefined for a style that the document lacks. */
  readonly get: (id: string | null) => Style | undefined;
  /** Of text of which no style says another. */
  readonly usual: Look;
}

const HEADING = /^(?:heading|title|标题)/i;
/** A style that inherits from more than this many others does so in a circle. */
const MOST_ANCESTORS = 20;

export function readNumberingReference(properties: XmlElement | undefined): NumberingReference | null {
  const reference = childOf(properties, "numPr");
  if (!reference) return null;
  const level = valueOf(reference, "ilvl");
  return { numId: valueOf(reference, "numId"), level: level === null ? null : Number.parseInt(level, 10) || 0 };
}

/** Outline levels 0–8 are headings; 9 is body text. */
export function isOutlined(properties: XmlElement | undefined): boolean | null {
  const level = valueOf(properties, "outlineLvl");
  return level === null ? null : /^[0-8]$/.test(level);
}

/** True for text above or below the line, as marks of notes are. */
export function isRaised(properties: XmlElement | undefined): boolean | null {
  const align = valueOf(properties, "vertAlign");
  return align === null ? null : /^(?:super|sub)script$/.test(align);
}

export function readStyles(root: XmlElement | null): Styles {
  const elements = new Map<string, XmlElement>();
  let standard: string | null = null;
  for (const element of elementsOf(root, "style")) {
    const id = attributeOf(element, "styleId");
    if (id === undefined) continue;
    elements.set(id, element);
    const isDefault = /^(?:1|true|on)$/.test(attributeOf(element, "default") ?? "");
    if (isDefault && attributeOf(element, "type") === "paragraph") standard = id;
  }
  const known = new Map<string, Style>();
  const get = (id: string | null, depth = 0): Style | undefined => {
    const key = id ?? standard;
    if (key === null) return undefined;
    const element = elements.get(key);
    if (!element || depth > MOST_ANCESTORS) return undefined;
    let style = known.get(key);
    if (!style) {
      const parent = valueOf(element, "basedOn");
      known.set(key, (style = styleOf(key, element, parent === null ? undefined : get(parent, depth + 1))));
    }
    return style;
  };
  const defaults = childOf(childOf(childOf(root ?? undefined, "docDefaults"), "rPrDefault"), "rPr");
  return { get: (id) => get(id), usual: lookOf(defaults) };
}

const isOfTable = (element: XmlElement) => attributeOf(element, "type") === "table";

function shadeIn(properties: XmlElement | undefined): Look {
  const shade = shadeOf(properties);
  return shade === undefined ? PLAIN : { shade };
}

function styleOf(id: string, element: XmlElement, parent: Style | undefined): Style {
  const name = valueOf(element, "name") ?? "";
  const paragraph = childOf(element, "pPr");
  const own = readNumberingReference(paragraph);
  return {
    name,
    heading: HEADING.test(name) || (isOutlined(paragraph) ?? parent?.heading ?? false),
    hidden: isOn(childOf(childOf(element, "rPr"), "vanish")) ?? parent?.hidden ?? null,
    raised: isRaised(childOf(element, "rPr")) ?? parent?.raised ?? null,
    look: { ...parent?.look, ...shadeIn(paragraph), ...lookOf(childOf(element, "rPr")) },
    fills:
      (parent?.fills ?? false) ||
      (isOfTable(element) && descendantsOf(element, "tcPr").some((one) => shadeOf(one) !== undefined)),
    numbering: own
      ? { numId: own.numId ?? parent?.numbering?.numId ?? null, level: own.level }
      : (parent?.numbering ?? null),
    numberingStyle: own ? id : (parent?.numberingStyle ?? null),
  };
}
