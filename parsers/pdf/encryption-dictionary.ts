/**
 * The text of a PDF in; its encryption dictionaries out (ISO 32000-1 7.6.1 and 7.6.5, ISO 32000-2 7.6). What isn't written
 * plainly, as all writers do, isn't followed: the file is refused then.
 */
import { UnreadableDocumentError } from "../errors.js";
import { latin1 } from "./latin1.js";
import { decodeName } from "./tokens.js";

export type Method = "V2" | "AESV2" | "AESV3";

export interface EncryptionDictionary {
  readonly version: number;
  readonly revision: number;
  readonly permissions: number;
  /** Bits of the key. */
  readonly keyLength: number;
  readonly owner: Uint8Array;
  readonly user: Uint8Array;
  readonly userKey: Uint8Array;
  readonly encryptMetadata: boolean;
  /** All that the crypt filters name. */
  readonly methods: readonly Method[];
}

type Value = string | number | Uint8Array | Map<string, Value>;

const GAP = String.raw`(?:[\s\0]|%[^\r\n]*[\r\n])`;
const SPACE = `${GAP}*`;
/** Bytes of a dictionary; few have a thousand. */
const LONGEST = 8_192;
/** Nobody writes more. */
const MOST_DICTIONARIES = 20;
const MOST_IDS = 200;
const spelled = (name: string) =>
  [...name].map((character) => `(?:${character}|#${character.charCodeAt(0).toString(16)})`).join("");
const SKIPPED = new RegExp(SPACE, "y");
const ID = new RegExp(`/${spelled("ID")}${SPACE}\\[${SPACE}(?=[(<])`, "gi");
/** A tagged PDF may have the name for a role, too. */
const HANDLER = new RegExp(
  `(?:/${spelled("Filter")}|obj)${SPACE}/${spelled("Standard")}(?![^\\s\\0()<>[\\]{}/%])`,
  "gi",
);
/** In an object stream, where no dictionary for encryption may stand, nor the name of its handler apart from it. */
const INNER_HANDLER = new RegExp(
  `/${spelled("Filter")}${SPACE}(?:/${spelled("Standard")}(?![^\\s\\0()<>[\\]{}/%])|\\d)`,
  "i",
);
const REFERENCE = /(\d+)[\s\0]+(\d+)[\s\0]+R/y;
const TOKEN =
  /[\s\0]+|%[^\r\n]*|\/[^\s\0()<>[\]{}/%]*|<<|>>|<[^<>]*>|\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|[^\s\0()<>[\]{}/%]+/y;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** @throws UnreadableDocumentError "encrypted" */
export function notFollowed(): never {
  throw new UnreadableDocumentError("encrypted", {
    zh: "PDF 已加密，需要密码，或其加密方式无法识别",
    en: "the PDF is encrypted and needs a password, or is encrypted in a way that can't be followed",
  });
}

/**
 * Empty where the file isn't encrypted.
 * @param places where the values of the key begin that names them
 */
export function encryptionDictionaries(
  text: string,
  bytes: Uint8Array,
  places: Iterable<number>,
): EncryptionDictionary[] {
  const found = [...new Set(startsOf(text, places))].map((start) => {
    const [value, length] = readValue(plainText(bytes, start), 0);
    return [start, value, start + length] as const;
  });
  const encrypted = found.filter(([, value]) => value !== "null");
  // Where another object could be taken for the dictionary, which one is read can't be told.
  const isKnown = (at: number) => encrypted.some(([start, , end]) => start <= at && at < end);
  if (encrypted.length > 0 && [...text.matchAll(HANDLER)].some(({ 0: it, index }) => !isKnown(index + it.length - 1)))
    notFollowed();
  // One that is written anew in every revision of the file is one.
  const different = new Map(encrypted.map(([start, value, end]) => [text.slice(start, end), value]));
  return [...different.values()].map(dictionaryOf);
}

const plainText = (bytes: Uint8Array, start: number) => latin1(bytes.subarray(start, start + LONGEST));

/** Where the dictionaries begin. */
function startsOf(text: string, places: Iterable<number>): number[] {
  const ends = Array.from(places, (place) => {
    SKIPPED.lastIndex = place;
    return place + (SKIPPED.exec(text)?.[0].length ?? 0);
  });
  const references = new Set<string>();
  const direct = ends.filter((at) => {
    REFERENCE.lastIndex = at;
    const [, number, generation] = REFERENCE.exec(text) ?? [];
    if (number !== undefined) references.add(`${number}${GAP}+${generation}`);
    return number === undefined;
  });
  if (references.size + direct.length > MOST_DICTIONARIES) notFollowed();
  return [...direct, ...[...references].flatMap((reference) => objectsOf(text, reference))];
}

function objectsOf(text: string, reference: string): number[] {
  const objects = [...text.matchAll(new RegExp(`(?<!\\d)${reference}${GAP}+obj${GAP}*`, "g"))];
  if (objects.length === 0) notFollowed();
  return objects.map(({ 0: { length }, index }) => index + length);
}

