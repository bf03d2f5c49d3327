/** The elements of a page, each with what is found out about it while the page is read. */
import { Element, isTag, type AnyNode, type ParentNode } from "domhandler";
import type { Declarations, Place } from "./css.js";
import type { Weight } from "./furniture.js";
import type { Display, Shown } from "./style.js";

/** What is undefined wasn't asked for yet. A page has thousands of elements: a map by element takes several times the memory and time of a field. */
export class PageElement extends Element {
  declarations: Declarations | undefined = undefined;
  place: Place | undefined = undefined;
  hidden: boolean | undefined = undefined;
  display: Display | undefined = undefined;
  /** What holds inside, of elements that were come to. */
  shown: Shown | undefined = undefined;
  /** Of what is hidden, it stays undefined. */
  weight: Weight | undefined = undefined;

  constructor(name: string, attribs: Record<string, string>, namespace: string) {
    super(name, attribs, []);
    this.namespace = namespace;
  }
}

/** Elements that stand in the line, unless a style says otherwise. */
export const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code dfn em font i ins kbd label mark nobr o:p q rb ruby s samp small span strike
   strong sub sup tt u var wbr`.split(/\s+/),
);

/** All elements of a tree that parseTree has built are of this class. */
export const isElement = (node: AnyNode): node is PageElement => isTag(node);

/** The elements of these names in the order of the page, those inside others of them too. */
export function elementsNamed(names: ReadonlySet<string>, root: ParentNode): PageElement[] {
  const found: PageElement[] = [];
  findNamed(names, root, found);
  return found;
}

function findNamed(names: ReadonlySet<string>, parent: ParentNode, found: PageElement[]): void {
  for (const node of parent.children) {
    if (!("children" in node)) continue;
    if (isElement(node) && names.has(node.name)) found.push(node);
    findNamed(names, node, found);
  }
}
