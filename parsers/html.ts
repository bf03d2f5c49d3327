/** Web pages: whole pages of content management systems, fragments, and pages saved by Word and WPS. */
import { load } from "cheerio";
import type { Adapter, ReadOptions } from "./adapter.js";
import { decodeText } from "./charset.js";
import type { Format, MetadataItem, SourceDocument } from "./document.js";
import { readBlocks } from "./html/blocks.js";
import { checkDepth } from "./html/depth.js";
import { readRules } from "./html/style.js";
import { collapse } from "./html/text.js";

/** Reads the bytes of a page; the charset is told by the bytes before the declaration. */
export const readHtml: Adapter = async (bytes, options) => readHtmlText(decodeText(bytes).text, "html", options);

/** Reads the text of a page. */
export function readHtmlText(html: string, format: Format, { limits }: ReadOptions): SourceDocument {
  checkDepth(html, limits);
  const $ = load(html);
  const rules = readRules($("style").text());
  const title = collapse($("title").first().text()).trim();
  const declared: MetadataItem[] = $("meta[name][content]")
    .toArray()
    .map((meta) => ({ name: meta.attribs["name"]!, value: meta.attribs["content"]! }));
  const body = $("body").get(0) ?? $.root().get(0)!;
  const { blocks, metadata, problems } = readBlocks(body, rules, limits);
  return { format, blocks, title: title === "" ? null : title, metadata: [...declared, ...metadata], problems };
}
