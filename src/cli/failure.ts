/** An error in; one line on stderr and the exit code out. */
import { NianbaoError } from "../../parsers/errors.js";
import { failureOf } from "../failure.js";
import { inLanguage, type Language } from "../language.js";
import { printable, printableLine } from "./terminal.js";

export const EXIT_OK = 0;
/** Not a report, or not readable. */
export const EXIT_FAILED = 1;
/** Wrong usage. */
export const EXIT_USAGE = 2;
/** Ended by Ctrl-C, as shells have it. */
export const EXIT_INTERRUPTED = 130;

/** `FILE: code: message`; of a limit the message names the option of the command line, not the library's. */
export function failureText(file: string, code: string, message: string): string {
  const said = code === "limit-exceeded" ? message.replace(/\blimits\.([a-zA-Z]+)/, "--limit $1=N") : message;
  return printableLine(`${file}: ${code}: ${said}`);
}

/**
 * The line that tells a user why a file gave no report: `FILE: code: message`. With NIANBAO_DEBUG=1 the stack of a bug
 * follows.
 */
function failureLine(file: string, error: unknown, language: Language): string {
  const { code, text } = failureOf(error);
  const line = failureText(file, code, inLanguage(text, language));
  const isBug = code === "internal-error" && process.env["NIANBAO_DEBUG"] && error instanceof Error;
  return isBug ? `${line}\n${printable(error.stack ?? "")}` : line;
}

/** Codes of what the options ask for in vain, whatever the files hold. */
const OF_USAGE: ReadonlySet<string> = new Set(["unknown-format", "unknown-layout"]);

/** Prints the line and sets the exit code. */
export function fail(file: string, error: unknown, language: Language): void {
  process.stderr.write(failureLine(file, error, language) + "\n");
  process.exitCode = error instanceof NianbaoError && OF_USAGE.has(error.code) ? EXIT_USAGE : EXIT_FAILED;
}
