/**
 * What Flate encodes and other readers refuse in; what pdfjs makes of it out. It follows a distance before the first byte, codes
 * that no encoder writes and windows that are too large (RFC 1950, RFC 1951): what it would decode has to be counted.
 */

type Take = (piece: Uint8Array) => void;

/** Bytes that come out at a time, and those before them that may come again. */
const [PIECE, WINDOW] = [65_536, 32_768];
const LONGEST_MATCH = 258;
const END_OF_BLOCK = 256;
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163,
].concat([195, 227, 258, 258, 258]);
/** Bits behind a code of a length: none for the first eight and the last three, and then one more for each four. */
const lengthBits = (code: number) => (code < 8 || code > 27 ? 0 : (code >> 2) - 1);
const distanceBits = (code: number) => (code < 4 ? 0 : (code >> 1) - 1);
const DISTANCES = 30;
const distanceBase = (code: number) => (code < 4 ? code + 1 : ((2 + (code & 1)) << distanceBits(code)) + 1);
/** How a length of a code is repeated: bits of the count, the least count, and whether it is the length before. */
const REPEATS: Readonly<Record<number, readonly [number, number, boolean]>> = {
  16: [2, 3, true],
  17: [3, 3, false],
  18: [7, 11, false],
};

/** By the next bits, the length of the code in the upper half and its value in the lower. */
interface Table {
  readonly codes: Int32Array;
  readonly bits: number;
}

class EndOfData extends Error {}

/** @param bytes with the header of two bytes, which isn't looked at */
export function inflateLeniently(bytes: Uint8Array, take: Take): void {
  try {
    new LenientReader(bytes, take).read();
  } catch (cause) {
    if (!(cause instanceof EndOfData)) throw cause;
  }
}

class LenientReader {
  private at = 2;
  private buffer = 0;
  private bits = 0;
  private readonly out = new Uint8Array(WINDOW + PIECE + LONGEST_MATCH);
  /** Where the next byte goes, and where what nobody was given yet begins. */
  private to = WINDOW;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly take: Take,
  ) {}

  read(): void {
    try {
      for (let isLast = false; !isLast;) {
        isLast = this.next(1) === 1;
        const kind = this.next(2);
        if (kind === 0) this.stored();
        else if (kind === 1) this.coded(FIXED_LITERALS, FIXED_DISTANCES);
        else if (kind === 2) this.coded(...this.tables());
        else throw new EndOfData();
      }
    } finally {
      this.flush();
    }
  }

  private flush(): void {
    if (this.to === WINDOW) return;
    this.take(this.out.slice(WINDOW, this.to));
    this.out.copyWithin(0, this.to - WINDOW, this.to);
    this.to = WINDOW;
  }

  private add(byte: number): void {
    this.out[this.to++] = byte;
    if (this.to >= WINDOW + PIECE) this.flush();
  }

  private next(count: number): number {
    while (this.bits < count) {
      if (this.at >= this.bytes.length) throw new EndOfData();
      this.buffer |= this.bytes[this.at++]! << this.bits;
      this.bits += 8;
    }
    const value = this.buffer & ((1 << count) - 1);
    this.buffer >>= count;
    this.bits -= count;
    return value;
  }

  private code({ codes, bits }: Table): number {
    while (this.bits < bits && this.at < this.bytes.length) {
      this.buffer |= this.bytes[this.at++]! << this.bits;
      this.bits += 8;
    }
    const code = codes[this.buffer & ((1 << bits) - 1)]!;
    const length = code >> 16;
    if (length < 1 || this.bits < length) throw new EndOfData();
    this.buffer >>= length;
    this.bits -= length;
    return code & 0xffff;
  }

  private stored(): void {
    [this.buffer, this.bits] = [0, 0];
    const [length, check] = [this.next(16), this.next(16)];
    if (check !== (~length & 0xffff) && (length !== 0 || check !== 0)) throw new EndOfData();
    for (let n = 0; n < length; n++) this.add(this.next(8));
  }

  private tables(): [Table, Table] {
    const [literals, distances, count] = [this.next(5) + 257, this.next(5) + 1, this.next(4) + 4];
    const own = new Uint8Array(LENGTH_ORDER.length);
    for (let i = 0; i < count; i++) own[LENGTH_ORDER[i]!] = this.next(3);
    const table = tableOf(own);
    const lengths = new Uint8Array(literals + distances);
    for (let i = 0, before = 0; i < lengths.length;) {
      const code = this.code(table);
      const [bits, least, isSame] = REPEATS[code] ?? [0, 1, false];
      if (!(code in REPEATS)) before = code;
      else if (!isSame) before = 0;
      for (let n = this.next(bits) + least; n > 0; n--) lengths[i++] = before;
    }
    return [tableOf(lengths.subarray(0, literals)), tableOf(lengths.subarray(literals))];
  }

  private coded(literals: Table, distances: Table): void {
    for (;;) {
      const code = this.code(literals);
      if (code === END_OF_BLOCK) return;
      if (code < END_OF_BLOCK) this.add(code);
      else this.match(code - END_OF_BLOCK - 1, distances);
    }
  }

  private match(code: number, distances: Table): void {
    const length = (LENGTHS[code] ?? 0) + this.next(lengthBits(code));
    const far = this.code(distances);
    const distance = far < DISTANCES ? distanceBase(far) + this.next(distanceBits(far)) : 0;
    // What stands before the first byte is nought, and so is what isn't there yet.
    for (let n = 0; n < length; n++) this.add(distance === 0 ? 0 : this.out[this.to - distance]!);
  }
}

/** Where codes are given twice the later counts; where one is given none, it ends the data. */
function tableOf(lengths: Uint8Array): Table {
  const bits = Math.max(0, ...lengths);
  const codes = new Int32Array(1 << bits);
  let code = 0;
  for (let length = 1; length <= bits; length++, code <<= 1) {
    lengths.forEach((own, value) => {
      if (own !== length) return;
      for (let i = reversed(code++, length); i < codes.length; i += 1 << length) codes[i] = (length << 16) | value;
    });
  }
  return { codes, bits };
}

function reversed(code: number, length: number): number {
  let [from, to] = [code, 0];
  for (let i = 0; i < length; i++, from >>= 1) to = (to << 1) | (from & 1);
  return to;
}

const FIXED_LITERALS = tableOf(
  Uint8Array.from({ length: 288 }, (_, code) => (code < 144 || code > 279 ? 8 : code < 256 ? 9 : 7)),
);
const FIXED_DISTANCES = tableOf(new Uint8Array(DISTANCES).fill(5));
