/** An error in; one line on stderr and the exit code out. */
import { NianbaoError } from "../../parsers/errors.js";
import { inLanguage, type Language } from "../language.js";
import { printableLine } from "./terminal.js";

export const EXIT_OK = 0;
/** Not a report, or not readable. */
export const EXIT_FAILED = 1;
/** Wrong usage. */
export const EXIT_USAGE = 2;

const FILE_ERRORS: Readonly<Record<string, { code: string; zh: string; en: string }>> = {
  ENOENT: { code: "no-such-file", zh: "没有这个文件", en: "no such file" },
  EISDIR: { code: "is-a-directory", zh: "这是文件夹，不是文件", en: "is a directory, not a file" },
  EACCES: { code: "no-permission", zh: "没有读取权限", en: "no permission to read it" },
  EPERM: { code: "no-permission", zh: "没有读取权限", en: "no permission to read it" },
};

/**
 * The line that tells a user why a file gave no report: `FILE: code: message`.
 * @returns null for an error that nobody expected: a bug, to be thrown on
 */
export function failureLine(file: string, error: unknown, language: Language): string | null {
  const name = printableLine(file);
  if (error instanceof NianbaoError) {
    return `${name}: ${error.code}: ${printableLine(inLanguage(error.text, language))}`;
  }
  const errno = (error as NodeJS.ErrnoException | null)?.code;
  const known = errno === undefined ? undefined : FILE_ERRORS[errno];
  return known ? `${name}: ${known.code}: ${known[language]}` : null;
}
