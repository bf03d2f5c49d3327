/** Case documents as web archives: the page of the HTML writer as the one part. */
import { strToU8 } from "fflate";
import type { CaseWriter } from "./case-document.js";
import { writeHtml } from "./html-writer.js";

export const writeMhtml: CaseWriter = async (blocks) => {
  const page = String.fromCharCode(...(await writeHtml(blocks)));
  const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\n';
  const fields = 'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n';
  return strToU8(`${head}${fields}${btoa(page)}\r\n--B--\r\n`);
};
