/**
 * The style sheets of a page in; for each element the declarations that hold for it out, of the few properties that tell
 * what is shown and what is laid out as a table. Print and other foreign media, pseudo-elements and states don't count.
 */
import { compile } from "css-select";
import { parse, type Selector } from "css-what";
import type { AnyNode, Element } from "domhandler";

export type Declarations = ReadonlyMap<string, string>;

export interface StyleSheet {
  readonly declarationsOf: (element: Element) => Declarations;
}

interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

interface Rule {
  readonly selector: string;
  readonly specificity: number;
  readonly declarations: readonly Declaration[];
  /** Compiled when the first candidate comes; null where the selector isn't supported. */
  matches?: ((element: AnyNode) => boolean) | null;
}

const PROPERTIES = new Set(
  `display visibility opacity font-size text-indent position left top right margin-left width height max-height
   overflow overflow-x overflow-y clip clip-path transform white-space content-visibility mso-hide
   grid-template-columns grid-column grid-row`.split(/\s+/),
);
/** Rules beyond these are left alone: no page has so many that hide or lay out anything. */
const MOST_RULES = 5_000;
/** Blocks inside each other; a style sheet has three or four. */
const DEEPEST = 20;
const SHOWN_MEDIA = /^\s*(?:@media\s*(?:(?:only\s+)?(?:all|screen)\b|\()|@supports\b|@layer\b|@container\b)/i;
const NONE: Declarations = new Map();

export function readStyleSheet(css: string): StyleSheet {
  const rules = indexed(readRules(css));
  const known = new Map<Element, Declarations>();
  /** Pages repeat the same style attribute thousands of times. */
  const inline = new Map<string, readonly Declaration[]>();
  const inlineOf = (text: string) => {
    let declarations = inline.get(text);
    if (!declarations) inline.set(text, (declarations = readDeclarations(text)));
    return declarations;
  };
  const declarationsOf = (element: Element): Declarations => {
    const { style } = element.attribs;
    if (rules.size === 0 && style === undefined) return NONE;
    let declarations = known.get(element);
    if (!declarations) {
      const own = style === undefined ? [] : inlineOf(style);
      known.set(element, (declarations = cascade(own, holdingRules(element, rules))));
    }
    return declarations;
  };
  return { declarationsOf };
}

/** Rules by the last class, id or element name of their selector, as browsers look them up. */
type RuleIndex = ReadonlyMap<string, readonly (readonly [order: number, rule: Rule])[]>;

function indexed(rules: readonly Rule[]): RuleIndex {
  const index = new Map<string, [number, Rule][]>();
  rules.forEach((rule, order) => {
    const key = keyOf(parse(rule.selector)[0] ?? []);
    const entries = index.get(key);
    if (entries) entries.push([order, rule]);
    else index.set(key, [[order, rule]]);
  });
  return index;
}

function keyOf(selector: readonly Selector[]): string {
  let tag = "*";
  for (const part of [...selector].reverse()) {
    if (part.type === "attribute" && part.name === "id" && part.action === "equals") return `#${part.value}`;
    if (part.type === "attribute" && part.name === "class" && part.action === "element") return `.${part.value}`;
    if (part.type === "tag") tag = part.name;
    else if (!("action" in part) && part.type !== "pseudo" && part.type !== "universal") break;
  }
  return tag;
}

function holdingRules(element: Element, rules: RuleIndex): (readonly [number, Rule])[] {
  const found: (readonly [number, Rule])[] = [];
  const add = (key: string) => {
    for (const entry of rules.get(key) ?? []) if (applies(entry[1], element)) found.push(entry);
  };
  if (rules.size === 0) return found;
  add("*");
  add(element.name);
  const { id, class: classes } = element.attribs;
  if (id) add(`#${id}`);
  if (classes) for (const name of new Set(classes.split(/\s+/))) add(`.${name}`);
  return found;
}

/** Important ones win, then inline ones, then the more specific, then the later. */
function cascade(inline: readonly Declaration[], rules: readonly (readonly [number, Rule])[]): Declarations {
  if (rules.length === 0 && inline.length === 0) return NONE;
  const sorted = [...rules].sort(([a, first], [b, second]) => first.specificity - second.specificity || a - b);
  const rising = [...sorted.flatMap(([, { declarations }]) => declarations), ...inline];
  const values = new Map<string, string>();
  for (const { property, value, important } of rising) if (!important) values.set(property, value);
  for (const { property, value, important } of rising) if (important) values.set(property, value);
  return values;
}

function applies(rule: Rule, element: Element): boolean {
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

function readRules(css: string): Rule[] {
  const rules: Rule[] = [];
  for (const { selectors, body } of blocksOf(css.replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, ""))) {
    const declarations = readDeclarations(body);
    if (declarations.length === 0) continue;
    for (const selector of selectorsOf(selectors)) {
      if (rules.length < MOST_RULES) rules.push({ ...selector, declarations });
    }
  }
  return rules;
}

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

function selectorsOf(text: string): { selector: string; specificity: number }[] {
  return text
    .split(",")
    .map((selector) => selector.trim())
    .flatMap((selector) => {
      if (selector === "" || selector.length > 300) return [];
      try {
        const [parts] = parse(selector);
        return parts ? [{ selector, specificity: specificityOf(parts) }] : [];
      } catch {
        // What isn't a selector selects nothing.
        return [];
      }
    });
}

function specificityOf(selector: readonly Selector[]): number {
  return selector.reduce((sum, part) => {
    if (part.type === "attribute") return sum + (part.name === "id" && part.action === "equals" ? 10_000 : 100);
    if (part.type === "pseudo") return sum + 100;
    return part.type === "tag" ? sum + 1 : sum;
  }, 0);
}

function readDeclarations(text: string): Declaration[] {
  return text.split(";").flatMap((part) => {
    const colon = part.indexOf(":");
    const property = part.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (!PROPERTIES.has(property)) return [];
    const value = part
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const important = value.endsWith("!important") || /!\s*important$/.test(value);
    return [{ property, value: value.replace(/(?<!\s)\s*!\s*important$/, ""), important }];
  });
}
