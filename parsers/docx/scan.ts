/**
 * The XML of the main part in; its tags and texts one by one out, with names under the usual prefixes whatever the part's
 * own are. The main part is written anew tag by tag: no tree of it is built here, only of the properties in it.
 */
import { checkLimit, deadlineOfSteps, type Limits } from "../limits.js";
import { damagedPart, declaresEntities, declaringPart, escapedXml, localName, type XmlElement } from "../xml.js";
import { tagsOfPart, type OpenTag, type Tags } from "./tag.js";

export type XmlToken =
  OpenTag | { readonly kind: "close" } | { readonly kind: "text"; /** Escaped. */ readonly xml: string };

const CLOSE = { kind: "close" } as const;
/** What the main part is called in errors, whatever the file calls it. */
const PART = "word/document.xml";

/** An element counts so often: the library that reads documents makes as many trees of it. */
const TREES = 5;

/** A part that is being read. */
export interface Scan {
  readonly xml: string;
  readonly limits: Limits;
  readonly checkTime: () => void;
  readonly tags: Tags;
  /** Names of the open elements, as written. */
  readonly open: string[];
  /** Behind the last token, and where it began. */
  at: number;
  start: number;
  nodes: number;
  /** Most elements that were open at once since it was last set back. */
  deepest: number;
  /** Elements that were read before, by their text. */
  readonly elements: Map<string, KnownElement>;
}

interface KnownElement {
  readonly element: XmlElement;
  /** What those below it add to the nodes and to the depth. */
  readonly nodes: number;
  readonly depth: number;
}

export const scanXml = (xml: string, limits: Limits): Scan => ({
  ...{ xml, limits, checkTime: deadlineOfSteps(limits), tags: tagsOfPart(), open: [], elements: new Map() },
  ...{ at: 0, start: 0, nodes: 0, deepest: 0 },
});

/** The next tag or text, or null at the end. @throws UnreadableDocumentError "damaged", "limit-exceeded" */
export function nextToken(scan: Scan): XmlToken | null {
  const { xml, open } = scan;
  while (scan.at < xml.length) {
    const { at } = scan;
    scan.start = at;
    if (xml.charCodeAt(at) !== 60) {
      const next = xml.indexOf("<", at);
      scan.at = next < 0 ? xml.length : next;
      if (open.length > 0) return { kind: "text", xml: xml.slice(at, scan.at) };
    } else if (xml.startsWith("</", at)) {
      closeElement(scan);
      return CLOSE;
    } else if (xml.startsWith("<!", at) || xml.startsWith("<?", at)) {
      const text = readDeclaration(scan);
      if (text !== null) return { kind: "text", xml: text };
    } else return openElement(scan);
  }
  if (open.length > 0) throw damagedPart(PART);
  return null;
}

/** Goes on behind the mark. @returns what stands up to there */
function goBehind(mark: string, scan: Scan): string {
  const start = scan.at;
  const end = scan.xml.indexOf(mark, start);
  if (end < 0) throw damagedPart(PART);
  scan.at = end + mark.length;
  return scan.xml.slice(start, scan.at);
}

/** Goes on behind what is no element. @returns its text, null where it has none */
function readDeclaration(scan: Scan): string | null {
  const { xml, at } = scan;
  if (xml.startsWith("<!--", at)) goBehind("-->", scan);
  else if (xml.startsWith("<?", at)) goBehind("?>", scan);
  else if (xml.startsWith("<![CDATA[", at)) return escapedXml(goBehind("]]>", scan).slice(9, -3));
  else if (declaresEntities(goBehind(">", scan))) throw declaringPart(PART);
  return null;
}

function closeElement(scan: Scan): void {
  const { xml, at } = scan;
  const raw = scan.open.pop();
  if (raw !== undefined && xml.startsWith(raw, at + 2) && xml.charCodeAt(at + 2 + raw.length) === 62) {
    scan.at = at + raw.length + 3;
  } else if (goBehind(">", scan).slice(2, -1).trimEnd() !== raw) throw damagedPart(PART);
}

