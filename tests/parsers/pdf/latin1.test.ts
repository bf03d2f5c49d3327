/** Every byte has the character of its number, however many there are. */
import { latin1 } from "../../../parsers/pdf/latin1.js";

/** Every number, from the second on: which byte stands first makes a difference to a decoder. */
test.each([0, 1, 63, 64, 65, 20_000, 1_048_576, 1_048_577])("of %d bytes each has its character", (length) => {
  const bytes = Uint8Array.from({ length: length + 1 }, (_, i) => (255 - i) & 255).subarray(1);
  const text = latin1(bytes);
  expect(text).toHaveLength(length);
  expect(Uint8Array.from(text, (character) => character.charCodeAt(0))).toEqual(bytes);
});

test("what other decoders take for a mark of the byte order, or for no character, is text", () => {
  const bytes = Uint8Array.from({ length: 100 }, (_, i) => [0xff, 0xfe, 0xd8, 0xef, 0xbb, 0xbf][i % 6]!);
  expect(Uint8Array.from(latin1(bytes), (character) => character.charCodeAt(0))).toEqual(bytes);
});

test("a byte becomes the character of the same number", () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => i & 255);
  const text = latin1(bytes);
  expect(text).toHaveLength(bytes.length);
  expect(Uint8Array.from(text, (character) => character.charCodeAt(0))).toEqual(bytes);
  expect(latin1(new Uint8Array(0))).toBe("");
});
