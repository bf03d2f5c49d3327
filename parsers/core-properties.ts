/** The core properties of an Office document (docProps/core.xml) in; what it states about itself out. */
import { decodedXml } from "./xml.js";

/** Where the part is read to: the title stands among the first. */
const REACH = 100_000;

/** The title in the core properties, or null. A damaged part doesn't keep the document from being read. */
export function readTitle(xml: string | null): string | null {
  const title = /<dc:title[^>]*>([^<]*)</.exec(xml?.slice(0, REACH) ?? "")?.[1];
  return (title && decodedXml(title).trim()) || null;
}
