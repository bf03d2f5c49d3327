/** The style rules of a page in; what is hidden, and what is laid out as a table, out. Simple selectors only. */
import type { Element } from "domhandler";

export type Display = "none" | "table" | "row" | "cell" | "flex" | "other";

/** Rules for one class, id or element name. */
type Rules = ReadonlyMap<string, string>;

const RULE = /([^{}]{1,300})\{([^{}]{0,2000})\}/g;
const SIMPLE_SELECTOR = /^(?:[a-z][a-z0-9]*)?([.#][\w-]+)$/i;

/** The declarations of every simple class and id selector; later rules are added to earlier ones. */
export function readRules(css: string): Rules {
  const rules = new Map<string, string>();
  const bare = css.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, "").replace(/@media[^{]*\{/g, "");
  for (const [, selectors, body] of bare.matchAll(RULE)) {
    for (const selector of selectors!.split(",")) {
      const name = SIMPLE_SELECTOR.exec(selector.trim())?.[1];
      if (name) rules.set(name, `${rules.get(name) ?? ""};${body!}`);
    }
  }
  return rules;
}

function declarations(element: Element, rules: Rules): string {
  const classes = (element.attribs["class"] ?? "").split(/\s+/).map((name) => rules.get(`.${name}`) ?? "");
  const id = rules.get(`#${element.attribs["id"] ?? ""}`) ?? "";
  return `${classes.join(";")};${id};${element.attribs["style"] ?? ""}`;
}

/** The last declaration wins, as in a browser. */
function lastOf(text: string, pattern: RegExp): string | null {
  return [...text.matchAll(pattern)].at(-1)?.[1]?.toLowerCase() ?? null;
}

/** True where a browser shows nothing of the element. */
export function isHidden(element: Element, rules: Rules): boolean {
  const { attribs } = element;
  if ("hidden" in attribs || attribs["type"] === "hidden") return true;
  if (attribs["style"] === undefined && attribs["class"] === undefined && attribs["id"] === undefined) return false;
  const css = declarations(element, rules);
  if (!/display|visibility|mso-hide|font-size/i.test(css)) return false;
  if (displayOf(element, rules) === "none") return true;
  if (/^(?:hidden|collapse)$/.test(lastOf(css, /visibility\s*:\s*([a-z]+)/gi) ?? "")) return true;
  return (
    lastOf(css, /mso-hide\s*:\s*([a-z]+)/gi) === "all" ||
    /^0(?:px|pt|em|%)?$/.test(lastOf(css, /font-size\s*:\s*([\d.]+[a-z%]*)/gi) ?? "")
  );
}

const ROLES: Readonly<Record<string, Display>> = {
  table: "table",
  grid: "table",
  row: "row",
  cell: "cell",
  gridcell: "cell",
  columnheader: "cell",
  rowheader: "cell",
};
const DISPLAYS: Readonly<Record<string, Display>> = {
  none: "none",
  table: "table",
  "table-row": "row",
  "table-cell": "cell",
  flex: "flex",
  grid: "flex",
};

/** How the element is laid out, as far as its role, style attribute and simple rules tell. */
export function displayOf(element: Element, rules: Rules): Display {
  const display = lastOf(declarations(element, rules), /display\s*:\s*([a-z-]+)/gi);
  if (display !== null) return DISPLAYS[display] ?? "other";
  return ROLES[element.attribs["role"] ?? ""] ?? "other";
}

export type { Rules };
