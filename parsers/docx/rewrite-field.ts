/** The marks and the code of a field of a Word document in; what Word prints of them out. */
import { asObscured } from "../obscured.js";
import { attributeOf, childOf, elementsOf, escapedXml, type XmlElement } from "../xml.js";
import type { Rewriting } from "./rewrite.js";
import { writeText } from "./rewrite-run.js";
import { readElement, skipElement } from "./scan.js";
import type { OpenTag } from "./tag.js";
import { valueOf } from "./values.js";

/** Of an open field: whether its code, which isn't printed, or its result is being read. */
export type Field = "code" | "result";

/** A field that Word prints from its code alone; of a number in a circle nothing is lost. */
const PRINTED_CODE = /^\s*eq\s(?=.*[\d０-９])(?!.*[○〇□△◯])/i;

export function copyInstruction(code: string, writing: Rewriting): void {
  if (PRINTED_CODE.test(code)) writing.out.push(`<w:t>${asObscured("")}</w:t>`);
}

export function copyFieldCharacter(tag: OpenTag, writing: Rewriting): void {
  const type = attributeOf(tag, "fldCharType");
  if (type === "begin") {
    const choice = dropDownChoice(readElement(tag, writing.scan));
    if (choice !== null) writeText(escapedXml(choice), writing);
    writing.fields.push("code");
    return;
  }
  if (type === "separate" && writing.fields.length > 0) writing.fields[writing.fields.length - 1] = "result";
  if (type === "end") writing.fields.pop();
  skipElement(tag, writing.scan);
}

/** A drop-down list of a form has no result: Word prints the entry that is chosen. */
function dropDownChoice(begin: XmlElement): string | null {
  const list = childOf(childOf(begin, "ffData"), "ddList");
  if (!list) return null;
  const entries = elementsOf(list, "listEntry");
  const chosen = entries[Number.parseInt(valueOf(list, "result") ?? valueOf(list, "default") ?? "0", 10) || 0];
  return attributeOf(chosen, "val") ?? null;
}
