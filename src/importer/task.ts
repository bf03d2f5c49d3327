/** What goes to a worker and what comes back; everything in it survives the way between two processes. */
import type { Limits } from "../../parsers/limits.js";
import type { Language } from "../language.js";
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
  | {
      readonly status: "not-a-report" | "failed" | "memory";
      /** Null where the file couldn't be read. */
      readonly sha256: string | null;
      readonly code: string;
      readonly message: string;
    };

/** What the process of a worker is started with, as its first argument, in JSON. */
export interface WorkerSettings {
  /** URL of the module that exports parseReports. */
  readonly parser: string;
  /** Memory at which the process ends itself, bytes. */
  readonly memory: number;
}
