/** OpenDocument texts, zipped (odt) and flat (fodt): paragraphs with their list numbers, tables with their spans. */
import type { Adapter } from "./adapter.js";
import { UnreadableDocumentError, UnsupportedFormatError } from "./errors.js";
import { flowBlocks } from "./flow.js";
import type { Limits } from "./limits.js";
import { readBody } from "./odt/blocks.js";
import { readNumbering } from "./odt/numbering.js";
import { readStyles, usualSizeIn } from "./odt/styles.js";
import { childOf, damagedPart, descendantsOf, parseXml, readXmlPart, textOf, type XmlElement } from "./xml.js";
import { openZip } from "./zip.js";

interface Parts {
  readonly content: XmlElement | null;
  readonly styles: XmlElement | null;
  readonly meta: XmlElement | null;
}

/** Reads the bytes of an OpenDocument text. */
export const readOdt: Adapter = async (bytes, { limits }) => {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const { content, styles, meta } = zipped ? zippedParts(bytes, limits) : flatParts(bytes, limits);
  const body = childOf(content, "body");
  const text = childOf(body, "text");
  if (!text) throw body ? otherKind(body) : damagedPart("content.xml");
  const roots = content === styles ? [content] : [styles, content];
  const reading = {
    styles: readStyles(roots),
    usualSize: usualSizeIn(roots),
    numbering: readNumbering(roots),
    limits,
    repeated: 0,
    repeatedCharacters: 0,
  };
  const { blocks, problems } = flowBlocks(readBody(text, reading), limits);
  const title = textOf(descendantsOf(meta, "title")[0]).trim();
  return { format: "odt", blocks, title: title === "" ? null : title, metadata: [], problems };
};

function zippedParts(bytes: Uint8Array, limits: Limits): Parts {
  const zip = openZip(bytes, limits);
  const manifest = readXmlPart(zip, "META-INF/manifest.xml", limits);
  if (descendantsOf(manifest, "encryption-data").length > 0) {
    throw new UnreadableDocumentError("encrypted", {
      zh: "ODT 文档已加密，需要密码",
      en: "the OpenDocument text is encrypted and needs a password",
    });
  }
  const part = (name: string) => readXmlPart(zip, name, limits);
  return { content: part("content.xml"), styles: part("styles.xml"), meta: part("meta.xml") };
}

function flatParts(bytes: Uint8Array, limits: Limits): Parts {
  const root = parseXml(bytes, "office:document", limits);
  return { content: root, styles: root, meta: childOf(root, "meta") ?? null };
}

/** Spreadsheets and presentations have the same container. */
function otherKind(body: XmlElement): UnsupportedFormatError {
  const kind = descendantsOf(body, "spreadsheet").length > 0 ? "spreadsheet" : "presentation or drawing";
  return new UnsupportedFormatError("unsupported-format", {
    zh:
      kind === "spreadsheet" ? "这是 ODS 电子表格，不支持；请另存为 xlsx" : "这是 OpenDocument 演示文稿或图形，不支持",
    en: `this is an OpenDocument ${kind}, which is not supported${kind === "spreadsheet" ? "; save it as xlsx" : ""}`,
  });
}
