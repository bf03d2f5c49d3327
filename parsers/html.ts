/** Web pages: whole pages of content management systems, fragments, and pages saved by Word and WPS. */
import { textContent } from "domutils";
import type { Adapter, ReadOptions } from "./adapter.js";
import { decodeText } from "./charset.js";
import type { Format, MetadataItem, SourceDocument } from "./document.js";
import { readBlocks } from "./html/blocks.js";
import { readStyleSheet } from "./html/css.js";
import { elementsNamed } from "./html/element.js";
import { scriptedContent } from "./html/scripted.js";
import { checkLimit } from "./limits.js";
import { collapse } from "./html/text.js";
import { parseTree } from "./html/tree.js";

/** Reads the bytes of a page; the charset is told by the bytes before the declaration. */
export const readHtml: Adapter = async (bytes, options) => {
  checkLimit(options.limits, "pageBytes", bytes.length);
  return readHtmlText(decodeText(bytes).text, "html", options);
};

/** Elements that are read wherever they stand. */
const STATED: ReadonlySet<string> = new Set(["title", "meta", "style", "body", "script", "textarea"]);

/** Reads the text of a page. */
export function readHtmlText(html: string, format: Format, { limits }: ReadOptions): SourceDocument {
  checkLimit(limits, "pageBytes", html.length);
  const tree = parseTree(html, limits);
  const found = elementsNamed(STATED, tree);
  const named = (name: string) => found.filter((element) => element.name === name);
  const sheet = readStyleSheet(named("style").map(textContent).join("\n"));
  const title = collapse(textContent(named("title").slice(0, 1))).trim();
  const declared = named("meta").flatMap(({ attribs }): MetadataItem[] => {
    const name = attribs["name"] ?? attribs["property"];
    return name !== undefined && attribs["content"] !== undefined ? [{ name, value: attribs["content"] }] : [];
  });
  const body = named("body")[0] ?? tree;
  const { blocks, metadata, problems } = readBlocks(body, sheet, limits);
  const scripts = [...named("script"), ...named("textarea")].map(textContent);
  const scripted = scriptedContent(scripts, blocks);
  return {
    format,
    blocks,
    title: title === "" ? null : title,
    metadata: [...declared, ...metadata],
    problems: [...scripted, ...problems],
  };
}
