/** The core properties of a document in; what it states about itself out. */

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The title in the core properties, or null. */
export function readTitle(xml: string | null): string | null {
  const title = /<dc:title[^>]*>([^<]*)</
    .exec(xml?.slice(0, 100_000) ?? "")?.[1]
    ?.replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all);
  return title?.trim() ? title.trim() : null;
}
