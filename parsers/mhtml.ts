/** Web archives (mht, mhtml): a MIME message whose first HTML part is the page. */
import PostalMime from "postal-mime";
import type { Adapter } from "./adapter.js";
import { decodeText } from "./charset.js";
import { UnreadableDocumentError } from "./errors.js";
import { readHtmlText } from "./html.js";

/** Reads the bytes of a web archive; pictures and styles in it are left alone. */
export const readMhtml: Adapter = async (bytes, options) => {
  const html = await htmlPart(bytes, options.limits.depth);
  if (html === null || html.trim() === "") {
    throw new UnreadableDocumentError("damaged", {
      zh: "网页归档（MHTML）中没有网页部分，文件可能不完整",
      en: "the web archive (MHTML) holds no HTML part: is it complete?",
    });
  }
  return readHtmlText(html, "mhtml", options);
};

async function htmlPart(bytes: Uint8Array, depth: number): Promise<string | null> {
  try {
    const mail = await PostalMime.parse(bytes, {
      maxNestingDepth: Math.min(depth, 32),
      attachmentEncoding: "arraybuffer",
    });
    if (mail.html) return mail.html;
    const page = mail.attachments.find(({ mimeType }) => mimeType === "text/html");
    return page ? decodeText(new Uint8Array(page.content as ArrayBuffer)).text : null;
  } catch (cause) {
    throw new UnreadableDocumentError(
      "damaged",
      { zh: "网页归档（MHTML）已损坏", en: "the web archive (MHTML) is damaged" },
      { cause },
    );
  }
}
