/**
 * The XML of the main part in; its tags and texts one by one out, with names under the usual prefixes whatever the part's
 * own are. The main part is written anew tag by tag: no tree of it is built here, only of the properties in it.
 */
import { checkLimit, deadlineOfSteps, type Limits } from "../limits.js";
import {
  damagedPart,
  declaresEntities,
  declaringPart,
  decodedXml,
  escapedXml,
  localName,
  type XmlElement,
} from "../xml.js";

/** Namespace → usual prefix, in the transitional and the strict form of the standard. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
  "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
  "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
  "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
  "urn:schemas-microsoft-com:vml": "v",
};

export interface OpenTag extends Pick<XmlElement, "name" | "attributes"> {
  readonly kind: "open";
  /** With the usual prefix, e.g. "w:p". */
  readonly name: string;
  /** True for <x/>: no close tag follows. */
  readonly empty: boolean;
}

export type XmlToken =
  OpenTag | { readonly kind: "close" } | { readonly kind: "text"; /** Escaped. */ readonly xml: string };

const CLOSE = { kind: "close" } as const;
/** What the main part is called in errors, whatever the file calls it. */
const PART = "word/document.xml";

/** An element counts so often: the library that reads documents makes as many trees of it. */
const TREES = 5;

/** A function that gives the next token, or null at the end. @throws UnreadableDocumentError "damaged", "limit-exceeded" */
export function scanXml(xml: string, limits: Limits): () => XmlToken | null {
  const open: string[] = [];
  const nameOf = usualNames();
  const checkTime = deadlineOfSteps(limits);
  let at = 0;
  let nodes = 0;
  const goBehind = (mark: string) => {
    const start = at;
    const end = xml.indexOf(mark, start);
    if (end < 0) throw damagedPart(PART);
    at = end + mark.length;
    return xml.slice(start, at);
  };
  const openTag = (tag: string): OpenTag => {
    const raw = /^<([^\s/>]+)/.exec(tag)?.[1] ?? "";
    const name = nameOf(raw, tag, open.length === 0);
    const empty = tag.endsWith("/>");
    checkTime();
    checkLimit(limits, "nodes", (nodes += TREES));
    if (!empty) checkLimit(limits, "depth", open.push(raw));
    return {
      ...{ kind: "open", name, empty },
      get attributes() {
        return attributesOf(tag);
      },
    };
  };
  return () => {
    while (at < xml.length) {
      const start = at;
      if (xml.charCodeAt(at) !== 60) {
        const next = xml.indexOf("<", at);
        at = next < 0 ? xml.length : next;
        if (open.length > 0) return { kind: "text", xml: xml.slice(start, at) };
      } else if (xml.startsWith("<!--", at)) goBehind("-->");
      else if (xml.startsWith("<?", at)) goBehind("?>");
      else if (xml.startsWith("<![CDATA[", at)) return { kind: "text", xml: escapedXml(goBehind("]]>").slice(9, -3)) };
      else if (xml.startsWith("<!", at)) {
        if (declaresEntities(goBehind(">"))) throw declaringPart(PART);
      } else if (xml.startsWith("</", at)) {
        const name = goBehind(">").slice(2, -1).trimEnd();
        if (open.pop() !== name) throw damagedPart(PART);
        return CLOSE;
      } else {
        at = tagEnd(xml, at);
        if (at < 0) throw damagedPart(PART);
        return openTag(xml.slice(start, at));
      }
    }
    if (open.length > 0) throw damagedPart(PART);
    return null;
  };
}

/** A function that gives a tag's name under the usual prefix; it learns the part's own prefixes from the tags. */
function usualNames(): (raw: string, tag: string, root: boolean) => string {
  const usual = new Map<string, string>();
  const names = new Map<string, string>();
  return (raw, tag, root) => {
    if (tag.includes("xmlns")) {
      for (const [, prefix = "", , uri] of tag.matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*(["'])(.*?)\2/g)) {
        const name = PREFIXES[uri!];
        // A default namespace of an inner element would be mistaken for the part's.
        if (name === undefined || (prefix === "" && !root)) continue;
        usual.set(prefix, name);
        names.clear();
      }
    }
    let name = names.get(raw);
    if (name === undefined) {
      const colon = raw.indexOf(":");
      const prefix = usual.get(raw.slice(0, Math.max(0, colon)));
      names.set(raw, (name = prefix === undefined ? raw : `${prefix}:${raw.slice(colon + 1)}`));
    }
    return name;
  };
}

/** Behind the ">" that ends the tag: one in an attribute's value doesn't. */
function tagEnd(xml: string, start: number): number {
  let end = xml.indexOf(">", start);
  if (end < 0) return -1;
  if (isWhole(xml, start, end)) return end + 1;
  let quote = 0;
  for (end = start + 1; end < xml.length; end++) {
    const code = xml.charCodeAt(end);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return end + 1;
  }
  return -1;
}

/** True where every quote between the two places is closed. */
function isWhole(xml: string, start: number, end: number): boolean {
  let quote = 0;
  for (let at = start; at < end; at++) {
    const code = xml.charCodeAt(at);
    if (quote === 0) {
      if (code === 34 || code === 39) quote = code;
    } else if (code === quote) quote = 0;
  }
  return quote === 0;
}

function attributesOf(tag: string): Record<string, string> {
  const found = tag.matchAll(/\s([^\s=<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries(Array.from(found, ([, name, a, b]) => [name!, decodedXml(a ?? b ?? "")]));
}

/** The element with those below it as a tree; texts are left out. The scanner stands behind the close tag afterwards. */
export function readElement(tag: OpenTag, next: () => XmlToken | null): XmlElement {
  const { name, attributes } = tag;
  const children: XmlElement[] = [];
  if (!tag.empty) {
    for (let token = next(); token && token.kind !== "close"; token = next()) {
      if (token.kind === "open") children.push(readElement(token, next));
    }
  }
  return { name, local: localName(name), attributes, children };
}

/** Goes on behind the element's close tag. */
export function skipElement(tag: OpenTag, next: () => XmlToken | null): void {
  if (!tag.empty) skipRest(next);
}

/** Goes on behind the close tag of the element that the scanner is inside of. */
export function skipRest(next: () => XmlToken | null): void {
  let depth = 1;
  for (let token = next(); token; token = next()) {
    if (token.kind === "open" && !token.empty) depth++;
    else if (token.kind === "close" && --depth === 0) return;
  }
}
