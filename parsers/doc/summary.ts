/** The summary stream of an OLE2 document ([MS-OLEPS]) in; the title in it out. */
import { charsetOfCodePage } from "../codepages.js";

const [CODE_PAGE, TITLE] = [1, 2];
const [ANSI_TEXT, WIDE_TEXT] = [0x1e, 0x1f];
const UTF_16 = 1200;
const MOST_PROPERTIES = 100;

/** The title, or null where there is none or it can't be made out. */
export function readTitle(stream: Uint8Array | null): string | null {
  if (!stream || stream.length < 56) return null;
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const wordAt = (at: number) => (at + 4 <= stream.length ? view.getUint32(at, true) : 0);
  const section = wordAt(44);
  const places = new Map<number, number>();
  for (let i = 0; i < Math.min(wordAt(section + 4), MOST_PROPERTIES); i++) {
    places.set(wordAt(section + 8 + 8 * i), section + wordAt(section + 12 + 8 * i));
  }
  const at = places.get(TITLE);
  if (at === undefined) return null;
  const codePage = wordAt((places.get(CODE_PAGE) ?? stream.length) + 4) & 0xffff;
  const [type, length] = [wordAt(at), wordAt(at + 4)];
  const wide = type === WIDE_TEXT || codePage === UTF_16;
  if (type !== ANSI_TEXT && type !== WIDE_TEXT) return null;
  const bytes = stream.subarray(at + 8, at + 8 + (type === WIDE_TEXT ? 2 * length : length));
  const charset = wide ? "utf-16le" : (charsetOfCodePage(codePage) ?? "windows-1252");
  const title = new TextDecoder(charset).decode(bytes).split("\0", 1)[0]!.trim();
  return title === "" ? null : title;
}
