/** Whatever was thrown while a file was read in; status, code and message of its record out. */
import { NotAReportError } from "../../parsers/errors.js";
import * as failures from "../failure.js";
import { inLanguage, type Language } from "../language.js";

export interface Failure {
  readonly status: "not-a-report" | "failed" | "memory" | "timeout";
  readonly code: string;
  readonly message: string;
}

/** V8 refuses a single allocation with a RangeError before the process runs out of memory. */
const ALLOCATION = /allocation failed|Invalid (?:string|array|typed array|array buffer) length/i;

export function failureOf(error: unknown, lang: Language): Failure {
  if (error instanceof RangeError && ALLOCATION.test(error.message)) return memoryFailure(lang);
  const { code, text } = failures.failureOf(error);
  const status = error instanceof NotAReportError ? "not-a-report" : "failed";
  return { status, code, message: inLanguage(text, lang) };
}

export function memoryFailure(lang: Language): Failure {
  const text = { zh: "超出单个文件的内存限制", en: "beyond the memory limit of one document" };
  return { status: "memory", code: "memory-limit", message: inLanguage(text, lang) };
}

export function timeoutFailure(lang: Language): Failure {
  const text = { zh: "超出单个文件的时间限制", en: "beyond the time limit of one document" };
  return { status: "timeout", code: "time-limit", message: inLanguage(text, lang) };
}

export function crashFailure(lang: Language): Failure {
  const text = { zh: "读取该文件的进程意外终止", en: "the process that read it ended unexpectedly" };
  return { status: "failed", code: "crash", message: inLanguage(text, lang) };
}
