/** Elements of the properties of a Word document in; what they are set to out. */
import { attributeOf, childOf, type XmlElement } from "../xml.js";

/** An on/off property: on where the element is there and its value doesn't say otherwise; null where it isn't there. */
export function isOn(element: XmlElement | undefined): boolean | null {
  return element ? !/^(?:0|false|off)$/.test(attributeOf(element, "val") ?? "1") : null;
}

/** The value of a child's w:val, or null. */
export const valueOf = (element: XmlElement | undefined, local: string): string | null =>
  attributeOf(childOf(element, local), "val") ?? null;
