/** What the parts of a font take in pdfjs's memory, in nodes, and the names that take nothing. */

/** Codes with a width that take as much memory as one node. */
export const CODES_A_NODE = 16;
/** Codes with a name or a character that do. */
export const NAMES_A_NODE = 4;
/** Bytes of a map of characters, each entry of which takes several. */
export const MAP_BYTES_A_NODE = 64;
/** What a map takes that is only named, and that pdfjs has at hand: up to thirty thousand entries, and the characters to them. */
export const NAMED_NODES = 20_000;

const PLAIN_MAPS = new Set(["Identity-H", "Identity-V"]);
const PLAIN_ENCODINGS = new Set([
  ...PLAIN_MAPS,
  "WinAnsiEncoding",
  "MacRomanEncoding",
  "MacExpertEncoding",
  "StandardEncoding",
  "PDFDocEncoding",
]);
/** The first byte of those names of Chinese fonts for which pdfjs takes a named map. */
const CHINESE = 0xb7;

export const isPlainMap = (name: string): boolean => PLAIN_MAPS.has(name);
export const isPlainEncoding = (name: string): boolean => PLAIN_ENCODINGS.has(name);
export const mayBeChinese = (name: string): boolean => name.charCodeAt(0) >= CHINESE;