function openElement(scan: Scan): OpenTag {
  const { limits, open } = scan;
  const tag = readTag(scan);
  scan.checkTime();
  checkLimit(limits, "nodes", (scan.nodes += TREES));
  if (!tag.empty) {
    const depth = open.push(tag.raw);
    if (depth > scan.deepest) scan.deepest = depth;
    checkLimit(limits, "depth", depth);
  }
  return tag;
}

function readTag(scan: Scan): OpenTag {
  const { xml, at, tags, elements } = scan;
  const first = xml.indexOf(">", at) + 1;
  if (first === 0) throw damagedPart(PART);
  const short = xml.slice(at, first);
  const known = tags.known(short);
  if (known) {
    scan.at = first;
    return known;
  }
  const end = tagEnd(xml, at, first);
  if (end < 0) throw damagedPart(PART);
  scan.at = end;
  const tag = tags.read(end === first ? short : xml.slice(at, end), scan.open.length === 0);
  if (tag.declares) elements.clear();
  return tag;
}

/** Behind the ">" that ends the tag: one in an attribute's value doesn't. */
function tagEnd(xml: string, start: number, first: number): number {
  if (isWhole(xml, start, first - 1)) return first;
  let quote = 0;
  for (let end = start + 1; end < xml.length; end++) {
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

/** Longer elements seldom come twice. */
const LONGEST_KNOWN = 500;
/** Distinct elements that are kept. */
const MOST_KNOWN = 500;

/**
 * The element of the tag that came last, with those below it as a tree; texts are left out. The scan stands behind the
 * close tag afterwards. A document has few kinds of properties: what was read before in the same words isn't read again.
 */
export function readElement(tag: OpenTag, scan: Scan): XmlElement {
  if (tag.empty) return readTree(tag, scan);
  const { start, nodes, elements } = scan;
  const text = textAhead(tag, scan);
  const known = elements.get(text);
  if (known && passKnown(text, known, scan)) return known.element;
  const depth = (scan.deepest = scan.open.length);
  const element = readTree(tag, scan);
  if (text !== "" && scan.at === start + text.length) {
    if (elements.size >= MOST_KNOWN) elements.clear();
    elements.set(text, { element, nodes: scan.nodes - nodes, depth: scan.deepest - depth });
  }
  return element;
}

/** The text from the tag that came last to the nearest close tag of its name; "" where that may not tell the element. */
function textAhead({ close }: OpenTag, { xml, start, at }: Scan): string {
  const end = xml.slice(at, at + LONGEST_KNOWN).indexOf(close);
  const text = end < 0 ? "" : xml.slice(start, at + end + close.length);
  return text.includes("xmlns") ? "" : text;
}

/** Goes on behind the element, if no limit says to read it again and to stop at its place. */
function passKnown(text: string, { nodes, depth }: KnownElement, scan: Scan): boolean {
  const { limits, open } = scan;
  if (scan.nodes + nodes > limits.nodes || open.length + depth > limits.depth) return false;
  scan.checkTime();
  scan.nodes += nodes;
  scan.at = scan.start + text.length;
  open.pop();
  return true;
}

function readTree({ name, attributes, empty }: OpenTag, scan: Scan): XmlElement {
  const children: XmlElement[] = [];
  if (!empty) {
    for (let token = nextToken(scan); token && token.kind !== "close"; token = nextToken(scan)) {
      if (token.kind === "open") children.push(readTree(token, scan));
    }
  }
  return { name, local: localName(name), attributes, children };
}

/** Goes on behind the element's close tag. */
export function skipElement(tag: OpenTag, scan: Scan): void {
  if (!tag.empty) skipRest(scan);
}

/** Goes on behind the close tag of the element that the scan is inside of. */
export function skipRest(scan: Scan): void {
  let depth = 1;
  for (let token = nextToken(scan); token; token = nextToken(scan)) {
    if (token.kind === "open" && !token.empty) depth++;
    else if (token.kind === "close" && --depth === 0) return;
  }
}
