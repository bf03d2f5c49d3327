/** A zip written byte by byte, so that its directory can say what isn't so. */
import { deflateSync } from "fflate";
import { crc32 } from "../../parsers/zip/crc32.js";

export interface RawEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** Stated in the directory instead of the true value. */
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Shares the bytes of the entry before it. */
  readonly overlaps?: boolean;
}

export interface RawZipOptions {
  /** Stated number of entries instead of the true one. */
  readonly count?: number;
  /** Writes sizes and the offset of the directory in the extra fields that zip64 has for them. */
  readonly zip64?: boolean;
}

const numbers = (...parts: (readonly [value: number, bytes: 2 | 4 | 8])[]): Buffer =>
  Buffer.concat(
    parts.map(([value, bytes]) => {
      const out = Buffer.alloc(8);
      out.writeBigUInt64LE(BigInt(value));
      return out.subarray(0, bytes);
    }),
  );

export function rawZip(entries: readonly RawEntry[], { count = entries.length, zip64 = false }: RawZipOptions = {}) {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let before = 0;
  for (const {
    name,
    content,
    size = content.length,
    crc = crc32(content),
    flags = 0,
    method = 8,
    overlaps,
  } of entries) {
    const data = Buffer.from(method === 8 ? deflateSync(content, { level: 9 }) : content);
    const local = numbers([0x04034b50, 4], [20, 2], [flags, 2], [method, 2], [0, 4], [crc, 4]);
    const sizes = numbers([data.length, 4], [size, 4]);
    const header = Buffer.concat([local, sizes, numbers([Buffer.byteLength(name), 2], [0, 2]), Buffer.from(name)]);
    const start = overlaps ? before : offset;
    if (!overlaps) {
      parts.push(header, data);
      before = offset;
      offset += header.length + data.length;
    }
    const extra = zip64 ? numbers([1, 2], [24, 2], [size, 8], [data.length, 8], [start, 8]) : Buffer.alloc(0);
    const wide = 0xffffffff;
    directory.push(
      numbers([0x02014b50, 4], [20, 2], [20, 2], [flags, 2], [method, 2], [0, 4], [crc, 4]),
      zip64 ? numbers([wide, 4], [wide, 4]) : sizes,
      numbers(
        [Buffer.byteLength(name), 2],
        [extra.length, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [zip64 ? wide : start, 4],
      ),
      Buffer.from(name),
      extra,
    );
  }
  const central = Buffer.concat(directory);
  const end = numbers(
    [0x06054b50, 4],
    [0, 4],
    [count, 2],
    [count, 2],
    [central.length, 4],
    [zip64 ? 0xffffffff : offset, 4],
    [0, 2],
  );
  const end64 = zip64
    ? [
        numbers(
          [0x06064b50, 4],
          [44, 8],
          [45, 2],
          [45, 2],
          [0, 8],
          [count, 8],
          [count, 8],
          [central.length, 8],
          [offset, 8],
        ),
        numbers([0x07064b50, 4], [0, 4], [offset + central.length, 8], [1, 4]),
      ]
    : [];
  return new Uint8Array(Buffer.concat([...parts, central, ...end64, end]));
}
