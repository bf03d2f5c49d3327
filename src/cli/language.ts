/** The language of the command line: known before the arguments are parsed, so that help and usage errors use it. */
import type { Language } from "../language.js";

/** The value of `--lang` anywhere among the arguments; Chinese by default. */
export function languageOf(argv: readonly string[]): Language {
  const flag = argv.findIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  if (flag < 0) return "zh";
  const given = argv[flag]!.includes("=") ? argv[flag]!.slice("--lang=".length) : argv[flag + 1];
  return given === "en" ? "en" : "zh";
}

/** Picks the text of the language that the command line was called in. */
export type Translate = (zh: string, en: string) => string;

export function translator(language: Language): Translate {
  return (zh, en) => (language === "zh" ? zh : en);
}
