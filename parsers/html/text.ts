/** Text of a page with its line breaks and spaces as written in; as a browser shows it, out. */

const HAN = "\\p{Script=Han}，。、；：？！“”‘’（）《》〈〉【】…—";
const BREAK_BETWEEN_HAN = new RegExp(`(?<=[${HAN}])[ \\t\\f]*[\\r\\n][ \\t\\f\\r\\n]*(?=[${HAN}])`, "gu");

/** Runs of white space become one space; a line break of the source between two Chinese characters becomes nothing. */
export function collapse(text: string): string {
  if (!/[\t\r\n\f]| {2}/.test(text)) return text;
  return text.replace(BREAK_BETWEEN_HAN, "").replace(/[ \t\r\n\f]+/g, " ");
}

/** The lines of a block without spaces at their ends; "\n" stands for <br>. */
export function tidy(text: string): string {
  if (!text.includes("\n") && !/^[ \t]|[ \t]$/.test(text)) return text;
  const lines = text.split("\n").map((line) => line.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, ""));
  return lines.join("\n").replace(/^\n+|(?<!\n)\n+$/g, "");
}

/** An empty line, an indented line and one that begins with an ordinal begin a paragraph, whatever the markup. */
const NEW_PARAGRAPH =
  /\n(?=\s*\n)|\n(?=[\u3000\u2003\u2002\u00a0]{2}|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])/;

/** The paragraphs of a text in which line breaks part them. @param everyLine true where each line is a paragraph */
export function paragraphsOf(text: string, everyLine: boolean): string[] {
  if (!text.includes("\n")) return [text];
  const parts = everyLine ? text.split("\n") : text.split(NEW_PARAGRAPH);
  return parts.map((part) => part.replace(/^\n+|(?<!\n)\n+$/g, "")).filter((part) => part.trim() !== "");
}
