/**
 * Text with HTML elements in its lines in; the same text out, with <sup> for what a style raises, without what a style
 * hides or strikes out, and without the elements that change nothing. What is set off in another way keeps a mark between
 * its digits and those beside it.
 */

/** Elements that stand in a line, one inside the other; of longer texts only the tags are taken away. */
const ELEMENT =
  /<(a|abbr|b|big|code|data|em|font|i|ins|kbd|label|mark|nobr|output|small|span|strong|time|u)(\s[^<>]{0,200})?>([^<>]{0,200})<\/\1\s?>/gi;
/** Elements inside each other. */
const DEEPEST = 6;
const COMMENT = /<!--[^]{0,500}?-->/g;

/** Stand for tags while the elements around are looked at: characters that no text has. */
const [RAISED, RAISED_END, SET_OFF, SET_OFF_END, OPEN, CLOSE] = [
  "\ufdd0",
  "\ufdd1",
  "\ufdd2",
  "\ufdd3",
  "\ufdd4",
  "\ufdd5",
];
const RAISED_TWICE = /<(su[bp])>([^<>]{0,200})<\/\1>/gi;

/** Nothing else needs to be looked at. */
export function withStylesAsTags(text: string): string {
  if (!text.includes("</") && !text.includes("<!--")) return text;
  let read = text.replace(COMMENT, "");
  for (let depth = 0; depth < DEEPEST; depth++) {
    const inner = read.replace(ELEMENT, replaced);
    if (inner === read) break;
    read = inner;
  }
  return read
    .replace(
      RAISED_TWICE,
      (_, name: string, inner: string) => `<${name}>${inner.replace(/[\ufdd0-\ufdd3]/g, "")}</${name}>`,
    )
    .replace(/\ufdd0/g, "<sup>")
    .replace(/\ufdd1/g, "</sup>")
    .replace(/\ufdd2/g, "<sup x>")
    .replace(/\ufdd3/g, "</sup>");
}

/** The tags that were kept because they may hold a value, as they were written. */
export const withKeptTags = (text: string): string => text.replaceAll(OPEN!, "<").replaceAll(CLOSE!, ">");

function replaced(element: string, name: string, attributes = "", inner: string): string {
  if (inner.trim() === "") return HOLDS_NUMBER.test(attributes) ? kept(element) : inner;
  const style = styleOf(attributes);
  if (HIDDEN.test(style)) return "";
  if (RAISING.test(style) || RAISING_CLASS.test(attributes) || LEADS_TO_NOTE.test(attributes)) {
    return RAISED + inner + RAISED_END;
  }
  const small = name.toLowerCase() === "small" || SMALL_FONT.test(attributes);
  return small || SETTING_OFF.test(style) || PALE.test(attributes) ? SET_OFF + inner + SET_OFF_END : inner;
}

const kept = (element: string) => element.replaceAll("<", OPEN!).replaceAll(">", CLOSE!);

/** An attribute that a style sheet or a script may print. */
const HOLDS_NUMBER = /\s(?:data-(?!(?:col|row|width|index|id)\b)[\w-]*|value)\s?=\s?["']?[+-]?\d[\d.,]*["']?(?:\s|$)/i;
const STYLE = /\sstyle\s?=\s?(?:"([^"]*)"|'([^']*)')/i;
const HIDDEN =
  /display:none|visibility:hidden|opacity:0(?:\.0+)?(?:;|$)|font-size:0|line-through|(?:^|;)color:transparent/;
/** What moves text by less than can be seen doesn't raise it. */
const RAISING =
  /vertical-align:(?!baseline|middle|inherit|initial|unset|top|bottom|[-+]?(?:0(?:px|pt|em|%)?|(?:0?\.\d+|1(?:\.[0-4]\d*)?)p[xt])(?:;|$))|font-variant-position:su/;
/** A size for notes; one in points or pixels may be that of the whole text. */
const SETTING_OFF =
  /vertical-align:(?:top|bottom)|position:relative(?!;top:-?(?:0?\.\d+|1(?:\.[0-4]\d*)?)p[xt](?:;|$))|font-size:(?:(?:\d|10)(?:\.\d+)?px|[1-7](?:\.\d+)?pt|0?\.[1-7]\d*r?em|[1-7]\d%|x{1,2}-small|smaller)|(?:^|;)color:(?:white|#f{3}(?:;|$)|#f{6})/;
const RAISING_CLASS =
  /\sclass\s?=\s?["']?[^"'<>]{0,80}(?:super|footnote|noteref|(?:^|[\s"'_-])(?:sup|sub|fn)(?:[\s"'_-]|$))/i;
const LEADS_TO_NOTE = /\shref\s?=\s?["']?#./i;
const SMALL_FONT = /\ssize\s?=\s?["']?(?:1|-[2-9])(?:["'\s]|$)/i;
const PALE = /\scolor\s?=\s?["']?(?:white|#f{6}|#f{3})(?:["'\s]|$)/i;

function styleOf(attributes: string): string {
  const [, double, single] = STYLE.exec(attributes) ?? [];
  return (double ?? single ?? "").toLowerCase().replace(/\s+/g, "");
}