/**
 * An object stream of an encrypted file in: pdfjs takes a dictionary from it that nothing else of the file tells of.
 * @throws UnreadableDocumentError "encrypted"
 */
export function checkObjectStreamHandlers(text: string): void {
  if (INNER_HANDLER.test(text)) notFollowed();
}

/** The first strings of all that may be the identifiers of the file, and none. */
export function fileIds(text: string, bytes: Uint8Array): Uint8Array[] {
  const starts = [...text.matchAll(ID)].map(({ 0: { length }, index }) => index + length);
  if (starts.length > MOST_IDS) notFollowed();
  const found = starts.map((start) => readValue(plainText(bytes, start), 0)[0]);
  return [new Uint8Array(0), ...found.filter((value) => value instanceof Uint8Array)];
}

function dictionaryOf(value: Value): EncryptionDictionary {
  if (!(value instanceof Map) || value.get("Filter") !== "/Standard") notFollowed();
  const number = (key: string, otherwise?: number): number => {
    const own = value.get(key) ?? otherwise;
    return typeof own === "number" && Number.isInteger(own) ? own : notFollowed();
  };
  const bytes = (key: string): Uint8Array => {
    const own = value.get(key);
    return own instanceof Uint8Array ? own : notFollowed();
  };
  const version = number("V");
  if (![1, 2, 4, 5].includes(version)) notFollowed();
  const filters = version >= 4 ? cryptFilters(value.get("CF")) : [];
  const own = filters.find(({ name }) => name === value.get("StmF"))?.length ?? 128;
  const keyLength = number("Length", version < 4 ? 40 : own < 40 ? own * 8 : own);
  if (version < 5 && (keyLength < 40 || keyLength > 128 || keyLength % 8 !== 0)) notFollowed();
  const metadata = value.get("EncryptMetadata") ?? "true";
  if (metadata !== "true" && metadata !== "false") notFollowed();
  return {
    ...{ version, keyLength, revision: number("R"), permissions: number("P"), owner: bytes("O"), user: bytes("U") },
    userKey: version === 5 ? bytes("UE") : new Uint8Array(0),
    encryptMetadata: version >= 4 && metadata === "true",
    methods: version < 4 ? ["V2"] : [...new Set(filters.flatMap(({ method }) => method ?? []))],
  };
}

interface CryptFilter {
  readonly name: string;
  readonly method: Method | null;
  readonly length: number;
}

function cryptFilters(value: Value | undefined): CryptFilter[] {
  if (value === undefined) return [];
  if (!(value instanceof Map)) notFollowed();
  return [...value].map(([name, filter]) => {
    if (!(filter instanceof Map)) notFollowed();
    const [method, length] = [filter.get("CFM") ?? "/None", filter.get("Length") ?? 128];
    if (typeof method !== "string" || !/^\/(?:None|V2|AESV2|AESV3)$/.test(method)) notFollowed();
    if (typeof length !== "number") notFollowed();
    return { name: `/${name}`, method: method === "/None" ? null : (method.slice(1) as Method), length };
  });
}

/** A dictionary, string, name, number or word, and where it ends. A name keeps its slash. */
function readValue(text: string, start: number): [Value, number] {
  const [token, end] = nextToken(text, start);
  if (token === "<<") return readDictionary(text, end);
  if (token.startsWith("(")) return [literal(token.slice(1, -1)), end];
  if (token.startsWith("<")) return [hexadecimal(token), end];
  if (/^[+-]?\d+$/.test(token)) return [Number(token), end];
  return [decodeName(token), end];
}

function readDictionary(text: string, start: number): [Map<string, Value>, number] {
  const entries = new Map<string, Value>();
  for (let at = start; ;) {
    const [key, end] = nextToken(text, at);
    if (key === ">>") return [entries, end];
    const name = decodeName(key.slice(1));
    if (!key.startsWith("/") || entries.has(name)) notFollowed();
    const [value, next] = readValue(text, end);
    entries.set(name, value);
    at = next;
  }
}

function nextToken(text: string, start: number): [string, number] {
  for (let at = start; ;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0] ?? notFollowed();
    at += token.length;
    if (!/^[\s\0%]/.test(token)) return [token, at];
  }
}

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function hexadecimal(token: string): Uint8Array {
  const digits = token.replace(/[^\da-f]/gi, "");
  return Uint8Array.from(digits.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

/** ISO 32000-1 7.3.4.2. */
function literal(text: string): Uint8Array {
  const plain = text.replace(/\\([0-7]{1,3}|\r\n?|[\s\S])|\r\n?/g, (_, escaped: string | undefined) => {
    if (escaped === undefined) return "\n";
    if (/^[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8) & 255);
    return /^[\r\n]/.test(escaped) ? "" : (ESCAPES[escaped] ?? escaped);
  });
  return bytesOf(plain);
}
