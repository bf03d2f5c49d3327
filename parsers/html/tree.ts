/**
 * Markup in; the tree of its elements, as a browser builds it, out. The limits are checked while the tree grows: a page
 * that nests without end, or that a parser multiplies (unclosed formatting, content misplaced in tables), is refused
 * before it takes memory or time.
 */
import { isText, type ChildNode, type Document, type ParentNode } from "domhandler";
import { Parser, type TreeAdapter } from "parse5";
import { adapter as domAdapter, type Htmlparser2TreeAdapterMap } from "parse5-htmlparser2-tree-adapter";
import { checkLimit, deadline, type Limits } from "../limits.js";
import { PageElement } from "./element.js";

/**
 * The parser gets the markup in pieces of this many characters (a piece costs time of its own), and the clock is looked at between two of them: inside
 * a tag nothing else stops it, and it compares every attribute with all others.
 */
const PIECE = 16_384;
/** Characters after which a text or attribute that goes on is made one string. */
const WHOLE = 16 * PIECE;
/** Nodes between two looks at the clock. */
const CLOCK_INTERVAL = 1_000;

/**
 * Attributes by name. Nothing is inherited, so that an attribute may be called "constructor" or "__proto__"; made by a
 * constructor, such an object takes a fraction of the memory and time of one that is made without a prototype.
 */
const Attributes = function () {
  // Holds nothing at first.
} as unknown as new () => Record<string, string>;
Attributes.prototype = Object.create(null) as object;
const NO_ATTRIBUTES: Record<string, string> = Object.freeze(new Attributes());

type Adapter = TreeAdapter<Htmlparser2TreeAdapterMap>;

/** @throws UnreadableDocumentError "limit-exceeded" for nodes, depth, attributes and milliseconds */
export function parseTree(html: string, limits: Limits): Document {
  const checkTime = deadline(limits);
  const parser = new Parser({ treeAdapter: limitedAdapter(limits, checkTime), scriptingEnabled: true });
  for (let at = 0; at < html.length; at += PIECE) {
    checkTime();
    parser.tokenizer.write(html.slice(at, at + PIECE), false);
    checkAttributes(parser.tokenizer, limits);
    if (at % WHOLE === 0) makeWhole(parser.tokenizer);
  }
  parser.tokenizer.write("", true);
  return parser.document;
}

/** What the tokenizer is in the middle of. */
interface Unfinished {
  readonly currentCharacterToken: { readonly chars: string } | null;
  readonly currentAttr: { readonly value: string } | undefined;
  readonly currentToken: { readonly attrs?: readonly unknown[] } | null;
}

/** The tokenizer compares each name of an attribute with all before it: a tag is stopped before it ends. */
function checkAttributes(tokenizer: object, limits: Limits): void {
  const { currentToken } = tokenizer as Unfinished;
  checkLimit(limits, "attributes", currentToken?.attrs?.length ?? 0);
}

/**
 * The tokenizer adds one character after the other, of which each takes forty times its size until somebody looks into
 * the text: V8 makes it one string then. A page may be a single text, or a picture in an attribute.
 */
function makeWhole(tokenizer: object): void {
  const { currentCharacterToken, currentAttr } = tokenizer as Unfinished;
  currentCharacterToken?.chars.charCodeAt(0);
  currentAttr?.value.charCodeAt(0);
}

/**
 * The same text, made one string as above while its characters are still at hand in the processor's cache: a whole tree of
 * texts takes several times as long afterwards. The parser leaves out the character that is asked for; a look whose result
 * doesn't matter would be compiled away.
 */
const oneString = (joined: string): string => (joined.charCodeAt(0) === 0 ? joined.slice(1) : joined);

function limitedAdapter(limits: Limits, checkTime: () => void): Adapter {
  let [nodes, moves, depth] = [0, 0, 0];
  const count = () => checkLimit(limits, "nodes", ++nodes);
  const countMove = () => {
    if (++moves % CLOCK_INTERVAL === 0) checkTime();
  };
  return {
    ...domAdapter,
    createElement(name, namespace, attributes) {
      count();
      checkLimit(limits, "attributes", attributes.length);
      const attribs = attributes.length === 0 ? NO_ATTRIBUTES : new Attributes();
      for (const attribute of attributes) attribs[attribute.name] = attribute.value;
      return new PageElement(name, attribs, namespace);
    },
    adoptAttributes(element, attributes) {
      if (element.attribs === NO_ATTRIBUTES) element.attribs = new Attributes();
      for (const { name, value } of attributes) element.attribs[name] ??= value;
    },
    onItemPush: () => checkLimit(limits, "depth", ++depth),
    onItemPop: () => void depth--,
    appendChild(parent, node) {
      countMove();
      append(parent, node);
    },
    insertText(parent, joined) {
      const text = oneString(joined);
      const last = parent.children.at(-1);
      if (last && isText(last)) last.data += text;
      else {
        count();
        append(parent, domAdapter.createTextNode(text));
      }
    },
    insertTextBefore(parent, text, reference) {
      const before = reference.prev;
      if (before && isText(before)) before.data += text;
      else {
        count();
        insertBefore(parent, domAdapter.createTextNode(text), reference);
      }
    },
    insertBefore(parent, node, reference) {
      countMove();
      insertBefore(parent, node, reference);
    },
  };
}

/** Most elements hold one node: a list made of it takes a seventh of the memory of one that grows. */
function append(parent: ParentNode, node: ChildNode): void {
  const { children } = parent;
  const last = children.length - 1;
  node.parent = parent;
  if (last < 0) {
    parent.children = [node];
    return;
  }
  const prev = children[last]!;
  prev.next = node;
  node.prev = prev;
  children.push(node);
}

/** What a page misplaces in a table goes before the table, near the end of its parent: looked for from there. */
function insertBefore(parent: ParentNode, node: ChildNode, reference: ChildNode): void {
  const { prev } = reference;
  if (prev) prev.next = node;
  Object.assign(node, { prev, next: reference, parent });
  reference.prev = node;
  parent.children.splice(parent.children.lastIndexOf(reference), 0, node);
}
