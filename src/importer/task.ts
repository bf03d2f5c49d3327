/** What goes to a worker and what comes back; everything in it survives the way between two processes. */
import type { Limits } from "../../parsers/limits.js";
import type { Language } from "../language.js";
import type { Failure } from "./failure.js";
import type { PackedReport } from "../store/packed-report.js";

export interface ParseTask {
  /** The name for `source.file`. */
  readonly path: string;
  /** The file to read; null where the bytes come along. */
  readonly file: string | null;
  readonly bytes: Uint8Array | null;
  readonly lang: Language;
  readonly limits: Partial<Limits>;
}

export type ParseResult =
  | { readonly status: "read"; readonly sha256: string; readonly reports: readonly PackedReport[] }
  /** Without the content's hash where it couldn't be read, or the worker didn't live to tell. */
  | (Failure & { readonly sha256: string | null });

/** What the process of a worker is started with, as its first argument, in JSON. */
export interface WorkerSettings {
  /** URL of the module that exports parseReports. */
  readonly parser: string;
  /** Memory at which the process ends itself, bytes. */
  readonly memory: number;
}
