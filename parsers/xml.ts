/**
 * Bytes of an XML part in; its elements as a small tree out, within the limits. A document type that declares anything is
 * refused, so that no entity is ever expanded, and nothing is ever fetched.
 */
import { Parser } from "htmlparser2";
import { decodeText } from "./charset.js";
import { UnreadableDocumentError } from "./errors.js";
import { checkLimit, deadlineOfSteps, type Limits } from "./limits.js";
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

export const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/** True for a document type with declarations of its own, which may be entities: programs never write one. */
export const declaresEntities = (documentType: string): boolean => documentType.includes("[");

/**
 * Parses a part.
 * @param part its name, for the error
 * @throws UnreadableDocumentError "damaged" where elements are left open or cross, or the document type declares
 *   something; "limit-exceeded" for xmlBytes, depth, nodes
 */
export function parseXml(bytes: Uint8Array, part: string, limits: Limits): XmlElement {
  checkLimit(limits, "xmlBytes", bytes.length);
  return parseXmlText(decodeText(bytes).text.replace(/^\ufeff/, ""), part, limits);
}

/** Parses the text of a part, as parseXml its bytes. */
export function parseXmlText(xml: string, part: string, limits: Limits): XmlElement {
  const root: OpenElement = { name: "", local: "", attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  let nodes = 0;
  let openedAt = -1;
  const checkTime = deadlineOfSteps(limits);
  const count = () => {
    checkTime();
    checkLimit(limits, "nodes", ++nodes);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        count();
        checkLimit(limits, "depth", open.length);
        const element: OpenElement = { name, local: localName(name), attributes, children: [] };
        open.at(-1)!.children.push(element);
        open.push(element);
        openedAt = parser.endIndex;
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
      onclosetag(_, implied) {
        // An empty element's tag also closes it; any other that closes without a tag of its own crosses another.
        if (implied && parser.endIndex !== openedAt) throw damagedPart(part);
        open.pop();
      },
      onprocessinginstruction(_, text) {
        if (text.startsWith("!") && declaresEntities(text)) throw declaringPart(part);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  const isWhole = open.length === 1;
  if (isWhole) parser.end();
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

/** @param part its name */
export function damagedPart(part: string): UnreadableDocumentError {
  return new UnreadableDocumentError("damaged", {
    zh: `文件中的 ${part} 缺失或已损坏`,
    en: `the part ${part} of the file is missing or damaged`,
  });
}

/** @param part its name */
export function declaringPart(part: string): UnreadableDocumentError {
  return new UnreadableDocumentError("damaged", {
    zh: `文件中的 ${part} 带有文档类型声明（DOCTYPE 中的实体等），出于安全不予读取；请用办公软件重新保存`,
    en: `the part ${part} of the file declares entities in its document type, which is not read for safety; save it anew`,
  });
}

/** Text as XML writes it, in elements and in quoted values. */
export const escapedXml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text that XML writes so: the five entities that it knows and the characters told by number. */
export function decodedXml(xml: string): string {
  if (!xml.includes("&")) return xml;
  return xml.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{2,4}));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
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
export function attributeOf(element: Pick<XmlElement, "attributes"> | undefined, local: string): string | undefined {
  if (!element) return undefined;
  const { attributes } = element;
  const name = local in attributes ? local : Object.keys(attributes).find((key) => localName(key) === local);
  return name === undefined ? undefined : attributes[name];
}

/** An attribute as a number. */
export function numberOf(element: Pick<XmlElement, "attributes"> | undefined, local: string): number | undefined {
  const value = attributeOf(element, local);
  const number = value === undefined ? NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}
