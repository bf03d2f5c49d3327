/** Web pages: whole pages of content management systems, fragments, and pages saved by Word and WPS. */
// The light entry: the full one loads a network client.
import { load } from "cheerio/slim";
import type { Adapter, ReadOptions } from "./adapter.js";
import { decodeText } from "./charset.js";
import type { Format, MetadataItem, SourceDocument } from "./document.js";
import { readBlocks } from "./html/blocks.js";
import { readStyleSheet } from "./html/css.js";
import { scriptedContent } from "./html/scripted.js";
import { collapse } from "./html/text.js";
import { parseTree } from "./html/tree.js";

/** Reads the bytes of a page; the charset is told by the bytes before the declaration. */
export const readHtml: Adapter = async (bytes, options) => readHtmlText(decodeText(bytes).text, "html", options);

/** Reads the text of a page. */
export function readHtmlText(html: string, format: Format, { limits }: ReadOptions): SourceDocument {
  const $ = load(parseTree(html, limits));
  const found = $("title, meta, style, body, script, textarea").toArray();
  const named = (name: string) => found.filter((element) => element.name === name);
  const sheet = readStyleSheet(
    named("style")
      .map((style) => $(style).text())
      .join("\n"),
  );
  const title = collapse($(named("title")[0]).text()).trim();
  const declared = named("meta").flatMap(({ attribs }): MetadataItem[] => {
    const name = attribs["name"] ?? attribs["property"];
    return name !== undefined && attribs["content"] !== undefined ? [{ name, value: attribs["content"] }] : [];
  });
  const body = named("body")[0] ?? $.root().get(0)!;
  const { blocks, metadata, problems } = readBlocks(body, sheet, limits);
  const scripts = [...named("script"), ...named("textarea")].map((script) => $(script).text());
  const scripted = scriptedContent(scripts, blocks);
  return {
    format,
    blocks,
    title: title === "" ? null : title,
    metadata: [...declared, ...metadata],
    problems: [...scripted, ...problems],
  };
}
