/**
 * What an archive of reports is, whatever database keeps it: the outcomes of reading files in, reports and file records
 * out. A second store (PostgreSQL, say) implements this interface beside the first.
 */
import type { FormId } from "../forms/form.js";
import type { Report } from "../report.js";
import type { PackedReport } from "./packed-report.js";

/** How reading a file ended. */
export const FILE_STATUSES = ["read", "not-a-report", "failed", "timeout", "memory"] as const;
export type FileStatus = (typeof FILE_STATUSES)[number];

/** One file of the archive and what became of it. */
export interface FileRecord {
  /** Absolute path with "/"; for a file in a zip archive "<archive>!/<name>". */
  readonly path: string;
  /** Tells that the file is unchanged without reading it: size and time, or size and CRC in a zip archive. */
  readonly fingerprint: string;
  readonly bytes: number;
  /** SHA-256 of the content, hex; null where it could not be read at all. */
  readonly sha256: string | null;
  readonly status: FileStatus;
  /** The error's stable code; null for a report that was read. */
  readonly code: string | null;
  readonly message: string | null;
  /** The parser that gave this outcome, "nianbao x.y.z". */
  readonly parser: string;
}

/** What the importer hands to a store: a file, and the reports that were read in it, packed by packReport. */
export interface Outcome {
  readonly file: FileRecord;
  /** In the order of the document; none where it could not be read. */
  readonly reports: readonly PackedReport[];
}

/** A report as the store gives it back. */
export interface StoredReport {
  /** Exactly as it was parsed; `source.file` is the first of `files`. */
  readonly report: Report;
  /** All files with this very content, by path. */
  readonly files: readonly string[];
  /** How many different reports of the same body and year the store holds; 1 for one whose body or year is unknown. */
  readonly versions: number;
}

/** Which reports are wanted; what is left out doesn't restrict. */
export interface ReportFilter {
  /** Part of the body's name, as printed or normalised. */
  readonly body?: string;
  readonly year?: number;
  readonly fromYear?: number;
  readonly toYear?: number;
  /** "none" for reports without a recognised form. */
  readonly form?: FormId | "none";
  /** Reports with at least one finding of this severity or worse; "none" for those without any. */
  readonly findings?: "error" | "warning" | "none";
}

export interface FileFilter {
  readonly statuses?: readonly FileStatus[];
}

export interface StoreCounts {
  readonly files: Readonly<Record<FileStatus, number>>;
  readonly reports: number;
  /** Reports with a finding of severity error. */
  readonly reportsWithErrors: number;
  /** Reports with a diagnostic of severity error: parts that could not be read. */
  readonly reportsUnread: number;
  /** Body and year pairs of which the store holds more than one report. */
  readonly publishedTwice: number;
}

export interface Store {
  /** The records of those of the paths that the store knows. */
  filesAt(paths: readonly string[]): Promise<ReadonlyMap<string, FileRecord>>;
  /**
   * Keeps outcomes, all or none: a path's record replaces its older one, reports those of the same content. Saving the
   * same outcomes again changes nothing.
   */
  save(outcomes: readonly Outcome[]): Promise<void>;
  /** Ordered by body, year and content hash; streamed. */
  reports(filter?: ReportFilter): AsyncIterable<StoredReport>;
  /** The forms of the reports, each once, the newest first; null for reports without a recognised form. */
  forms(filter?: ReportFilter): Promise<readonly (FormId | null)[]>;
  /** Ordered by path; streamed. */
  files(filter?: FileFilter): AsyncIterable<FileRecord>;
  counts(): Promise<StoreCounts>;
  close(): Promise<void>;
}
