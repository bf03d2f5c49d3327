/**
 * The text of style sheets and style attributes in; its rules and declarations out, of the few properties that tell what
 * is shown and what is laid out as a table. Print and other foreign media and states don't count; of pseudo-elements only
 * what they print does.
 */
import { compile } from "css-select";
import { parse, type Selector } from "css-what";
import type { AnyNode, Element } from "domhandler";

export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

export interface Rule {
  readonly selector: string;
  readonly parts: readonly Selector[];
  readonly specificity: number;
  readonly declarations: readonly Declaration[];
  /** True for what is printed before or behind the content of the element. */
  readonly generating: boolean;
  /** Compiled when the first candidate comes; null where the selector isn't supported. */
  matches?: ((element: AnyNode) => boolean) | null;
}

const PROPERTIES = new Set(
  `display visibility opacity font-size text-indent position left top right margin-left width height max-height
   overflow overflow-x overflow-y clip clip-path transform white-space content-visibility mso-hide vertical-align text-decoration text-decoration-line
   grid-template-columns grid-column grid-row color font font-variant-position content background background-image
   background-clip -webkit-background-clip unicode-bidi direction`.split(/\s+/),
);
/** Rules beyond these are left alone: no page has so many that hide or lay out anything. */
const MOST_RULES = 5_000;
/** Blocks inside each other; a style sheet has three or four. */
const DEEPEST = 20;
const SHOWN_MEDIA = /^\s*(?:@media\s*(?:(?:only\s+)?(?:all|screen)\b|\()|@supports\b|@layer\b|@container\b)/i;
export const isId = (part: Selector) => part.type === "attribute" && part.name === "id" && part.action === "equals";
export const isClass = (part: Selector) =>
  part.type === "attribute" && part.name === "class" && part.action === "element";

export function readRules(css: string): Rule[] {
  const rules: Rule[] = [];
  for (const { selectors, body } of blocksOf(css.replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, ""))) {
    const all = readDeclarations(body);
    if (all.length === 0) continue;
    const content = all.filter(({ property }) => property === "content");
    const own = all.filter(({ property }) => property !== "content");
    for (const selector of selectorsOf(selectors)) {
      const declarations = selector.generating ? content : own;
      if (declarations.length > 0 && rules.length < MOST_RULES) rules.push({ ...selector, declarations });
    }
  }
  return rules;
}

/** What a rule prints before or behind an element, at the end of its selector. */
const GENERATING = /::?(?:before|after)$/i;

/** The innermost blocks of the media that a screen shows. */
function* blocksOf(css: string): Generator<{ selectors: string; body: string }> {
  const shown: boolean[] = [];
  let start = 0;
  let selectors: string | null = null;
  for (const { 0: brace, index } of css.matchAll(/[{}]/g)) {
    const text = css.slice(start, index);
    start = index + 1;
    if (selectors !== null && shown.every(Boolean)) yield { selectors, body: text };
    selectors = null;
    if (brace === "}") {
      shown.pop();
      continue;
    }
    const head = text.slice(text.lastIndexOf(";") + 1);
    const isRule = !head.trim().startsWith("@");
    shown.push(isRule || SHOWN_MEDIA.test(head));
    if (isRule) selectors = head;
    if (shown.length > DEEPEST) return;
  }
}

function selectorsOf(text: string): Omit<Rule, "declarations" | "matches">[] {
  return text
    .split(",")
    .map((selector) => selector.trim())
    .flatMap((written) => {
      if (written === "" || written.length > 300) return [];
      const generating = GENERATING.test(written);
      const selector = generating ? written.replace(GENERATING, "").replace(/(?:^|[\s>+~])$/, "$&*") : written;
      try {
        const [parts] = parse(selector);
        return parts ? [{ selector, parts, specificity: specificityOf(parts), generating }] : [];
      } catch {
        // What isn't a selector selects nothing.
        return [];
      }
    });
}

function specificityOf(selector: readonly Selector[]): number {
  return selector.reduce((sum, part) => {
    if (part.type === "attribute") return sum + (isId(part) ? 10_000 : 100);
    if (part.type === "pseudo") return sum + 100;
    return part.type === "tag" ? sum + 1 : sum;
  }, 0);
}

export function readDeclarations(text: string): Declaration[] {
  return text.split(";").flatMap((part) => {
    const colon = part.indexOf(":");
    const property = part.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (!PROPERTIES.has(property) || (/^background(?:-image)?$/.test(property) && !/url\(/i.test(part))) return [];
    const value = part
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const important = value.endsWith("!important") || /!\s*important$/.test(value);
    return [{ property, value: value.replace(/(?<!\s)\s*!\s*important$/, ""), important }];
  });
}

export function applies(rule: Rule, element: Element): boolean {
  if (rule.matches === undefined) {
    try {
      rule.matches = compile<AnyNode, Element>(rule.selector);
    } catch {
      // A selector that the library doesn't know, such as a pseudo-element, styles nothing that is read here.
      rule.matches = null;
    }
  }
  return rule.matches?.(element) ?? false;
}
