/**
 * Bytes that a filter other than Flate encodes in; what comes out, piece by piece. Only what a stream may grow to counts: data
 * that are damaged, or that another filter encodes, give what they give.
 */

type Take = (piece: Uint8Array) => void;

export interface Filter {
  /** Its names in a dictionary. */
  readonly names: readonly string[];
  readonly decode: (bytes: Uint8Array, take: Take) => void;
}

/** Bytes that come out at a time. */
const PIECE = 65_536;
const END_OF_DATA = 257;
const CLEAR = 256;
const MOST_CODES = 4_096;

export const FILTERS: readonly Filter[] = [
  {
    names: ["LZWDecode", "LZW"],
    decode: (bytes, take) => lzw(bytes, 1, take),
  },
  {
    // The same with the parameter EarlyChange 0.
    names: ["LZWDecode", "LZW"],
    decode: (bytes, take) => lzw(bytes, 0, take),
  },
  { names: ["RunLengthDecode", "RL"], decode: runLength },
  { names: ["ASCIIHexDecode", "AHx"], decode: asciiHex },
  { names: ["ASCII85Decode", "A85"], decode: ascii85 },
];

/** Collects bytes, and gives them away in pieces. */
function sink(take: Take) {
  let piece = new Uint8Array(PIECE);
  let length = 0;
  const flush = () => {
    if (length > 0) take(piece.subarray(0, length));
    piece = new Uint8Array(PIECE);
    length = 0;
  };
  const add = (byte: number) => {
    piece[length++] = byte;
    if (length === PIECE) flush();
  };
  return { add, flush };
}

function lzw(bytes: Uint8Array, early: 0 | 1, take: Take): void {
  const { add, flush } = sink(take);
  const [prefix, suffix] = [new Uint16Array(MOST_CODES), new Uint8Array(MOST_CODES)];
  const text = new Uint8Array(MOST_CODES);
  let [next, width, previous] = [CLEAR + 2, 9, -1];
  let [buffer, bits] = [0, 0];
  const write = (code: number): number => {
    let at = MOST_CODES;
    for (let own = code; ; own = prefix[own]!) {
      text[--at] = own < CLEAR ? own : suffix[own]!;
      if (own < CLEAR || at === 0) break;
    }
    for (let i = at; i < MOST_CODES; i++) add(text[i]!);
    return text[at]!;
  };
  const firstOf = (code: number): number => {
    let own = code;
    while (own >= CLEAR) own = prefix[own]!;
    return own;
  };
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (buffer >> bits) & ((1 << width) - 1);
    if (code === END_OF_DATA) break;
    if (code === CLEAR) {
      [next, width, previous] = [CLEAR + 2, 9, -1];
      continue;
    }
    if (code > next || (code === next && previous < 0)) break;
    if (previous >= 0 && next < MOST_CODES) {
      prefix[next] = previous;
      suffix[next] = firstOf(code === next ? previous : code);
      next++;
    }
    write(code);
    previous = code;
    if (next + early >= 1 << width && width < 12) width++;
  }
  flush();
}

function runLength(bytes: Uint8Array, take: Take): void {
  const { add, flush } = sink(take);
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at++]!;
    if (length === 128) break;
    if (length < 128) for (const end = at + length + 1; at < end && at < bytes.length; at++) add(bytes[at]!);
    else {
      const byte = bytes[at++] ?? 0;
      for (let n = 257 - length; n > 0; n--) add(byte);
    }
  }
  flush();
}

const isSpace = (byte: number) => byte <= 32;

function asciiHex(bytes: Uint8Array, take: Take): void {
  const { add, flush } = sink(take);
  let high = -1;
  for (const byte of bytes) {
    const digit = Number.parseInt(String.fromCharCode(byte), 16);
    if (Number.isNaN(digit)) {
      if (isSpace(byte)) continue;
      break;
    }
    if (high < 0) high = digit;
    else {
      add(high * 16 + digit);
      high = -1;
    }
  }
  if (high >= 0) add(high * 16);
  flush();
}

function ascii85(bytes: Uint8Array, take: Take): void {
  const { add, flush } = sink(take);
  let group: number[] = [];
  const end = () => {
    const count = group.length - 1;
    while (group.length < 5) group.push(84);
    const word = group.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let i = 0; i < count; i++) add(Math.floor(word / 256 ** (3 - i)) % 256);
    group = [];
  };
  for (const byte of bytes) {
    if (isSpace(byte)) continue;
    if (byte === 0x7a && group.length === 0) for (let i = 0; i < 4; i++) add(0);
    else if (byte < 0x21 || byte > 0x75) break;
    else if (group.push(byte - 0x21) === 5) end();
  }
  if (group.length > 1) end();
  flush();
}
