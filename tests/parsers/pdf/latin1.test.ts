/** Every byte has the character of its number, however many there are. */
import { latin1 } from "../../../parsers/pdf/latin1.js";

test("a byte becomes the character of the same number", () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => i & 255);
  const text = latin1(bytes);
  expect(text).toHaveLength(bytes.length);
  expect(Uint8Array.from(text, (character) => character.charCodeAt(0))).toEqual(bytes);
  expect(latin1(new Uint8Array(0))).toBe("");
});
