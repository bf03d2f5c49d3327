/** The first paragraphs of a report in; what they say of the report itself (who compiled it, what it is called) out. */
import type { Paragraph } from "../../parsers/document.js";
import { readable } from "../../parsers/readable.js";
import { compact } from "./normalize.js";
import { isOrgan } from "./organ.js";
import { bodyInTitle, isTitle } from "./title.js";

/** Paragraphs at the beginning that may introduce the report. */
const INTRODUCTION = 12;
const LONGEST = 1_000;

/** 由X按照…编制; ，X现将…; ，X编制本报告 */
const COMPILERS: readonly RegExp[] = [
  /由([\p{Script=Han}()·]{3,40}?)(?:按照|依据|根据|依照|结合|负责|汇总|组织|牵头|统一)[^。]{0,80}?(?:编制|编写|撰写)/gu,
  /由([\p{Script=Han}()·]{3,40}?)(?:编制|编写|撰写)/gu,
  /(?:^|[,。;])([\p{Script=Han}()·]{3,40}?)(?:现将|编制了?(?:本|了|完成)|编写了?本|现(?:公布|发布|向社会))/gu,
];
/** 现公布X2024年政府信息公开工作年度报告 */
const ANNOUNCED = /(?:公布|发布|形成|编制|编写|印发|报告)了?(\p{Script=Han}[^,。;《》]{4,60}?报告)/gu;
const QUOTED = /《([^《》]{8,70})》/gu;

/** The introduction's texts, printed within their lengths. */
export function introductionOf(paragraphs: readonly Paragraph[]): string[] {
  return paragraphs.slice(0, INTRODUCTION).map(({ text }) => text.slice(0, LONGEST));
}

/** Titles of an annual report that the introduction announces, in order. */
export function announcedTitles(paragraphs: readonly Paragraph[]): string[] {
  return introductionOf(paragraphs).flatMap((text) => {
    const words = readable(text).replace(/\s+/g, "");
    return [...words.matchAll(QUOTED), ...words.matchAll(ANNOUNCED)].map((match) => match[1]!).filter(isTitle);
  });
}

/** The reporting body that the introduction names, or null. */
export function bodyInIntroduction(paragraphs: readonly Paragraph[]): string | null {
  const texts = introductionOf(paragraphs).map(compact);
  for (const pattern of COMPILERS) {
    const names = texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]!));
    const name = names.find(isOrgan);
    if (name !== undefined) return name;
  }
  const announced = announcedTitles(paragraphs).map(bodyInTitle);
  return announced.find((name) => name !== null && isOrgan(name)) ?? null;
}
