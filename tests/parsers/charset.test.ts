/** Charsets of texts: told by marks and by what the bytes can be, before what they declare. */
import { decodeText } from "../../parsers/charset.js";

const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0));
const bytes = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? ascii(part) : [...part])));
const utf8 = (text: string) => [...new TextEncoder().encode(text)];
const utf16 = (text: string, little: boolean) =>
  Array.from(text, (unit) => unit.charCodeAt(0)).flatMap((code) =>
    little ? [code & 255, code >> 8] : [code >> 8, code & 255],
  );
/** 政府信息公开 */
const GBK = [0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa];
/** 政府資訊公開 */
const BIG5 = [0xac, 0x46, 0xa9, 0xb2, 0xb8, 0xea, 0xb0, 0x54, 0xa4, 0xbd, 0xb6, 0x7d];
/** 㐀, which only GB18030 has, in four bytes. */
const FOUR = [0x81, 0x39, 0xee, 0x39];

const meta = (charset: string) => `<meta charset="${charset}"><p>`;

test.each([
  ["UTF-8", bytes(utf8("政府信息公开")), "utf-8", "政府信息公开"],
  ["UTF-8 with a byte order mark", bytes([0xef, 0xbb, 0xbf], utf8("公开")), "utf-8", "公开"],
  ["UTF-16 with a mark, little end first", bytes([0xff, 0xfe], utf16("公开", true)), "utf-16le", "公开"],
  ["UTF-16 with a mark, big end first", bytes([0xfe, 0xff], utf16("公开", false)), "utf-16be", "公开"],
  ["UTF-16 without a mark", bytes(utf16("<p>公开</p>", true)), "utf-16le", "<p>公开</p>"],
  ["UTF-16 without a mark, big end first", bytes(utf16("<p>公开</p>", false)), "utf-16be", "<p>公开</p>"],
  ["GBK that says so", bytes(meta("gb2312"), GBK), "gb18030", `${meta("gb2312")}政府信息公开`],
  ["GBK that says nothing", bytes(GBK), "gb18030", "政府信息公开"],
  ["GBK that says UTF-8", bytes(meta("utf-8"), GBK), "gb18030", `${meta("utf-8")}政府信息公开`],
  ["GBK that says Latin 1", bytes(meta("iso-8859-1"), GBK), "gb18030", `${meta("iso-8859-1")}政府信息公开`],
  ["GBK that says what no one knows", bytes(meta("x-no-such"), GBK), "gb18030", `${meta("x-no-such")}政府信息公开`],
  ["UTF-8 that says GBK", bytes(meta("gbk"), utf8("公开")), "utf-8", `${meta("gbk")}公开`],
  ["GB18030 in four bytes", bytes(GBK, FOUR), "gb18030", "政府信息公开㐀"],
  ["Big5 that says so", bytes(meta("big5"), BIG5), "big5", `${meta("big5")}政府資訊公開`],
  ["Big5 that says nothing", bytes(BIG5), "big5", "政府資訊公開"],
])("%s", (_, text, charset, expected) => {
  const decoded = decodeText(text);
  expect({ ...decoded, text: decoded.text.replace(/^\ufeff/, "") }).toEqual({ charset, text: expected });
});

test("a few bad bytes don't make another charset of a long UTF-8 text", () => {
  const { text, charset } = decodeText(bytes(utf8("政府信息公开".repeat(40)), [0xff], utf8("工作")));
  expect(charset).toBe("utf-8");
  expect(text.endsWith("公开\ufffd工作")).toBe(true);
});

test("the beginning of a UTF-8 text may end inside a character", () => {
  const cut = bytes(utf8("公开").slice(0, 5));
  expect(decodeText(cut, { partial: true })).toEqual({ text: "公", charset: "utf-8" });
});

test("a charset that something outside states is tried first", () => {
  expect(decodeText(bytes(BIG5), { declared: "big5" }).charset).toBe("big5");
});
