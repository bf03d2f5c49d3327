/** A drawing of a Word document in; its text boxes, and a note of its pictures, out, as mammoth reads them. */
import { attributeOf } from "../xml.js";
import { marker } from "./markers.js";
import { copyChildren, inContainer, type Rewriting } from "./rewrite.js";
import { nextToken, skipElement, skipRest } from "./scan.js";
import type { OpenTag } from "./tag.js";

export function copyTextBox(tag: OpenTag, writing: Rewriting): void {
  const { cellShade } = writing;
  writing.cellShade = undefined;
  writing.out.push("<w:pict><v:textbox><w:txbxContent>");
  inContainer(writing, () => copyChildren(tag, writing));
  writing.out.push("</w:txbxContent></v:textbox></w:pict>");
  writing.cellShade = cellShade;
}

/**
 * One content in several versions: the first that holds anything printed. Word writes the modern drawing first and an
 * older copy of the same after it.
 */
export function copyAlternate(tag: OpenTag, writing: Rewriting): void {
  if (tag.empty) return;
  const before = writing.out.length;
  for (let token = nextToken(writing.scan); token && token.kind !== "close"; token = nextToken(writing.scan)) {
    if (token.kind !== "open") continue;
    const version = token.name === "mc:Choice" || token.name === "mc:Fallback";
    if (version && writing.out.length === before) copyChildren(token, writing);
    else skipElement(token, writing.scan);
  }
}

const PICTURE = /^(?:pic:pic|v:imagedata|c:chart|dgm:relIds)$/;

/** A drawing or a picture: its text boxes are text, its pictures are noted, its lines and shapes are nothing. */
export function copyDrawing(tag: OpenTag, writing: Rewriting): void {
  if (tag.empty) return;
  let alternative = "";
  let picture = false;
  let depth = 1;
  for (let token = nextToken(writing.scan); token; token = nextToken(writing.scan)) {
    if (token.kind === "close" && --depth === 0) break;
    if (token.kind !== "open") continue;
    if (isHiddenShape(token)) return leaveHidden(depth + (token.empty ? 0 : 1), writing);
    if (token.name === "wp:docPr") alternative = attributeOf(token, "descr") || attributeOf(token, "title") || "";
    if (token.name === "v:imagedata") alternative ||= attributeOf(token, "title") ?? "";
    picture ||= PICTURE.test(token.name);
    if (token.name === "w:txbxContent") copyTextBox(token, writing);
    else if (token.name === "mc:AlternateContent") copyAlternate(token, writing);
    else if (!token.empty) depth++;
  }
  if (picture) writing.out.push(marker("image", alternative));
}

/** Switched off in the list of a document's drawings. */
const isHiddenShape = (tag: OpenTag): boolean =>
  tag.name === "wp:docPr"
    ? /^(?:1|true|on)$/.test(attributeOf(tag, "hidden") ?? "")
    : tag.name.startsWith("v:") && /visibility:\s*hidden/i.test(attributeOf(tag, "style") ?? "");

/** Goes on behind the drawing. Something is written for it: the older copy of it is not to be read in its place. */
function leaveHidden(depth: number, writing: Rewriting): void {
  for (let open = depth; open > 0; open--) skipRest(writing.scan);
  writing.out.push("");
}
