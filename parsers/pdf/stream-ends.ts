/**
 * The text of a PDF in; where the data of its streams end out. The word that should end a stream may stand in its data, too:
 * pdfjs follows the length in the dictionary then, where the word stands there as well.
 */

const END = "endstream";
const GAP = String.raw`(?:[\s\0]|%[^\r\n]*[\r\n])`;
const TOKEN = String.raw`[^\s\0()<>[\]{}/%]+`;
/** Each character may be written by its number. */
const LENGTH_NAME = [..."Length"].map((c) => `(?:${c}|#${c.charCodeAt(0).toString(16)})`).join("");
const LENGTH = new RegExp(`/${LENGTH_NAME}${GAP}*(${TOKEN})(?:${GAP}+${TOKEN}${GAP}+(R)(?!${TOKEN}))?`, "gi");
const NUMBER_OBJECT = new RegExp(`(?<!end)obj${GAP}*(${TOKEN})${GAP}+endobj`, "g");
const OBJECT_NAME = /(?:^|[\s\0])(\d+)[\s\0]+\d+[\s\0]+$/;
/** Characters before "obj" that hold the number of the object. */
const NAME_REACH = 30;
const SKIPPED = new RegExp(`${GAP}*`, "y");
const LOOSE = new RegExp(TOKEN, "g");

export interface StreamEnds {
  /** Told of the text of an object stream: a number in it may be any length. */
  readonly addLoose: (text: string) => void;
  /**
   * @param dictionary what stands before the data
   * @param next where the word stands first, or the text is over
   * @returns the last place where a reader may end the data, at the word
   */
  readonly endOf: (start: number, next: number, dictionary: string) => number;
}

export function streamEnds(text: string): StreamEnds {
  let ofObjects: Map<number, number[]> | undefined;
  const loose = new Set<number>();
  const lengthsOf = (dictionary: string): number[] =>
    [...dictionary.matchAll(LENGTH)].flatMap(([, token = "", isReference]) => {
      if (isReference === undefined) return [numberOf(token)];
      ofObjects ??= wholeNumbers(text);
      return [...(ofObjects.get(Number(token)) ?? []), ...loose];
    });
  return {
    addLoose: (inner) => {
      for (const [token] of inner.matchAll(LOOSE)) if (/^[\d.+-]/.test(token)) loose.add(numberOf(token));
    },
    endOf: (start, next, dictionary) =>
      lengthsOf(dictionary)
        .map((length) => start + length)
        .filter((end) => end > next && isEnd(text, end))
        .reduce((last, end) => Math.max(last, end), next),
  };
}

/** As lenient as pdfjs: a sign anywhere in a number means nothing. */
const numberOf = (token: string) => Math.trunc(Number(token.replace(/[+-]/g, "")));

function wholeNumbers(text: string): Map<number, number[]> {
  const numbers = new Map<number, number[]>();
  for (const { 1: token = "", index } of text.matchAll(NUMBER_OBJECT)) {
    const name = Number(OBJECT_NAME.exec(text.slice(Math.max(0, index - NAME_REACH), index))?.[1] ?? NaN);
    numbers.set(name, [...(numbers.get(name) ?? []), numberOf(token)]);
  }
  return numbers;
}

function isEnd(text: string, at: number): boolean {
  SKIPPED.lastIndex = at;
  return text.startsWith(END, at + (SKIPPED.exec(text)?.[0].length ?? 0));
}
