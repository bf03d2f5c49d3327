/**
 * Bytes of an XML part in; its elements as a small tree out, within the limits. Entities that a document type declares
 * are never expanded, and nothing is ever fetched.
 */
import { Parser } from "htmlparser2";
import { decodeText } from "./charset.js";
import { UnreadableDocumentError } from "./errors.js";
import { checkLimit, type Limits } from "./limits.js";
import type { Zip } from "./zip.js";

export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  /** Without its prefix. */
  readonly local: string;
  /** By name as written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Parses a part.
 * @param part its name, for the error
 * @throws UnreadableDocumentError "damaged" where elements are left open, "limit-exceeded" for xmlBytes, depth, nodes
 */
export function parseXml(bytes: Uint8Array, part: string, limits: Limits): XmlElement {
  checkLimit(limits, "xmlBytes", bytes.length);
  const root: OpenElement = { name: "", local: "", attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  let nodes = 0;
  const count = () => checkLimit(limits, "nodes", ++nodes);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        count();
        checkLimit(limits, "depth", open.length);
        const element: OpenElement = { name, local: localName(name), attributes, children: [] };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      ontext(text) {
        const siblings = open.at(-1)!.children;
        const last = siblings.length - 1;
        if (typeof siblings[last] === "string") siblings[last] += text;
        else {
          count();
          siblings.push(text);
        }
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(decodeText(bytes).text.replace(/^\ufeff/, ""));
  const isWhole = open.length === 1;
  parser.end();
  const element = root.children.find((child): child is OpenElement => typeof child !== "string");
  if (!element || !isWhole) throw damagedPart(part);
  return element;
}

/** The named part of a zip, or null where there is none. */
export function readXmlPart(zip: Zip, part: string, limits: Limits): XmlElement | null {
  checkLimit(limits, "xmlBytes", zip.sizeOf(part));
  const bytes = zip.read(part);
  return bytes && parseXml(bytes, part, limits);
}

export function damagedPart(part: string): UnreadableDocumentError {
  return new UnreadableDocumentError("damaged", {
    zh: `文件中的 ${part} 缺失或已损坏`,
    en: `the part ${part} of the file is missing or damaged`,
  });
}

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== "string";

/** The child elements, or those of one local name. */
export function elementsOf(element: XmlElement | null | undefined, local?: string): XmlElement[] {
  return (element?.children ?? []).filter(isElement).filter((child) => local === undefined || child.local === local);
}

/** The first child element of the local name. */
export const childOf = (element: XmlElement | null | undefined, local: string): XmlElement | undefined =>
  (element?.children ?? []).filter(isElement).find((child) => child.local === local);

/** All text inside, in order. */
export const textOf = (element: XmlElement | undefined): string =>
  (element?.children ?? []).map((child) => (typeof child === "string" ? child : textOf(child))).join("");

/** All elements of the local name inside, in order. */
export function descendantsOf(element: XmlElement | null | undefined, local: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => [
    ...(child.local === local ? [child] : []),
    ...descendantsOf(child, local),
  ]);
}

/** An attribute by its local name. */
export function attributeOf(element: XmlElement | undefined, local: string): string | undefined {
  if (!element) return undefined;
  const { attributes } = element;
  const name = local in attributes ? local : Object.keys(attributes).find((key) => localName(key) === local);
  return name === undefined ? undefined : attributes[name];
}

/** An attribute as a number. */
export function numberOf(element: XmlElement | undefined, local: string): number | undefined {
  const value = attributeOf(element, local);
  const number = value === undefined ? NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}
