/** Markup in; an error where it nests deeper than the limit, before any tree is built. */
import { checkLimit, type Limits } from "../limits.js";

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:]*)/g;
/** Elements without content, and those whose end tag pages leave out: they close by themselves. */
const SELF_CLOSING =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|tbody|thead|tfoot|option|optgroup|colgroup|font|b|i|u|o:p)$/i;

/** A parser's work on elements that nest thousands deep grows faster than the page: such pages are refused first. */
export function checkDepth(html: string, limits: Limits): void {
  let depth = 0;
  let tags = 0;
  for (const [, closing, name] of html.matchAll(TAG)) {
    checkLimit(limits, "nodes", ++tags);
    if (SELF_CLOSING.test(name!)) continue;
    depth = closing ? Math.max(0, depth - 1) : depth + 1;
    checkLimit(limits, "depth", depth);
  }
}
