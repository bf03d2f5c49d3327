/** How a stream of a PDF is referred to in; what it is read as out. */
import { ATTACHED } from "./object-reader.js";
import type { StreamHead, Uses } from "./uses.js";

/** What pdfjs never decodes, a font, or anything else: read in small steps, as the content of a page is. */
export type Role = "unread" | "font" | "content";

const FONTS = new Set(["FontFile", "FontFile2", "FontFile3"]);
/** Keys behind which pdfjs reads a stream whatever it calls itself; "" is an array. */
const READ = new Set(
  [
    ...FONTS,
    "",
    "Contents",
    "ToUnicode",
    "Encoding",
    "CIDToGIDMap",
    "UseCMap",
    "Metadata",
    "XFA",
    "JS",
    "JBIG2Globals",
  ].concat([
    "Function",
    "Functions",
    "TR",
    "TR2",
    "BG",
    "BG2",
    "UCR",
    "UCR2",
    "HT",
    "G",
    "N",
    "D",
    "R",
    "Extends",
    "Lookup",
  ]),
);
/** Names of dictionaries that hold streams under keys of the writer's choice. */
const COLLECTIONS = ["CharProcs", "PatternType", "ShadingType", "AP"];
/** What the dictionary of an object stream, or of one with the table of all objects, must hold. */
const STRUCTURE = ["First", "W"];

/** Whether it may be an object stream, or one with the table of all objects. */
export const tellsOfObjects = ({ names }: StreamHead): boolean => STRUCTURE.some((name) => names.has(name));

/** What tells of objects is never left unread, whatever it calls itself. */
export const maybeUnread = (head: StreamHead): boolean =>
  (head.isPicture || head.names.has("EmbeddedFile")) && !tellsOfObjects(head);

/** Whether objects may stand in the stream. */
export const mayHoldObjects = ({ names }: StreamHead): boolean => names.size === 0 || names.has("First");

export function roleOf(head: StreamHead, uses: Uses): Role {
  const { numbers, isPicture } = head;
  const keys = numbers.flatMap((number) => [...(uses.keys.get(number) ?? [])]);
  const isKnown = numbers.length > 0 && !numbers.some(Number.isNaN);
  if (!isKnown || tellsOfObjects(head)) return "content";
  if (isPicture && !keys.some((key) => READ.has(key))) {
    // A small picture may be a glyph or a pattern in truth, and a picture must not be small.
    return COLLECTIONS.some((name) => uses.names.has(name)) ? "font" : "unread";
  }
  if (keys.length === 0) return "content";
  if (keys.every((key) => FONTS.has(key))) return "font";
  return keys.every((key) => key === ATTACHED) ? "unread" : "content";
}

/** Whether any reference makes a font of the stream, or none can be known. */
export const isMaybeFont = ({ numbers }: StreamHead, uses: Uses): boolean =>
  numbers.some((number) => Number.isNaN(number) || [...(uses.keys.get(number) ?? [])].some((key) => FONTS.has(key)));

/** Keys behind which no form, pattern, glyph or appearance stands; "" is an array. */
const NEVER_DRAWN = new Set([...FONTS, ATTACHED, "", "Contents", "ToUnicode", "CIDToGIDMap", "Encoding", "Metadata"]);

/** Whether a reference that is known may make a form, a pattern, a glyph or an appearance of the stream, or none is known. */
export function isMaybeDrawn({ numbers }: StreamHead, uses: Uses): boolean {
  const keys = numbers.flatMap((number) => [...(uses.keys.get(number) ?? [])]);
  return keys.length === 0 || keys.some((key) => !NEVER_DRAWN.has(key));
}

const OF_FONTS = ["Length1", "Type1C", "CIDFontType0C", "OpenType"];

/** Whether the stream calls itself a font. */
export const looksLikeFont = ({ names }: StreamHead): boolean => OF_FONTS.some((name) => names.has(name));
