/** Picks the language of what a user reads. */
import type { Bilingual } from "../parsers/document.js";

export type Language = "zh" | "en";

/** The text in the language. */
export function inLanguage(text: Bilingual, language: Language): string {
  return text[language];
}
