/** A Report in; its identity and tables as text for a terminal out. */
import type { Language } from "../language.js";
import type { Report } from "../report.js";

export function reportTable(report: Report, lang: Language): string {
  return `${report.title} ${lang}\n`;
}
