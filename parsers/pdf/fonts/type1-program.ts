/**
 * The encrypted part of a Type 1 font in; its subroutines and glyphs out, read as pdfjs reads them: word by word, wherever
 * they stand.
 */
import type { Work } from "./work.js";

export interface Type1Program {
  readonly subroutines: ReadonlyMap<number, Uint8Array>;
  readonly glyphs: readonly Uint8Array[];
}

const PROGRAM_KEY = 55_665;
const CHARSTRING_KEY = 4_330;
const SKIPPED = 4;
/** What a byte is: a part of a word, a space between words, or a word of its own. */
const [WORD, SPACE, SPECIAL] = [0, 1, 2];
const KINDS = new Uint8Array(256);
for (const code of [0x20, 0x09, 0x0d, 0x0a]) KINDS[code] = SPACE;
for (const character of "/[]{}()") KINDS[character.charCodeAt(0)] = SPECIAL;
const [PERCENT, CR, LF] = [0x25, 0x0d, 0x0a];
/** Characters of a token that tell it from all that mean something. */
const LONGEST_TOKEN = 200;

export function readProgram(encrypted: Uint8Array, work: Work): Type1Program {
  const reader = readerOf(isHexadecimal(encrypted) ? decryptHex(encrypted) : decrypt(encrypted, PROGRAM_KEY, SKIPPED));
  const subroutines = new Map<number, Uint8Array>();
  const glyphs: Uint8Array[] = [];
  let skipped = SKIPPED;
  const readCode = () => {
    const length = reader.int();
    reader.token();
    const data = length > 0 ? reader.bytes(length) : new Uint8Array(0);
    // A negative number of bytes to skip is so many bytes more.
    work.add(Math.max(0, -skipped || 0));
    return skipped === -1 ? data : decrypt(data, CHARSTRING_KEY, skipped);
  };
  const readGlyphs = () => {
    for (let i = 0; i < 4; i++) reader.token();
    for (let token = reader.token(); token !== null && token !== "end"; token = reader.token()) {
      if (token !== "/") continue;
      reader.token();
      glyphs.push(readCode());
      const next = reader.afterCode();
      if (next === "noaccess") reader.token();
      else if (next === "/") reader.back();
    }
  };
  const readSubroutines = () => {
    reader.int();
    reader.token();
    while (reader.token() === "dup") {
      const index = reader.int();
      subroutines.set(index, readCode());
      if (reader.afterCode() === "noaccess") reader.token();
    }
  };
  for (let token = reader.token(); token !== null; token = reader.token()) {
    if (token !== "/") continue;
    const name = reader.token();
    if (name === "CharStrings") readGlyphs();
    else if (name === "Subrs") readSubroutines();
    else if (name === "lenIV") skipped = Number.parseFloat(reader.token() ?? "0");
  }
  return { subroutines, glyphs };
}

/** As lenient as pdfjs: the current character has been read already. */
function readerOf(bytes: Uint8Array) {
  let at = 0;
  let current = bytes[at++] ?? -1;
  const next = () => (current = bytes[at++] ?? -1);
  const skipSpace = () => {
    for (let isComment = false; current >= 0; next()) {
      if (isComment) isComment = current !== LF && current !== CR;
      else if (current === PERCENT) isComment = true;
      else if (KINDS[current] !== SPACE) return;
    }
  };
  const token = (): string | null => {
    skipSpace();
    if (current < 0) return null;
    const start = at - 1;
    if (KINDS[current] === SPECIAL) next();
    else while (next() >= 0 && KINDS[current] === WORD);
    return textOf(bytes, start, Math.min(at - 1, start + LONGEST_TOKEN));
  };
  return {
    token,
    int: () => Number.parseInt(token() ?? "0", 10) | 0,
    bytes: (length: number) => {
      const taken = bytes.subarray(at, at + length);
      at += taken.length;
      return taken;
    },
    afterCode: () => {
      next();
      return token();
    },
    back: () => {
      at = Math.max(0, Math.min(at, bytes.length + 1) - 2);
      next();
    },
  };
}

/** A word is short: to make a part of the array for it takes longer than to put its characters together. */
function textOf(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

const isDigit = (code: number | undefined) => code !== undefined && /[\da-f]/i.test(String.fromCharCode(code));

function isHexadecimal(bytes: Uint8Array): boolean {
  const [first = 0, ...others] = bytes.subarray(0, 8);
  return (isDigit(first) || KINDS[first] === SPACE) && others.length === 7 && others.every(isDigit);
}

function decryptHex(bytes: Uint8Array): Uint8Array {
  const digits = bytes.filter((code) => isDigit(code));
  const pairs = Uint8Array.from({ length: digits.length >> 1 }, (_, i) =>
    Number.parseInt(String.fromCharCode(digits[2 * i]!, digits[2 * i + 1]!), 16),
  );
  return decrypt(pairs, PROGRAM_KEY, SKIPPED);
}

/** Adobe Type 1 Font Format, 7.1; a number of bytes to skip that isn't any leaves nothing. */
function decrypt(data: Uint8Array, key: number, skipped: number): Uint8Array {
  if (!(skipped < data.length)) return new Uint8Array(0);
  let state = key;
  const plain = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) {
    plain[i] = data[i]! ^ (state >> 8);
    state = ((data[i]! + state) * 52_845 + 22_719) & 0xffff;
  }
  return plain.subarray(Math.max(0, skipped));
}
