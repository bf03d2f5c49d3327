/**
 * Bytes that a filter other than Flate encodes in; what comes out, piece by piece. Data that are damaged, or that another filter
 * encodes, give what pdfjs makes of them.
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
/** Bits of a code. */
const [FIRST_WIDTH, LAST_WIDTH] = [9, 12];

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

/** As pdfjs reads it: a code that isn't known yet stands for what came before with its first byte again, however long that gets. */
function lzw(bytes: Uint8Array, early: 0 | 1, take: Take): void {
  const { add, flush } = sink(take);
  const table = {
    before: new Uint16Array(MOST_CODES),
    last: Uint8Array.from({ length: MOST_CODES }, (_, code) => (code < CLEAR ? code : 0)),
    lengths: new Uint16Array(MOST_CODES).fill(1, 0, CLEAR),
  };
  const sequence = new Uint8Array(MOST_CODES);
  let [next, width, previous, length] = [CLEAR + 2, FIRST_WIDTH, 0, 0];
  let [buffer, bits] = [0, 0];
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (buffer >> bits) & ((1 << width) - 1);
    if (code === END_OF_DATA) break;
    if (code === CLEAR) {
      [next, width, length] = [CLEAR + 2, FIRST_WIDTH, 0];
      continue;
    }
    const isFirst = length === 0;
    if (code < CLEAR || code < next) {
      length = table.lengths[code]!;
      for (let i = length - 1, own = code; i >= 0; i--, own = table.before[own]!) sequence[i] = table.last[own]!;
    } else sequence[length++] = sequence[0]!;
    if (!isFirst) {
      table.before[next] = previous;
      table.lengths[next] = table.lengths[previous]! + 1;
      table.last[next] = sequence[0]!;
      next++;
      const codes = next + early;
      if ((codes & (codes - 1)) === 0) width = Math.min(Math.trunc(Math.log2(codes)) + 1, LAST_WIDTH);
    }
    previous = code;
    for (let i = 0; i < length; i++) add(sequence[i] ?? 0);
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

const END_OF_HEX = ">".charCodeAt(0);

/** Whatever is no digit is left out. */
function asciiHex(bytes: Uint8Array, take: Take): void {
  const { add, flush } = sink(take);
  let high = -1;
  for (const byte of bytes) {
    if (byte === END_OF_HEX) break;
    const digit = HEX_DIGITS[byte]!;
    if (digit < 0) continue;
    if (high < 0) high = digit;
    else {
      add(high * 16 + digit);
      high = -1;
    }
  }
  if (high >= 0) add(high * 16);
  flush();
}

const HEX_DIGITS = Int8Array.from({ length: 256 }, (_, byte) => {
  const digit = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(digit) ? -1 : digit;
});

const SPACES_85 = new Set([0x09, 0x0a, 0x0d, 0x20]);
const [END_OF_85, FOUR_NOUGHTS, NOUGHT, LARGEST] = [0x7e, 0x7a, 0x21, 84];

/** Any other byte is a digit, also one that is too small or too large for it. */
function ascii85(bytes: Uint8Array, take: Take): void {
  const { add, flush } = sink(take);
  let group: number[] = [];
  const end = () => {
    const count = group.length - 1;
    while (group.length < 5) group.push(LARGEST);
    const word = group.reduce((sum, digit) => sum * 85 + digit, 0) | 0;
    for (let i = 0; i < count; i++) add((word >> (24 - 8 * i)) & 0xff);
    group = [];
  };
  for (const byte of bytes) {
    if (SPACES_85.has(byte)) continue;
    if (byte === END_OF_85) break;
    if (byte === FOUR_NOUGHTS && group.length === 0) for (let i = 0; i < 4; i++) add(0);
    else if (group.push(byte - NOUGHT) === 5) end();
  }
  if (group.length > 1) end();
  flush();
}
