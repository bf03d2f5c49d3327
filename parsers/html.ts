/** Web pages, through cheerio. */
import type { Adapter } from "./adapter.js";

export const readHtml: Adapter = async () => {
  throw new Error("not written yet");
};
