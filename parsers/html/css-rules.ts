/**
 * The text of style sheets and style attributes in; its rules and declarations out, of the few properties that tell what
 * is shown and what is laid out as a table. Print and other foreign media and states don't count; neither
 * do those of narrow screens.
 */
import { compile } from "css-select";
import { parse, type Selector } from "css-what";
import type { AnyNode, Element } from "domhandler";

export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

export type Side = "before" | "after";

/** A part of the text of an element that rules of its own may hold for. */
export type Part = "first-letter" | "first-line";

export interface Rule {
  readonly selector: string;
  readonly parts: readonly Selector[];
  readonly specificity: number;
  readonly declarations: readonly Declaration[];
  /** Where what it prints stands, for a rule of what is printed beside the content of the element. */
  readonly generating: Side | null;
  /** What of the text of the element it holds for alone. */
  readonly part: Part | null;
  /** Compiled when the first candidate comes; null where the selector isn't supported. */
  matches?: ((element: AnyNode) => boolean) | null;
}

const PROPERTIES = new Set(
  `display visibility opacity font-size text-indent position left top right bottom inset margin margin-left margin-right
   width height max-width max-height overflow overflow-x overflow-y clip clip-path transform translate scale rotate zoom
   filter -webkit-text-fill-color white-space content-visibility mso-hide vertical-align text-decoration text-decoration-line
   grid-template-columns grid-column grid-row grid-column-start grid-row-start grid-area grid-auto-flow color font font-variant-position letter-spacing text-shadow content background background-color background-image
   background-clip -webkit-background-clip unicode-bidi direction flex-direction flex-flow order float`.split(/\s+/),
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
    const declarations = readDeclarations(body);
    if (declarations.length === 0) continue;
    for (const selector of selectorsOf(selectors)) {
      if (rules.length < MOST_RULES) rules.push({ ...selector, declarations });
    }
  }
  return rules;
}

/** What a rule prints before or behind an element, or what of its text the rule is for, at the end of its selector. */
const GENERATING = /::?(before|after)$/i;
const OF_PART = /::?(first-letter|first-line)$/i;

/** Screens of fewer px than this are no desk's: what a page does for them alone is not what its readers see there. */
const NARROW = 1_100;
const WIDEST = /(?:max-(?:device-)?width\s*:|\bwidth\s*<=?)\s*([\d.]+)(px|r?em)/i;

function isShownMedia(head: string): boolean {
  if (!SHOWN_MEDIA.test(head)) return false;
  return !head.split(",").every((query) => {
    const [, width, unit] = WIDEST.exec(query) ?? [];
    return width !== undefined && Number(width) * (unit!.toLowerCase() === "px" ? 1 : 16) < NARROW;
  });
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
    shown.push(isRule || isShownMedia(head));
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
      const generating = (GENERATING.exec(written)?.[1]?.toLowerCase() ?? null) as Side | null;
      const part = (OF_PART.exec(written)?.[1]?.toLowerCase() ?? null) as Part | null;
      const whole = generating || part ? written.replace(generating ? GENERATING : OF_PART, "") : null;
      const selector = whole?.replace(/(?:^|[\s>+~])$/, "$&*") ?? written;
      try {
        const [parts] = parse(selector);
        return parts ? [{ selector, parts, specificity: specificityOf(parts), generating, part }] : [];
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
    if (!PROPERTIES.has(property)) return [];
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
