/** Web pages: whole pages of content management systems, fragments, and pages saved by Word and WPS. */
import { getElementsByTagName, textContent } from "domutils";
import type { Adapter, ReadOptions } from "./adapter.js";
import { decodeText } from "./charset.js";
import type { Format, MetadataItem, SourceDocument } from "./document.js";
import { readBlocks } from "./html/blocks.js";
import { readStyleSheet } from "./html/css.js";
import { collapse } from "./html/text.js";
import { parseTree } from "./html/tree.js";

/** Reads the bytes of a page; the charset is told by the bytes before the declaration. */
export const readHtml: Adapter = async (bytes, options) => readHtmlText(decodeText(bytes).text, "html", options);

/** Reads the text of a page. */
export function readHtmlText(html: string, format: Format, { limits }: ReadOptions): SourceDocument {
  const tree = parseTree(html, limits);
  const all = (name: string) => getElementsByTagName(name, tree);
  const sheet = readStyleSheet(all("style").map(textContent).join("\n"));
  const [titleElement] = all("title");
  const title = titleElement ? collapse(textContent(titleElement)).trim() : "";
  const declared = all("meta").flatMap(({ attribs }): MetadataItem[] => {
    const name = attribs["name"] ?? attribs["property"];
    return name !== undefined && attribs["content"] !== undefined ? [{ name, value: attribs["content"] }] : [];
  });
  const body = all("body")[0] ?? tree;
  const { blocks, metadata, problems } = readBlocks(body, sheet, limits);
  return { format, blocks, title: title === "" ? null : title, metadata: [...declared, ...metadata], problems };
}
