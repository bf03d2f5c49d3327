/**
 * The list tables of a Word document (PlfLst and PlfLfo, [MS-DOC] 2.9.192 and 2.9.132) in; out, for one paragraph after
 * another, the number printed before it.
 */
import { formatNumber, labelText } from "../number-format.js";
import type { Place } from "./fib.js";
import type { ListReference } from "./properties.js";

interface Level {
  readonly start: number;
  readonly format: number;
  readonly legal: boolean;
  /** The text with the numbers of levels as characters 0–8. */
  readonly text: string;
}

interface Override {
  readonly list: number;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

export type NumberOf = (reference: ListReference) => string;

/** Names of the number formats by their codes (MSONFC); the order is that of w:numFmt. */
const FORMATS = (
  "decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital " +
  "japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand " +
  "decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung " +
  "decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle " +
  "ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional " +
  "taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand"
).split(" ");
const NO_NUMBER = 0xff;
const [LIST_SIZE, OVERRIDE_SIZE, LEVEL_SIZE, LEVELS] = [28, 16, 28, 9];

/** Reads numbers one after the other; a table that is cut off gives zeros. */
function cursor(bytes: Uint8Array, start: number) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;
  const fits = (size: number) => at + size <= bytes.length;
  const take = (size: number, value: () => number) => {
    const out = fits(size) ? value() : 0;
    at += size;
    return out;
  };
  return {
    byte: () => take(1, () => view.getUint8(at)),
    word: () => take(2, () => view.getUint16(at, true)),
    whole: () => take(4, () => view.getInt32(at, true)),
    skip: (size: number) => void (at += size),
    text: (length: number) => {
      const out = new TextDecoder("utf-16le").decode(bytes.subarray(at, at + 2 * length));
      at += 2 * length;
      return out;
    },
    isOver: () => at >= bytes.length,
  };
}

type Cursor = ReturnType<typeof cursor>;

function readLevel(c: Cursor): Level {
  const start = c.whole();
  const format = c.byte();
  const legal = (c.byte() & 4) !== 0;
  c.skip(LEVEL_SIZE - 10);
  const characters = c.byte();
  const paragraph = c.byte();
  c.skip(2 + characters + paragraph);
  return { start, format, legal, text: labelText(c.text(c.word())) };
}

function readLists(table: Uint8Array, { start, size }: Place): Map<number, Level[]> {
  const lists = new Map<number, Level[]>();
  if (size < 2) return lists;
  const head = cursor(table, start);
  const count = Math.min(head.word(), Math.floor(size / LIST_SIZE));
  // The levels follow the list of lists, which states its own size alone.
  const levels = cursor(table, start + 2 + count * LIST_SIZE);
  for (let i = 0; i < count && !levels.isOver(); i++) {
    const id = head.whole();
    head.skip(LIST_SIZE - 6);
    const simple = (head.byte() & 1) !== 0;
    head.skip(1);
    lists.set(
      id,
      Array.from({ length: simple ? 1 : LEVELS }, () => readLevel(levels)),
    );
  }
  return lists;
}

function readOverrides(table: Uint8Array, { start, size }: Place): Override[] {
  if (size < 4) return [];
  const head = cursor(table, start);
  const room = Math.min(size, Math.max(0, table.length - start));
  const count = Math.min(head.whole(), Math.floor(room / OVERRIDE_SIZE));
  const data = cursor(table, start + 4 + count * OVERRIDE_SIZE);
  return Array.from({ length: Math.max(0, count) }, () => {
    const list = head.whole();
    head.skip(8);
    const levels = Math.min(head.byte(), LEVELS);
    head.skip(3);
    data.skip(4);
    return { list, ...readOverridden(data, levels) };
  });
}

function readOverridden(data: Cursor, count: number): Pick<Override, "starts" | "levels"> {
  const starts = new Map<number, number>();
  const levels = new Map<number, Level>();
  for (let i = 0; i < count; i++) {
    const start = data.whole();
    const flags = data.whole();
    if (flags & 0x10) starts.set(flags & 0xf, start);
    if (flags & 0x20) levels.set(flags & 0xf, readLevel(data));
  }
  return { starts, levels };
}

/** Lists count on through all overrides of them; an override may begin a level anew. */
export function readNumbers(table: Uint8Array, lists: Place, overrides: Place): NumberOf {
  const levelsOf = readLists(table, lists);
  const all = readOverrides(table, overrides);
  const counts = new Map<number, (number | undefined)[]>();
  const begun = new Set<string>();
  return ({ override: index, level }) => {
    const override = all[index - 1];
    if (!override) return "";
    const levelAt = (at: number) => override.levels.get(at) ?? levelsOf.get(override.list)?.[at];
    const own = levelAt(level);
    if (!own) return "";
    const numbers = counts.get(override.list) ?? [];
    counts.set(override.list, numbers);
    const anew = begun.has(`${index} ${level}`) ? undefined : override.starts.get(level);
    begun.add(`${index} ${level}`);
    const before = numbers[level];
    numbers[level] = anew ?? (before === undefined ? own.start : before + 1);
    numbers.length = level + 1;
    if (own.format === NO_NUMBER || FORMATS[own.format] === "bullet") return "";
    return Array.from(own.text, (character) => {
      const at = character.charCodeAt(0);
      if (at >= LEVELS) return character;
      const upper = levelAt(at);
      const format = own.legal ? "decimal" : (FORMATS[upper?.format ?? 0] ?? "decimal");
      return formatNumber((numbers[at] ??= upper?.start ?? 1), format);
    }).join("");
  };
}
