/** Bytes in; the characters of the same numbers out. */

/** Arguments that a call may have. */
const AT_ONCE = 8_192;
/** Bytes that are few enough to take two for each character, as the platform's decoder does, for a quarter of the time. */
const FEW = 1_048_576;
/** The platform's decoder of one byte a character gives other characters for some of them, and is slower than both. */
const UTF_16 = new TextDecoder("utf-16le", { ignoreBOM: true });
/** On all machines that matter the lower byte of a number stands first; the decoder expects it there. */
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
/** Bytes below which a call of the decoder costs more than it saves. */
const VERY_FEW = 64;

export function latin1(bytes: Uint8Array): string {
  if (IS_LITTLE_ENDIAN && bytes.length > VERY_FEW && bytes.length <= FEW) return UTF_16.decode(new Uint16Array(bytes));
  let text = "";
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    // To spread the bytes instead would go through them one by one, twice as slow as the decoder.
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + AT_ONCE));
  }
  return text;
}
