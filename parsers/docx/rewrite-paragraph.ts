/** A paragraph of a Word document in; the same with its automatic number, and marked as a heading where it is one, out. */
import { childOf, type XmlElement } from "../xml.js";
import { shadeOf } from "./look.js";
import { marker } from "./markers.js";
import { copyElement, type Rewriting } from "./rewrite.js";
import { nextToken, readElement } from "./scan.js";
import { isOutlined, readNumberingReference } from "./styles.js";
import type { OpenTag } from "./tag.js";
import { valueOf } from "./values.js";

/**
 * Where a tracked change removed the paragraph's mark, the paragraph goes on in the next one of the same container
 * (ISO/IEC 29500-1, 17.13.5.15), whose properties hold.
 */
export function copyParagraph(tag: OpenTag, writing: Rewriting): void {
  if (!writing.open) {
    writing.out.push("<w:p>");
    writing.hasText = false;
  }
  writing.open = false;
  let markRemoved = false;
  let numbered = false;
  const number = (properties: XmlElement | undefined) => {
    if (!numbered && !markRemoved) writing.out.push(paragraphMarks(properties, writing));
    numbered = true;
  };
  writing.style = null;
  writing.shade = undefined;
  if (!tag.empty) {
    for (let token = nextToken(writing.scan); token && token.kind !== "close"; token = nextToken(writing.scan)) {
      if (token.kind !== "open") continue;
      if (token.name === "w:pPr") {
        const properties = readElement(token, writing.scan);
        writing.style = valueOf(properties, "pStyle");
        writing.shade = shadeOf(properties);
        const mark = childOf(properties, "rPr");
        markRemoved = childOf(mark, "del") !== undefined || childOf(mark, "moveFrom") !== undefined;
        number(properties);
      } else copyElement(token, writing);
    }
  }
  number(undefined);
  // A field's code that the paragraph doesn't end would hide all that follows.
  while (writing.fields.at(-1) === "code") writing.fields.pop();
  writing.open = markRemoved;
  if (!markRemoved) writing.out.push("</w:p>");
}

function paragraphMarks(properties: XmlElement | undefined, writing: Rewriting): string {
  const style = writing.styles.get(writing.style);
  const heading = isOutlined(properties) ?? style?.heading ?? false;
  const ordinal = writing.numbering.ordinal(readNumberingReference(properties) ?? null, writing.style);
  return (heading ? marker("heading", "") : "") + (ordinal === "" ? "" : marker("ordinal", ordinal));
}
