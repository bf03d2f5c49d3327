/** The style sheets of a page in; for each element the declarations that hold for it out. */
import type { Selector } from "css-what";
import {
  applies,
  isClass,
  isId,
  readDeclarations,
  readRules,
  type Declaration,
  type Part,
  type Rule,
  type Side,
} from "./css-rules.js";
import { isElement, type PageElement } from "./element.js";
import type { Display, LastShown } from "./style.js";

export interface Declarations extends ReadonlyMap<string, string> {
  /** Whether what they hold for isn't shown; undefined where it wasn't asked for yet. Thousands of elements share them. */
  conceals?: boolean;
}

/** What a style sheet prints beside the content of an element, and how. */
export interface Generated {
  readonly side: Side;
  /** As the style sheet writes it. */
  readonly content: string;
  readonly css: Declarations;
}

export interface StyleSheet {
  readonly declarationsOf: (element: PageElement) => Declarations;
  /** True where the style sheets print anything before or behind the content of elements. */
  readonly generates: boolean;
  /** What they print there; most often nothing. */
  readonly generatedBy: (element: PageElement) => readonly Generated[];
  /** What holds for the first letter and the first line of an element alone; most often nothing. */
  readonly partsOf: ((element: PageElement) => readonly Declarations[]) | null;
  /** What class attributes were taken for so far: pages repeat the same ones thousands of times. */
  readonly displays: Map<string, Display>;
  readonly lastShown: Map<Declarations, LastShown>;
}

const NONE: Declarations = new Map();

export function readStyleSheet(css: string): StyleSheet {
  const all = readRules(css);
  const rules = all.filter(({ generating, part }) => generating === null && part === null);
  const none = holdingFor([]);
  const holdingOf = rules.length === 0 ? () => none : ruleFinder(rules);
  const inlineOf = kept(readDeclarations);
  const find = (element: PageElement): Declarations => {
    const { style } = element.attribs;
    if (rules.length === 0 && style === undefined) return NONE;
    return stylesOf(holdingOf(element), style === undefined ? NO_DECLARATIONS : inlineOf(style));
  };
  const declarationsOf = (element: PageElement) => (element.declarations ??= find(element));
  const finders = SIDES.map((side) => contentFinder(side, all));
  const generates = finders.some((finder) => finder !== null);
  const generatedBy = (element: PageElement) => finders.flatMap((finder) => finder?.(element) ?? []);
  return {
    declarationsOf,
    generates,
    generatedBy,
    partsOf: partsFinder(all),
    displays: new Map(),
    lastShown: new Map(),
  };
}

const SIDES: readonly Side[] = ["before", "after"];

/** Null where the rules print nothing on that side of any element. */
function contentFinder(side: Side, all: readonly Rule[]): StyleSheet["generatedBy"] | null {
  const rules = all.filter(({ generating }) => generating === side);
  if (!rules.some(({ declarations }) => declarations.some(({ property }) => property === "content"))) return null;
  const index = indexed(rules.map((rule, order): Entry => [order, rule]));
  return (element) => {
    const css = cascade(NO_DECLARATIONS, holdingRules(element, index));
    const content = css.get("content");
    return content === undefined ? [] : [{ side, content, css }];
  };
}

const PARTS: readonly Part[] = ["first-letter", "first-line"];

/** Null where no rule is for a part of an element's text. */
function partsFinder(all: readonly Rule[]): StyleSheet["partsOf"] {
  const indexes = PARTS.map((part) => all.filter((rule) => rule.part === part))
    .filter(({ length }) => length > 0)
    .map((rules) => indexed(rules.map((rule, order): Entry => [order, rule])));
  if (indexes.length === 0) return null;
  return (element) =>
    indexes.map((index) => cascade(NO_DECLARATIONS, holdingRules(element, index))).filter(({ size }) => size > 0);
}

