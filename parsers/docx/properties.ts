/** The container of a document in; what it states about itself out. */
import type { Zip } from "../zip.js";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The title in the core properties, or null. */
export function readTitle(zip: Zip): string | null {
  const bytes = zip.read("docProps/core.xml");
  if (!bytes) return null;
  const xml = new TextDecoder().decode(bytes.subarray(0, 100_000));
  const title = /<dc:title[^>]*>([^<]*)</
    .exec(xml)?.[1]
    ?.replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all);
  return title?.trim() ? title.trim() : null;
}
