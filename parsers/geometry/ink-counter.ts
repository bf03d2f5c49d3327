/** The pages of a document in, one after the other; an error out where all together hold more than the limits allow. */
import { checkLimit, type Limits } from "../limits.js";
import type { PageContent } from "./page.js";

/**
 * A small file can print any number of pages that are all the same. Their tables are looked for when all are there.
 * @throws UnreadableDocumentError "limit-exceeded" for characters, from the function that is returned
 */
export function inkCounter(limits: Limits): (page: PageContent) => void {
  let count = 0;
  return ({ glyphs, edges: { horizontal, vertical } }) => {
    count += glyphs.length + horizontal.length + vertical.length;
    checkLimit(limits, "characters", count);
  };
}
