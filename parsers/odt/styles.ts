/** The style parts of an OpenDocument text in; what its paragraphs, texts and rows look like, as far as it matters, out. */
import { attributeOf, childOf, descendantsOf, type XmlElement } from "../xml.js";
import { lookOfStyle, USUAL_SIZE, type Look } from "./look.js";

export interface Style {
  /** Above or below the line. */
  readonly raised: boolean;
  readonly heading: boolean;
  readonly look: Look;
  /** Name of the list style that numbers paragraphs of this style. */
  readonly list: string | undefined;
}

/** Looks up a style by its name; a style that nobody defines looks like text. */
export type Styles = (name: string | undefined) => Style;

/** Text of its full size moved by less than a tenth of it, which nobody sees, or not at all. */
const ON_THE_LINE = /^(?:0(?:\.0+)?%|-?(?:\d(?:\.\d+)?|10)%(?: +100%)?$)/;
const PLAIN: Style = { raised: false, heading: false, look: {}, list: undefined };
const HEADING_NAME = /^(?:heading|title|标题)/i;
/** Longest chain of parents that is followed. */
const MOST_PARENTS = 20;

export function readStyles(roots: readonly (XmlElement | null)[]): Styles {
  const elements = new Map<string, XmlElement>();
  for (const element of roots.flatMap((root) => descendantsOf(root, "style"))) {
    const name = attributeOf(element, "name");
    if (element.name === "style:style" && name !== undefined) elements.set(name, element);
  }
  const known = new Map<string, Style>();
  const resolve = (name: string | undefined, hops: number): Style => {
    const element = name === undefined || hops > MOST_PARENTS ? undefined : elements.get(name);
    if (!element) return PLAIN;
    const found = known.get(name!);
    if (found) return found;
    const style = readStyle(element, resolve(attributeOf(element, "parent-style-name"), hops + 1));
    known.set(name!, style);
    return style;
  };
  return (name) => resolve(name, 0);
}

/** The size in points of text of which no style says another. */
export function usualSizeIn(roots: readonly (XmlElement | null)[]): number {
  const styles = roots.flatMap((root) => descendantsOf(root, "default-style"));
  const ofText = styles.find((style) => attributeOf(style, "family") === "paragraph");
  return (ofText && lookOfStyle(ofText).size) ?? USUAL_SIZE;
}

function readStyle(element: XmlElement, parent: Style): Style {
  const name = attributeOf(element, "display-name") ?? attributeOf(element, "name") ?? "";
  const text = childOf(element, "text-properties");
  const position = attributeOf(text, "text-position");
  const list = attributeOf(element, "list-style-name");
  return {
    raised: position === undefined ? parent.raised : !ON_THE_LINE.test(position.trim()),
    heading: parent.heading || HEADING_NAME.test(name) || Number(attributeOf(element, "default-outline-level")) > 0,
    look: { ...parent.look, ...lookOfStyle(element, parent.look.size) },
    list: list === undefined ? parent.list : list === "" ? undefined : list,
  };
}
