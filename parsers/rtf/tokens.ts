/** Bytes of an RTF file in; its tokens, one call each, out. */

export interface TokenSink {
  readonly open: () => void;
  readonly close: () => void;
  /** A control word with its number, if it has one. */
  readonly word: (word: string, parameter: number | undefined) => void;
  /** A control symbol such as \~ or \*. */
  readonly symbol: (symbol: string) => void;
  /** One byte of text, plain or written as \'xx. */
  readonly byte: (byte: number) => void;
  /** True once nothing more is to be read. */
  readonly isDone: () => boolean;
}

const [BACKSLASH, OPEN, CLOSE, CR, LF, SPACE, MINUS, QUOTE] = [0x5c, 0x7b, 0x7d, 0x0d, 0x0a, 0x20, 0x2d, 0x27];
/** Letters of the longest control word. */
const LONGEST_WORD = 32;

const isLetter = (byte: number | undefined) => byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const textOf = (bytes: Uint8Array) => String.fromCharCode(...bytes);

export function readTokens(bytes: Uint8Array, sink: TokenSink): void {
  let at = 0;
  while (at < bytes.length && !sink.isDone()) {
    const byte = bytes[at++]!;
    if (byte === OPEN) sink.open();
    else if (byte === CLOSE) sink.close();
    else if (byte === BACKSLASH) at = readControl(bytes, at, sink);
    else if (byte !== CR && byte !== LF && byte !== 0) sink.byte(byte);
  }
}

/** Reads what follows a backslash; returns the offset behind it. */
function readControl(bytes: Uint8Array, start: number, sink: TokenSink): number {
  const first = bytes[start];
  if (first === undefined) return start;
  if (isLetter(first)) return readWord(bytes, start, sink);
  if (first === QUOTE) {
    const value = Number.parseInt(textOf(bytes.subarray(start + 1, start + 3)), 16);
    if (Number.isNaN(value)) return start + 1;
    sink.byte(value);
    return start + 3;
  }
  if (first === CR || first === LF) sink.word("par", undefined);
  else sink.symbol(String.fromCharCode(first));
  return start + 1;
}

function readWord(bytes: Uint8Array, start: number, sink: TokenSink): number {
  let at = start;
  while (isLetter(bytes[at]) && at - start < LONGEST_WORD) at++;
  const word = textOf(bytes.subarray(start, at));
  let parameter: number | undefined;
  const digits = bytes[at] === MINUS ? at + 1 : at;
  if (isDigit(bytes[digits])) {
    let end = digits;
    while (isDigit(bytes[end]) && end - digits < 10) end++;
    parameter = Number(textOf(bytes.subarray(at, end)));
    at = end;
  }
  if (bytes[at] === SPACE) at++;
  if (word === "bin") return at + Math.max(0, parameter ?? 0);
  sink.word(word, parameter);
  return at;
}
