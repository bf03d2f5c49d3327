/** Text of a page with its line breaks and spaces as written in; as a browser shows it, out. */

const HAN = "\\p{Script=Han}，。、；：？！“”‘’（）《》〈〉【】…—";
const BREAK_BETWEEN_HAN = new RegExp(`(?<=[${HAN}])[ \\t\\f]*[\\r\\n]+[ \\t\\f\\r\\n]*(?=[${HAN}])`, "gu");

/** Runs of white space become one space; a line break of the source between two Chinese characters becomes nothing. */
export function collapse(text: string): string {
  return text.replace(BREAK_BETWEEN_HAN, "").replace(/[ \t\r\n\f]+/g, " ");
}

/** The lines of a block without spaces at their ends; "\n" stands for <br>. */
export function tidy(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ""));
  return lines.join("\n").replace(/^\n+|\n+$/g, "");
}
