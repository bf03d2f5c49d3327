/** What an import is told and what it tells: its options, and the events that it yields. */
import type { Limits } from "../../parsers/limits.js";
import type { Language } from "../language.js";
import type { FileStatus, Store } from "../store/store.js";

export interface ImportOptions {
  /** Path of a DuckDB file, made where there is none; or a store of one's own, which is left open. */
  readonly into: string | Store;
  /** Processes that parse, up to 256. @default the number of cores */
  readonly workers?: number;
  /** Time for one document, seconds. @default 60 */
  readonly timeout?: number;
  /** Limits of the parser to set differently from DEFAULT_LIMITS. */
  readonly limits?: Partial<Limits>;
  /** Memory for one document, MiB, from 32. @default 1024 */
  readonly memory?: number;
  /**
   * Files of an earlier run to read again: "failed" those that failed, ran out of time or of memory; "not-a-report"
   * those that were no report; "all" both. Changed files are always read.
   */
  readonly retry?: "failed" | "not-a-report" | "all";
  /** Reads again what another version of nianbao had read. @default false */
  readonly reparse?: boolean;
  /** Language of the messages in findings and diagnostics. @default "zh" */
  readonly lang?: Language;
  /** Ends the import; what was read is saved. */
  readonly signal?: AbortSignal;
  /** Documents of one transaction at most. @default 640 */
  readonly batch?: number;
  /** URL of a module that exports a parseReports of the same signature as nianbao's. @default nianbao's own */
  readonly parser?: string;
}

/** The files are known, and which of them have to be read. */
export interface PlannedEvent {
  readonly type: "planned";
  readonly files: number;
  readonly toRead: number;
  /** Unchanged since an earlier run, by the outcome of that run. */
  readonly unchanged: Readonly<Record<FileStatus, number>>;
}

/** One file was read, or could not be. */
export interface DocumentEvent {
  readonly type: "document";
  readonly path: string;
  readonly status: FileStatus;
  /** The error's code and message; null for a report that was read. */
  readonly code: string | null;
  readonly message: string | null;
}

/** All documents up to here are safe in the store, whatever happens next. */
export interface SavedEvent {
  readonly type: "saved";
  readonly documents: number;
}

export interface FinishedEvent {
  readonly type: "finished";
  /** The files of this run by outcome. */
  readonly documents: Readonly<Record<FileStatus, number>>;
  readonly seconds: number;
  /** True where the signal ended the import before all files were read. */
  readonly interrupted: boolean;
}

export type ImportEvent = PlannedEvent | DocumentEvent | SavedEvent | FinishedEvent;
