/** Text of a page with its line breaks and spaces as written in; as a browser shows it, out. */

const HAN = "\\p{Script=Han}，。、；：？！“”‘’（）《》〈〉【】…—";
const BEGINS_WITH_HAN = new RegExp(`^[${HAN}]`, "u");
const ENDS_WITH_HAN = new RegExp(`[${HAN}]$`, "u");

/** Runs of white space become one space; a line break of the source between two Chinese characters becomes nothing. */
export function collapse(text: string): string {
  let collapsed = "";
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isSpace(text.charCodeAt(at))) continue;
    const start = at;
    let breaks = false;
    for (let code = text.charCodeAt(at); isSpace(code); code = text.charCodeAt(++at))
      breaks ||= code === LF || code === CR;
    if (at === start + 1 && text.charCodeAt(start) === SPACE) continue;
    collapsed += text.slice(done, start);
    if (!breaks || !isBetweenHan(text, start, at)) collapsed += " ";
    done = at;
  }
  return done === 0 ? text : collapsed + text.slice(done);
}

const [TAB, LF, FF, CR, SPACE] = [0x09, 0x0a, 0x0c, 0x0d, 0x20];

const isSpace = (code: number) =>
  code <= SPACE && (code === SPACE || code === LF || code === CR || code === TAB || code === FF);

/** A character may take two units. */
const isBetweenHan = (text: string, start: number, end: number) =>
  start > 0 &&
  end < text.length &&
  ENDS_WITH_HAN.test(text.slice(Math.max(0, start - 2), start)) &&
  BEGINS_WITH_HAN.test(text.slice(end, end + 2));

/** The lines of a block without spaces at their ends; "\n" stands for <br>. */
export function tidy(text: string): string {
  if (!text.includes("\n")) return withoutBlanks(text);
  return withoutBreaks(text.split("\n").map(withoutBlanks).join("\n"));
}

const isBlank = (code: number) => code === SPACE || code === TAB;

function withoutBlanks(line: string): string {
  let [start, end] = [0, line.length];
  while (start < end && isBlank(line.charCodeAt(start))) start++;
  while (start < end && isBlank(line.charCodeAt(end - 1))) end--;
  return end - start === line.length ? line : line.slice(start, end);
}

function withoutBreaks(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && text.charCodeAt(start) === LF) start++;
  while (start < end && text.charCodeAt(end - 1) === LF) end--;
  return text.slice(start, end);
}

/** An empty line, an indented line and one that begins with an ordinal begin a paragraph, whatever the markup. */
const NEW_PARAGRAPH =
  /\n(?=\s*\n)|\n(?=[\u3000\u2003\u2002\u00a0]{2}|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])/;

/** The paragraphs of a text in which line breaks part them. @param everyLine true where each line is a paragraph */
export function paragraphsOf(text: string, everyLine: boolean): string[] {
  if (!text.includes("\n")) return [text];
  const parts = everyLine ? text.split("\n") : text.split(NEW_PARAGRAPH);
  return parts.map(withoutBreaks).filter((part) => part.trim() !== "");
}
