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

/** The line that tells a user why a file gave no report: `FILE: code: message`. What nobody expected is called so. */
export function failureLine(file: string, error: unknown, language: Language): string {
  const name = printableLine(file);
  if (error instanceof NianbaoError) {
    return `${name}: ${error.code}: ${printableLine(inLanguage(error.text, language))}`;
  }
  const errno = (error as NodeJS.ErrnoException | null)?.code;
  const known = errno === undefined ? undefined : FILE_ERRORS[errno];
  return `${name}: ${known ? `${known.code}: ${known[language]}` : unexpectedText(error, language)}`;
}

/** A bug of ours: one line for the user; its stack with NIANBAO_DEBUG=1. */
function unexpectedText(error: unknown, language: Language): string {
  const what = printableLine(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  const stack = process.env["NIANBAO_DEBUG"] && error instanceof Error ? `\n${error.stack}` : "";
  const zh = `程序内部错误，请连同文件报告此问题（NIANBAO_DEBUG=1 显示细节）：${what}`;
  const en = `a bug in nianbao, please report it with the file (NIANBAO_DEBUG=1 shows more): ${what}`;
  return `internal-error: ${language === "zh" ? zh : en}${stack}`;
}

/** Prints the line and sets the exit code. */
export function fail(file: string, error: unknown, language: Language): void {
  process.stderr.write(failureLine(file, error, language) + "\n");
  process.exitCode = EXIT_FAILED;
}
