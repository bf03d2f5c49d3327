// A report as a browser saves it: a web archive with the page and a picture, the page in quoted-printable.
import { htmlOf } from "./html.mjs";

const BOUNDARY = "----=_SavedPage";
/** A transparent picture of one pixel. */
const PICTURE = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/** Bytes as quoted-printable, lines of at most 76 characters. */
function quotedPrintable(text) {
  const encoded = Array.from(Buffer.from(text), (byte) =>
    byte === 10 || (byte >= 32 && byte < 127 && byte !== 61)
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  );
  let length = 0;
  return encoded
    .map((piece) => {
      if (piece === "\n") return (length = 0), "\r\n";
      const cut = length + piece.length > 75 ? "=\r\n" : "";
      length = (cut === "" ? length : 0) + piece.length;
      return cut + piece;
    })
    .join("");
}

export function mhtmlOf(report) {
  const location = "https://www.lanchuan.example/zwgk/report.html";
  const part = (fields, body) => `--${BOUNDARY}\r\n${fields.join("\r\n")}\r\n\r\n${body}\r\n`;
  return [
    `From: <Saved by a browser>\r\nSnapshot-Content-Location: ${location}\r\nMIME-Version: 1.0\r\n`,
    `Content-Type: multipart/related; type="text/html"; boundary="${BOUNDARY}"\r\n\r\n`,
    part(
      ["Content-Type: text/html", "Content-Transfer-Encoding: quoted-printable", `Content-Location: ${location}`],
      quotedPrintable(htmlOf(report)),
    ),
    part(
      ["Content-Type: image/gif", "Content-Transfer-Encoding: base64", "Content-Location: https://www.lanchuan.example/dot.gif"],
      PICTURE,
    ),
    `--${BOUNDARY}--\r\n`,
  ].join("");
}
