/**
 * Bytes of Windows-1252 in, text out. The decoder of some versions of Node takes the bytes 80–9F for control characters,
 * so that it can't be relied on for quotes and dashes.
 */

/** The characters of 80–9F; those that stand for nothing keep their code. */
const HIGH = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

export function decodeWindows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder("latin1").decode(bytes);
  return latin.replace(/[\x80-\x9f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80]!);
}
