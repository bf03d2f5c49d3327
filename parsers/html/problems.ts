/** Elements whose content stands elsewhere in; what an archivist has to know about them out. */
import { checkLimit } from "../limits.js";
import { isElement, type PageElement } from "./element.js";
import type { Reading } from "./reading.js";

const ATTACHMENT = /\.(?:docx?|wps|pdf|xlsx?|et|zip|rar|ofd|pptx?|txt)(?:[?#&]|$)/i;
/** A frame or picture with a smaller side holds no report: icons, counters. */
const SMALLEST_SIDE = 100;

/** A note takes as much memory as so many nodes. */
const NODES_A_NOTE = 20;

/** A picture of a number has larger sides; smaller ones keep cells open. */
const SMALLEST_NUMBER = 4;

/** True where a side is stated and smaller. */
function isSmall({ attribs }: PageElement, smallest = SMALLEST_SIDE): boolean {
  return [attribs["width"], attribs["height"]].some((side) => {
    const size = Number.parseInt(side ?? "", 10);
    return Number.isFinite(size) && size < smallest && !side!.includes("%");
  });
}

/** True where the element holds a picture that a number may be drawn in. */
export function holdsPicture(element: PageElement): boolean {
  return element.children.some(
    (child) => isElement(child) && ((child.name === "img" && !isSmall(child, SMALLEST_NUMBER)) || holdsPicture(child)),
  );
}

export function noteImage(image: PageElement, reading: Reading): void {
  if (isSmall(image)) return;
  const name = (image.attribs["alt"] || image.attribs["title"] || "").slice(0, 100);
  note(reading, "image", {
    zh: `正文中有图片${name ? `“${name}”` : ""}，其中的内容没有读取`,
    en: `an image${name ? ` "${name}"` : ""} stands in the text; what it shows was not read`,
  });
}

export const isAttachment = ({ attribs }: PageElement) =>
  attribs["href"] !== undefined && ATTACHMENT.test(attribs["href"]);

/** @param name the text of the link */
export function noteAttachment(name: string, reading: Reading): void {
  note(reading, "attachment", {
    zh: `页面链接了附件“${name.slice(0, 100)}”，附件不在本文件中，没有读取`,
    en: `the page links to an attachment "${name.slice(0, 100)}", which is not in this file and was not read`,
  });
}

/** A page or file that is shown inside this one. */
export function noteFrame(frame: PageElement, reading: Reading): void {
  const { attribs } = frame;
  const source = attribs["src"] || attribs["data"] || "";
  if (source === "" || /^(?:about|javascript):/i.test(source) || isSmall(frame)) return;
  const name = source.startsWith("data:") ? source.slice(0, 30) : source.slice(-100);
  note(reading, "frame", {
    zh: `页面内嵌了另一页面或文件“${name}”，不在本文件中，没有读取`,
    en: `the page shows another page or file "${name}" inside it, which is not in this file and was not read`,
  });
}

function note(reading: Reading, code: string, text: { zh: string; en: string }): void {
  const count = reading.problems.push({ code, severity: "info", text, at: { paragraph: reading.paragraphs } });
  checkLimit(reading.limits, "nodes", count * NODES_A_NOTE);
}
