/** A field of a form in; what it shows out. */
import { textContent } from "domutils";
import { isElement, type PageElement } from "./element.js";

/** What a form shows in a field that was filled in. */
export function fieldValue(field: PageElement): string {
  if (field.name === "textarea") return textContent(field);
  if (field.name === "input") {
    return /^(?:|text|number|tel|search)$/i.test(field.attribs["type"] ?? "") ? (field.attribs["value"] ?? "") : "";
  }
  const options = field.children.filter(isElement).filter(({ name }) => name === "option");
  const chosen = options.find(({ attribs }) => "selected" in attribs) ?? options[0];
  return chosen ? textContent(chosen) : "";
}
