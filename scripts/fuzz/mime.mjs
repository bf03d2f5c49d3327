// Damages a web archive in its headers, boundaries, encodings, parts and charsets.
import { changeOne, insertBehind, severalOfBytes } from "./edits.mjs";

/** @typedef {import("./random.mjs").Random} Random */

const HEADER = /^[A-Za-z-]+:[^\n]*\n/gm;
const BOUNDARY_LINE = /^--[^\n]*\n/gm;
const ENCODINGS = ["base64", "quoted-printable", "8bit", "binary", "7bit", "uuencode", "x-gzip", ""];
const CHARSETS = ["utf-8", "gb2312", "gb18030", "big5", "utf-16", "utf-7", "iso-2022-jp", "unknown", "\0", ""];
const TYPES = [
  "text/plain",
  "text/html",
  "multipart/mixed",
  "message/rfc822",
  "image/png",
  "multipart/related",
  "/",
  "",
];

/** The boundary that the headers name, if any. @param {string} text */
const boundaryOf = (text) => /boundary="?([^"\r\n;]+)/i.exec(text)?.[1] ?? "b";

/** @type {Readonly<Record<string, import("./edits.mjs").TextMutation>>} */
export const MIME_MUTATIONS = {
  dropHeader: (text, random) => changeOne(text, HEADER, random, () => ""),
  doubleHeader: (text, random) => changeOne(text, HEADER, random, (header) => header + header),
  foldHeader: (text, random) => changeOne(text, HEADER, random, (header) => header.replace(/([:;]) ?/, "$1\r\n\t")),
  longHeader: (text, random) => insertBehind(text, HEADER, random, `X-Long: ${"a; ".repeat(random.int(20_000))}\n`),
  encoding: (text, random) =>
    changeOne(text, /(?<=^Content-Transfer-Encoding: )[^\r\n]*/gim, random, () => random.pick(ENCODINGS)),
  charset: (text, random) =>
    changeOne(text, /(?<=^Content-Type: )[^\r\n;]*/gim, random, (type) => `${type}; charset=${random.pick(CHARSETS)}`),
  contentType: (text, random) => changeOne(text, /(?<=^Content-Type: )[^\r\n;]*/gim, random, () => random.pick(TYPES)),
  boundary: (text, random) =>
    changeOne(text, /boundary=[^\r\n;]*/gi, random, () =>
      random.pick(["boundary=", 'boundary=""', 'boundary="', "boundary=-"]),
    ),
  dropBoundary: (text, random) => changeOne(text, BOUNDARY_LINE, random, () => ""),
  closeBoundary: (text, random) => changeOne(text, BOUNDARY_LINE, random, () => `--${boundaryOf(text)}--\n`),
  extraBoundary: (text, random) => insertBehind(text, /\n/g, random, `--${boundaryOf(text)}\n`),
  nestedParts: (text, random) => {
    const levels = Array.from(
      { length: 1 + random.int(300) },
      (_, i) => `Content-Type: multipart/mixed; boundary=n${i}\n\n--n${i}\n`,
    );
    return changeOne(text, BOUNDARY_LINE, random, (line) => line + levels.join(""));
  },
  emptyPart: (text, random) => changeOne(text, BOUNDARY_LINE, random, (line) => line + line),
  brokenQuotation: (text, random) =>
    changeOne(text, /=[0-9A-F]{2}/g, random, () => random.pick(["=", "=Z", "=\r", "=00", "=FF=FE", "==="])),
};

/** @param {Uint8Array} bytes @param {Random} random */
export const mutateMime = (bytes, random) => severalOfBytes(MIME_MUTATIONS, bytes, random);
