/** A page's scripts and what it shows in; whether a script, not the page itself, holds the article, out. */
import type { Block, Problem } from "../document.js";

/** A page that shows more Chinese characters than this has its article in its own markup. */
const SHOWN_ARTICLE = 200;
/** Chinese characters and end tags that a script with an article has at least. */
const SCRIPT_CHARACTERS = 100;
const SCRIPT_TAGS = 3;

const chinese = (text: string) => text.match(/\p{Script=Han}|\\u[4-9][0-9a-f]{3}/giu)?.length ?? 0;
const tags = (text: string) => text.match(/(?:<|&lt;|\\u003c)\\?\/(?:p|td|tr|div|span)\b/gi)?.length ?? 0;

const SCRIPTED: Problem = {
  code: "scripted-content",
  severity: "warning",
  text: {
    zh: "页面的正文由脚本生成，脚本中的内容没有读取：请在浏览器中打开后另存",
    en: "the article of the page is built by a script, whose content was not read: save it from a browser",
  },
};

/** @param scripts texts of the scripts and of the fields that scripts take content from */
export function scriptedContent(scripts: readonly string[], blocks: readonly Block[]): Problem[] {
  if (scripts.length === 0 || showsArticle(blocks)) return [];
  const holds = scripts.some((text) => tags(text) >= SCRIPT_TAGS && chinese(text) >= SCRIPT_CHARACTERS);
  return holds ? [SCRIPTED] : [];
}

/** True for more characters than SHOWN_ARTICLE; no more blocks are looked at than that takes. */
function showsArticle(blocks: readonly Block[]): boolean {
  let shown = 0;
  for (const block of blocks) {
    const texts = block.kind === "paragraph" ? [block.text] : block.cells.map(({ text }) => text);
    for (const text of texts) {
      shown += chinese(text);
      if (shown > SHOWN_ARTICLE) return true;
    }
  }
  return false;
}