/** Pages repeat the same style attribute thousands of times. */
function kept<V>(read: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = read(text)));
    return value;
  };
}

/** The rules that hold for an element, and what they come to together with each inline style. */
interface Holding {
  readonly rules: readonly Entry[];
  readonly styles: Map<readonly Declaration[], Declarations>;
}

type Entry = readonly [order: number, rule: Rule];

const NO_DECLARATIONS: readonly Declaration[] = [];

function holdingFor(rules: readonly Entry[]): Holding {
  return { rules, styles: new Map() };
}

function stylesOf({ rules, styles }: Holding, inline: readonly Declaration[]): Declarations {
  let declarations = styles.get(inline);
  if (!declarations) styles.set(inline, (declarations = cascade(inline, rules)));
  return declarations;
}

/** Elements with the same name, id and classes inside elements that are alike as well: the same path rules hold for all. */
export interface Place {
  readonly inside: Map<string, Place>;
  holding?: Holding;
}

/** Finds the rules that hold for an element: those that ask for its path alone are tried once for all that are alike. */
function ruleFinder(rules: readonly Rule[]): (element: PageElement) => Holding {
  const entries = rules.map((rule, order): Entry => [order, rule]);
  const byPath = indexed(entries.filter(([, rule]) => asksForPathAlone(rule)));
  const others = indexed(entries.filter(([, rule]) => !asksForPathAlone(rule)));
  const root: Place = { inside: new Map() };
  const placeOf = (element: PageElement): Place => {
    if (element.place) return element.place;
    const { inside } = element.parent && isElement(element.parent) ? placeOf(element.parent) : root;
    const { id = "", class: classes = "" } = element.attribs;
    const key = id === "" && classes === "" ? element.name : `${element.name} ${id}\n${classes}`;
    let place = inside.get(key);
    if (!place) inside.set(key, (place = { inside: new Map() }));
    element.place = place;
    return place;
  };
  return (element) => {
    const place = placeOf(element);
    place.holding ??= holdingFor(holdingRules(element, byPath));
    const own = holdingRules(element, others);
    return own.length === 0 ? place.holding : holdingFor([...place.holding.rules, ...own]);
  };
}

function asksForPathAlone({ parts }: Rule): boolean {
  return parts.every((part) => {
    if (part.type !== "attribute") return /^(?:tag|universal|descendant|child)$/.test(part.type);
    return isId(part) || isClass(part);
  });
}

/** Rules by the last class, id or element name of their selector, as browsers look them up. */
type RuleIndex = ReadonlyMap<string, readonly Entry[]>;

function indexed(entries: readonly Entry[]): RuleIndex {
  const index = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry[1].parts);
    const sameKey = index.get(key);
    if (sameKey) sameKey.push(entry);
    else index.set(key, [entry]);
  }
  return index;
}

function keyOf(selector: readonly Selector[]): string {
  let tag = "*";
  for (const part of [...selector].reverse()) {
    if (part.type === "attribute" && isId(part)) return `#${part.value}`;
    if (part.type === "attribute" && isClass(part)) return `.${part.value}`;
    if (part.type === "tag") tag = part.name;
    else if (!("action" in part) && part.type !== "pseudo" && part.type !== "universal") break;
  }
  return tag;
}

function holdingRules(element: PageElement, rules: RuleIndex): Entry[] {
  const found: Entry[] = [];
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
function cascade(inline: readonly Declaration[], rules: readonly Entry[]): Declarations {
  if (rules.length === 0 && inline.length === 0) return NONE;
  const sorted = [...rules].sort(([a, first], [b, second]) => first.specificity - second.specificity || a - b);
  const rising = [...sorted.flatMap(([, { declarations }]) => declarations), ...inline];
  const values: Map<string, string> & Declarations = new Map<string, string>();
  for (const { property, value, important } of rising) if (!important) values.set(property, value);
  for (const { property, value, important } of rising) if (important) values.set(property, value);
  return values;
}
