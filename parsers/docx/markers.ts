/**
 * What mammoth's tree has no place for travels through it as the names of bookmarks, which print nothing. The document's
 * own bookmarks are left out before, so that no name of a document is taken for one of these.
 */
import { escapedXml } from "../xml.js";

export type MarkerKind = "heading" | "ordinal" | "image" | "object" | "absent";

export function marker(kind: MarkerKind, value: string): string {
  return `<w:bookmarkStart w:name="${kind}:${escapedXml(value)}"/>`;
}

/** The kind and value of a bookmark's name. */
export function readMarker(name: string): { readonly kind: MarkerKind; readonly value: string } {
  const colon = name.indexOf(":");
  return { kind: name.slice(0, colon) as MarkerKind, value: name.slice(colon + 1) };
}

/** A position of a row that has no cell. */
export const absentCell = (columns: number): string =>
  `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr><w:p>${marker("absent", "")}</w:p></w:tc>`;
