/**
 * The words of a PDF's objects, as pdfjs reads them: lenient in numbers, and less is space than for other readers. A reader who
 * took them otherwise would miss what a hostile file refers to.
 */

export const SPACES = String.raw`\0\t\n\f\r `;
const REGULAR = String.raw`[^${SPACES}()<>[\]{}/%]`;
/** A line may end behind a sign, and a sign or a point that nothing follows is a nought. */
const SIGN = String.raw`(?:--?|\+)[\n\r]*`;
const DIGITS = String.raw`(?:\d[\d-]*(?:\.[\d-]*)?|\.\d[\d-]*)`;
/** A word of one character for pdfjs, whatever follows it. */
const CONTROL = String.raw`[\x01-\x08\x0b\x0e-\x1f\x80-\uffff](?=[\x20-\x7f])`;
const NUMBER = String.raw`(?:${SIGN})?${DIGITS}|(?:${SIGN}\.?|\.)(?=[\t\n\r (<]|$)`;

/** The next word or comment behind spaces, a string by its bracket alone; "" at the end. */
const WORD = new RegExp(
  String.raw`[${SPACES}]*(/${REGULAR}*|<<|>>|[()[\]{}>]|<[^>]*>?|%[^\r\n]*|${NUMBER}|${CONTROL}|${REGULAR}+|$)`,
  "y",
);
const IS_NUMBER = new RegExp(`^(?:${NUMBER})$`);
const PLAIN = /^[\d.]+$/;
const STRING_PART = /[()\\]/g;
/** Words between two looks at the clock. */
const WORDS_AT_ONCE = 1_000;

/** Of a word that the reader gives: one that begins with a digit is a number. */
export function isNumber(word: string): boolean {
  const first = word.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return true;
  return (first === 0x2b || first === 0x2d || first === 0x2e) && IS_NUMBER.test(word);
}

/** A sign inside a number means nothing. */
export function numberOf(word: string): number {
  if (PLAIN.test(word) && word !== ".") return Number(word);
  const digits = word.replace(/[^\d.]/g, "");
  const number = digits === "" || digits === "." ? 0 : Number(digits);
  return word.startsWith("-") ? -number : number;
}

export const decodeName = (name: string) =>
  name.includes("#")
    ? name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : name;

/** Parentheses nest in a string, and may be escaped. */
export function endOfString(text: string, start: number): number {
  let depth = 0;
  STRING_PART.lastIndex = start;
  for (let part = STRING_PART.exec(text); part; part = STRING_PART.exec(text)) {
    if (part[0] === "\\") STRING_PART.lastIndex++;
    else depth += part[0] === "(" ? 1 : -1;
    if (depth === 0) return STRING_PART.lastIndex;
  }
  return text.length;
}

/** Reads one word after the other. */
export class WordReader {
  /** Words read. */
  count = 0;

  /** @param check throws once the time is over */
  constructor(
    readonly text: string,
    /** Where the next word begins, or the space before it. */
    public at: number,
    private readonly check: () => void,
  ) {}

  /** The next word; "" at the end. */
  next(): string {
    let word = "%";
    while (word.startsWith("%")) {
      if (this.count++ % WORDS_AT_ONCE === 0) this.check();
      WORD.lastIndex = this.at;
      word = WORD.exec(this.text)?.[1] ?? "";
      this.at = word === "(" ? endOfString(this.text, WORD.lastIndex - 1) : WORD.lastIndex || this.text.length;
    }
    return word;
  }
}
