/** An element of a page in; whether it is navigation or other furniture rather than the article, out. */
import { isText, type AnyNode } from "domhandler";
import type { StyleSheet } from "./css.js";
import { isElement, type PageElement } from "./element.js";
import { isHidden } from "./style.js";

/** How much text an element holds, and how much of it is inside links. */
export interface Weight {
  readonly text: number;
  readonly linked: number;
  readonly links: number;
  /** How much of it is inside tables of more than one cell; of such a table, all. */
  readonly nested: number;
  /** Cells inside. */
  readonly cells: number;
}

const NOTHING: Weight = { text: 0, linked: 0, links: 0, nested: 0, cells: 0 };

/** Elements that never hold prose. */
const NEVER = new Set(
  "script style noscript template head nav aside footer button select textarea input iframe object embed svg canvas audio video map".split(
    " ",
  ),
);
/** Names that page builders give to what surrounds the article. */
const FURNITURE_NAME =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|bread|breadcrumbs?|crumbs?|sidebar|side|aside|footer?|foot|topbar|toolbar|share|related|recommend|pager?|pagination|copyright|links?|friendlinks?|login|search|tags?|hot|rank|prevnext|weizhi|location|ewm|qrcode|print|fontsize)(?:$|[\s_-]|\d)/i;
/** A page's line that says where in the site one is. */
const WHERE = /^\s*(?:您|你)?(?:现在)?(?:的)?(?:当前|所在)?(?:的)?位置(?:是)?\s*[:：]/;

/** Share of a page's text above which nothing is furniture, whatever it is called. */
const ARTICLE_SHARE = 0.4;
const LINK_SHARE = 0.6;

/** Weighs every element that is shown once, from the leaves up; the weight of all. */
export function weigh(root: AnyNode, sheet: StyleSheet, checkTime: () => void): Weight {
  return weightOf(root, false, { sheet, checkTime });
}

function weightOf(node: AnyNode, inLink: boolean, page: { sheet: StyleSheet; checkTime: () => void }): Weight {
  if (!("children" in node)) return NOTHING;
  page.checkTime();
  const element = isElement(node) ? node : null;
  const tag = element?.name;
  if (tag === "script" || tag === "style" || (element && isHidden(element, page.sheet))) return NOTHING;
  const link = tag === "a" && "href" in element!.attribs;
  const linked = inLink || link;
  const weight = { text: 0, linked: 0, links: link ? 1 : 0, nested: 0, cells: tag === "td" || tag === "th" ? 1 : 0 };
  for (const child of node.children) {
    if (isText(child)) {
      const length = printedLength(child.data);
      weight.text += length;
      if (linked) weight.linked += length;
      continue;
    }
    const inner = weightOf(child, linked, page);
    if (inner === NOTHING) continue;
    weight.text += inner.text;
    weight.linked += inner.linked;
    weight.links += inner.links;
    weight.nested += inner.nested;
    weight.cells += inner.cells;
  }
  if (tag === "table" && weight.cells > 1) weight.nested = weight.text;
  if (element) element.weight = weight;
  return weight;
}

const UNPRINTED = /[\0- \u00a0\u3000]/;

/** Characters that aren't white space. */
function printedLength(text: string): number {
  // Most texts have none, which an expression sees in a third of the time.
  if (!UNPRINTED.test(text)) return text.length;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Most characters are Chinese.
    if (code > 0x3000 || (code > 32 && code !== 0xa0 && code !== 0x3000)) length++;
  }
  return length;
}

/** Elements that are never furniture, whatever they are called. */
const ARTICLE = new Set("html body main article h1 h2 h3 h4 h5 h6 a span font b strong u em i tbody thead".split(" "));

/** True for an element that the article does without. */
export function isFurniture(element: PageElement, total: number): boolean {
  if (NEVER.has(element.name)) return true;
  if (ARTICLE.has(element.name)) return false;
  const weight = element.weight ?? NOTHING;
  if (weight.text > total * ARTICLE_SHARE) return false;
  const mostlyLinks = weight.links >= 2 && weight.linked >= weight.text * LINK_SHARE;
  if (mostlyLinks) return true;
  if (weight.nested === 0 && isNamedFurniture(element)) return true;
  return weight.links > 0 && weight.text < 200 && WHERE.test(textStart(element));
}

function isNamedFurniture({ attribs }: PageElement): boolean {
  const { class: classes, id } = attribs;
  if (classes === undefined && id === undefined) return false;
  return FURNITURE_NAME.test(`${classes ?? ""} ${id ?? ""}`);
}

function textStart(element: PageElement): string {
  let text = "";
  const stack: AnyNode[] = [element];
  while (stack.length > 0 && text.trim().length < 12) {
    const node = stack.pop()!;
    if (isText(node)) text += node.data;
    else if ("children" in node) for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at]!);
  }
  return text.trimStart();
}
