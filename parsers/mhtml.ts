/**
 * Web archives (mht, mhtml): a MIME message that holds a page with its frames and pictures. The page is the part that the
 * message names as its start, else the first HTML part; frames that it shows come after it.
 */
import PostalMime from "postal-mime";
import type { Adapter } from "./adapter.js";
import { decodeText } from "./charset.js";
import type { Problem } from "./document.js";
import { UnreadableDocumentError } from "./errors.js";
import { checkLimit, deadline } from "./limits.js";
import { readHtmlText } from "./html.js";

/** Reads the bytes of a web archive; pictures and styles in it are left alone. */
export const readMhtml: Adapter = async (bytes, options) => {
  // The MIME library keeps the file, each part of it, and what each decodes to.
  checkLimit(options.limits, "pageBytes", bytes.length);
  const { html, whole } = await pageOf(bytes, options.limits.depth);
  deadline(options.limits)();
  if (html.trim() === "") {
    throw new UnreadableDocumentError("damaged", {
      zh: "网页归档（MHTML）中没有网页部分，文件可能不完整",
      en: "the web archive (MHTML) holds no HTML part: is it complete?",
    });
  }
  const document = readHtmlText(html, "mhtml", options);
  return whole ? document : { ...document, problems: [...document.problems, CUT_OFF] };
};

/** What stands last may be half of a number. */
const CUT_OFF: Problem = {
  code: "cut-off",
  severity: "error",
  text: {
    zh: "网页归档（MHTML）不完整：网页部分没有结尾，后面的内容丢失，最后的内容可能被截断",
    en: "the web archive (MHTML) is cut off inside the page: what follows is lost, and the last words may be incomplete",
  },
};

interface Page {
  readonly html: string;
  /** False where the archive ends inside the page. */
  readonly whole: boolean;
}

interface HtmlHeader {
  readonly header: string;
  /** True where a boundary comes after it. */
  readonly ends: boolean;
}

interface HtmlPart extends HtmlHeader {
  readonly text: string;
}

async function pageOf(bytes: Uint8Array, depth: number): Promise<Page> {
  const { copy, headers } = renameHtml(bytes);
  try {
    const mail = await PostalMime.parse(copy, {
      maxNestingDepth: Math.min(depth, 32),
      attachmentEncoding: "arraybuffer",
    });
    const parts = mail.attachments.flatMap(({ mimeType, content }): HtmlPart[] => {
      const found = headers.get(mimeType);
      if (found === undefined) return [];
      const { header } = found;
      const { text } = decodeText(new Uint8Array(content as ArrayBuffer), { declared: parameter(header, "charset") });
      return [{ ...found, text }];
    });
    return assembled(parts, new Map(mail.headers.map(({ key, value }) => [key, value])));
  } catch (cause) {
    throw new UnreadableDocumentError(
      "damaged",
      { zh: "网页归档（MHTML）已损坏", en: "the web archive (MHTML) is damaged" },
      { cause },
    );
  }
}

const HTML_TYPE = /^content-type:[ \t]*(?:\r?\n[ \t]+)?text\/html\b/gim;
/** More HTML parts than this hold no page. */
const MOST_PARTS = 1_000;

/**
 * The MIME library joins all HTML parts into one and trusts the charset that they declare. Under a type that it doesn't
 * know, it hands over the bytes of each by itself: a copy of the message with such types, and the headers by type.
 */
function renameHtml(bytes: Uint8Array): { copy: Uint8Array; headers: Map<string, HtmlHeader> } {
  // One character a byte, so that offsets are the same in both.
  const text = new TextDecoder("latin1").decode(bytes);
  // Not slice(): that of a Buffer of Node gives the same memory.
  const copy = Uint8Array.from(bytes);
  const headers = new Map<string, HtmlHeader>();
  const boundary = parameter(text.slice(0, HEADER_REACH), "boundary");
  const last = boundary === undefined ? Infinity : text.lastIndexOf(`--${boundary}`);
  for (const match of text.matchAll(HTML_TYPE)) {
    if (headers.size === MOST_PARTS) break;
    const name = `text/x${headers.size.toString().padStart(3, "0")}`;
    const end = match.index + match[0].length;
    copy.set(new TextEncoder().encode(name), end - name.length);
    headers.set(name, { header: headerAround(text, end), ends: last > end });
  }
  return { copy, headers };
}

/** A header may be that long on each side of its type. */
const HEADER_REACH = 4_000;

/** The lines of the header that the offset is in, between two empty lines. */
function headerAround(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - HEADER_REACH), offset);
  const after = text.slice(offset, offset + HEADER_REACH);
  const start = Math.max(before.lastIndexOf("\n\n"), before.lastIndexOf("\n\r\n"), 0);
  const end = /\r?\n\r?\n/.exec(after)?.index ?? after.length;
  return before.slice(start) + after.slice(0, end);
}

const parameter = (header: string, name: string): string | undefined =>
  new RegExp(`[;\\s]${name}\\s*=\\s*"?([^";\\s]+)`, "i").exec(header)?.[1];

const field = (header: string, name: string): string | undefined =>
  new RegExp(`^${name}:\\s*(\\S+)`, "im").exec(header)?.[1];

function assembled(parts: readonly HtmlPart[], message: ReadonlyMap<string, string>): Page {
  const start = parameter(message.get("content-type") ?? "", "start");
  const location = message.get("snapshot-content-location") ?? message.get("content-location");
  const main =
    parts.find(({ header }) => start !== undefined && field(header, "content-id") === start) ??
    parts.find(({ header }) => location !== undefined && field(header, "content-location") === location.trim()) ??
    parts[0];
  if (!main) return { html: "", whole: true };
  const frames = parts.filter((part) => part !== main && isFrameOf(part, main));
  return { html: [main, ...frames].map(({ text }) => text).join("\n"), whole: main.ends };
}

/** True for a part that an element of the page shows. */
function isFrameOf({ header }: HtmlPart, page: HtmlPart): boolean {
  const names = [field(header, "content-id")?.replace(/^<|>$/g, ""), field(header, "content-location")];
  const [id, location] = names;
  return (
    (id !== undefined && page.text.includes(`src="cid:${id}"`)) ||
    (location !== undefined && page.text.includes(`src="${location}"`))
  );
}
