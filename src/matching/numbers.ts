/**
 * The text of a value cell in; the number that it prints, or why there is none, out. Reads what people write into these
 * cells (widths, separators, signs, units, notes in brackets) and never guesses.
 */
import { withDigits } from "./chinese-numbers.js";
import { plain } from "./normalize.js";
import { countPower, moneyPower, toldByItems } from "./units.js";

export type NumberReading =
  /** A printed number, in the indicator's unit. */
  | { readonly kind: "number"; readonly value: number; readonly note?: string }
  /** Nothing printed. */
  | { readonly kind: "blank" }
  /** A dash, a slash, 无: the writer's sign for "none". */
  | { readonly kind: "dash" }
  /** Something printed that is no single number. */
  | { readonly kind: "unreadable" };

const DASH =
  /^(?:(?:[-‐‑‒–—―─━−/\\＿_~～・·.。×╱]+|无|没有)[件项个条次]?|暂无|无此项|无此类|无数据|空白?|未发生|未产生|不适用|不涉及|N\/?A|nil)$/i;
const NUMBER = /^([+-]?|增加?|减少?)([1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:['’]\d{3})+|\d+)(\.\d+)?/;
/** Behind it digits are shown from the last to the first. */
const RIGHT_TO_LEFT = "\u202e";
/** Zero in Chinese numerals, the circle that stands for it, and the letter that is typed for it. */
const ZERO = /^[零〇○Oo]$/;
/** Brackets around the whole: of a number they may be the minus of accounts, of nothing they are an ornament. */
const IN_BRACKETS = /^\((0|无|[-/]+)\)$/;
/** What writers put before a number, and the marks of a sentence behind it: a comma behind digits may be a separator. */
const ORNAMENT = /^共计?(?=\d)|(?<=[\d件项条次个元无])[。;]$|(?<=[件项条次个元])[,、]$/g;
const CURRENCY = /^(?:人民币)?¥?\s*/;
/** A space that no line breaks at, between a number's thousands. */
const SPACED_THOUSANDS = /^\s*\d{1,3}(?:[\u00a0\u2009]\d{3})+(?!\d)/;
/** Nearly all cells. */
const PLAIN = /^\d{1,15}$/;
const NOTE = /\(([^()]*)\)/g;
/** A sign that refers to a note, before or behind a number. A triangle before one is the minus of accounts. */
const SIGN_OF_NOTE = /^[*＊※#†‡☆★]{1,3}(?=\s*[+-]?\d)|(?<=[\d件项]\s?)[*＊※#△▲†‡☆★]{1,3}$/g;
/** A raised or circled number on its own, or before a number, is no number of the table's. */
const MARK_BEFORE = /^\s*[\u00b9\u00b2\u00b3\u2070-\u2079\u2460-\u2473](?=\s*[\d０-９])/;
const MARK = /[\u00b9\u00b2\u00b3\u2070-\u2079\u2460-\u24ff\u2776-\u2793]/;
/** A raised or circled number, or one in square brackets, behind a digit: the mark of a note, not a further digit. */
const NOTE_MARK =
  /(?=[\u00b9\u00b2\u00b3\u2070-\u2079\u2460-\u2473[［【〔])(?<=[\d０-９]\s*)(?:[\u00b9\u00b2\u00b3\u2070-\u2079]+|[\u2460-\u2473]|[[［【〔](?:注|[\d０-９]{1,2}|注\s?[\d０-９]{1,2})[\]］】〕])/g;

/** The word 注 and a number, behind a number. */
const NOTE_WORD = /(?<=[\d０-９])\s?注\s?[\d０-９]{0,2}$/;

/**
 * Reads a value cell.
 * @param text the cell as printed
 * @param unit the unit of the indicator
 * @param around the power of ten of the unit that stands over or beside the cell, "unclear" where it can't be told, null
 *   where the form's own counts. A unit in the cell itself counts before any other.
 */
export function readNumber(text: string, unit: string, around: number | "unclear" | null = null): NumberReading {
  if (text === "") return { kind: "blank" };
  if (PLAIN.test(text) && around === null) return { kind: "number", value: Number(text) };
  if (text.includes(RIGHT_TO_LEFT)) return { kind: "unreadable" };
  const marked = text
    .replace(NOTE_MARK, noteOfMark)
    .replace(MARK_BEFORE, noteOfMark)
    .replace(NOTE_WORD, noteOfMark)
    .replace(SPACED_THOUSANDS, (number) => number.replace(/\s/g, ""));
  if (MARK.test(marked.replace(NOTE_IN_BRACKETS, ""))) return { kind: "unreadable" };
  const printed = plain(marked).replace(/[−–—]/g, "-").trim().replace(ORNAMENT, "").replace(IN_BRACKETS, "$1");
  if (printed === "") return { kind: "blank" };
  if (ZERO.test(printed)) return { kind: "number", value: 0 };
  if (DASH.test(printed.replace(/\s+/g, ""))) return { kind: "dash" };
  const notes: string[] = [];
  const bare = printed
    .replace(NOTE, (_, note: string) => {
      notes.push(note.trim());
      return " ";
    })
    .trim()
    .replace(SIGN_OF_NOTE, (sign) => {
      notes.push(sign);
      return "";
    });
  if (notes.some((one) => CORRECTION.test(one))) return { kind: "unreadable" };
  const told = unitInNotes(notes, unit);
  // A point with a space stands behind the number of an item.
  if (!isMoney(unit) && /\d(?:\s+\.|\.\s+)\d/.test(bare)) return { kind: "unreadable" };
  const number = told === "unclear" ? null : readBare(withDigits(bare) ?? joinDigits(bare), unit, told ?? around);
  if (number === null || notes.some((one) => isOtherAmount(one, number, unit))) return { kind: "unreadable" };
  const note = notes.filter((one) => one !== "" && !isUnit(one)).join("；");
  return note === "" ? { kind: "number", value: number } : { kind: "number", value: number, note };
}

const isMoney = (unit: string) => moneyPower(unit) !== null;
const isUnit = (word: string) => moneyPower(word) !== null || countPower(word) !== null;

/** What stands around a unit in a note: 单位：元, 以元计. */
const AROUND_UNIT = /^(?:计量|金额|货币)?单位[:为是]?|^[以按用](?=.{1,4}(?:计|为单位))|(?:计算?|为单位)$/g;

/** The power of ten of the unit that notes tell, null where they tell none. */
function unitInNotes(notes: readonly string[], unit: string): number | "unclear" | null {
  const items = notes.flatMap((note) => note.replace(AROUND_UNIT, "").split(/[、,;；:]/));
  const { money, count } = toldByItems(items);
  const [power, ...others] = new Set(isMoney(unit) ? money : [...count, ...money.map(() => "unclear" as const)]);
  return others.length > 0 ? "unclear" : (power ?? null);
}

/** How far an amount that is called approximate may be from the exact one. */
const APPROXIMATE = 0.1;

/** An amount with its unit and nothing else in a note is the number before it in other words. */
function isOtherAmount(note: string, value: number, unit: string): boolean {
  if (!isMoney(unit) || !/[元圆]$/.test(note)) return false;
  const about = /^(?:折?合|即|计|为|约)*/.exec(note)![0];
  const other = readBare(note.slice(about.length), unit, "unclear");
  if (other === null) return false;
  return about.includes("约") ? Math.abs(other - value) > APPROXIMATE * Math.abs(value) : other !== value;
}

/** A note that says that the number before it is another. */
const CORRECTION = /更正|订正|勘误|[应实]为|改[为成]|修正为|误[为作写填]|有误/;
const NOTE_IN_BRACKETS = /[(（][^()（）]*[)）]/g;
const noteOfMark = (mark: string) => `(${mark.replace(/[[\]［］【】〔〕]/g, "")})`;

/** A line break or space next to a separator or point is typesetting; between two numbers it is not. */
function joinDigits(text: string): string {
  return text.replace(/(?<!\s)\s*([,.])\s*/g, "$1").replace(/([+-])\s+(?=\d)/, "$1");
}

/**
 * Of a count 1.234 may be 1,234 with the point for its comma: nobody counts in thousandths, and 元 has hundredths only. What
 * is no whole number once 万 is multiplied out is no count.
 */
function readBare(text: string, unit: string, around: number | "unclear" | null): number | null {
  const money = isMoney(unit);
  const currency = money ? CURRENCY.exec(text)![0] : "";
  const match = NUMBER.exec(text.slice(currency.length));
  if (!match) return null;
  const [whole, sign, digits, fraction = ""] = match;
  const suffix = text.slice(currency.length + whole.length).replace(/\s+/g, "");
  // ¥ says 元, and the column of another unit says something else.
  if (currency !== "" && suffix === "" && unit !== "元") return null;
  const exponent = exponentOf(suffix, unit, around);
  const inOnes = exponent === -(moneyPower(unit) ?? 0);
  if (inOnes && fraction.length === 4 && /^[1-9]\d{0,2}$/.test(digits!)) return null;
  // Shifting the point in the decimal text keeps 12.3 万元 from becoming 122999.99999999999.
  const value = Number(`${digits!.replace(/[,'’]/g, "")}${fraction}e${exponent ?? 0}`);
  // Nothing is nothing in any unit.
  if (exponent === null && (suffix !== "" || value !== 0)) return null;
  if (!money && exponent !== 0 && !Number.isInteger(value)) return null;
  if (!Number.isFinite(value) || (value > Number.MAX_SAFE_INTEGER && fraction === "")) return null;
  return /^[-减]/.test(sign!) && value !== 0 ? -value : value;
}

/** Power of ten from the unit behind a number, or else around it, to the indicator's; null where they don't go together. */
function exponentOf(suffix: string, unit: string, around: number | "unclear" | null): number | null {
  const to = moneyPower(unit);
  const from = suffix === "" ? around : to === null ? countPower(suffix) : moneyPower(suffix);
  if (suffix === "" && from === null) return 0;
  return from === null || from === "unclear" ? null : from - (to ?? 0);
}
