/**
 * The library's functions over archives: import, open, export. Each loads what it needs when it is called, so that
 * whoever only parses needs neither a database client nor Node.
 */
import type { ExportOptions } from "./export/exporter.js";
import type { ImportEvent, ImportOptions } from "./importer/events.js";
import type { Report } from "./report.js";
import type { Store } from "./store/store.js";

/**
 * Imports reports: folders, files, globs and zip archives, all formats mixed. It may be ended at any moment, also by
 * leaving the loop, and goes on where it was when it is started again.
 * @throws StoreError where the archive can't be opened or written, e.g. "disk-full", "store-locked", "missing-package"
 *
 * @example
 * import { importReports } from "nianbao";
 *
 * for await (const event of importReports("samples/*.html", { into: "archive.duckdb" })) {
 *   if (event.type === "document" && event.status !== "read") console.warn(event.path, event.code);
 *   if (event.type === "finished") console.log(event.documents.failed, event.interrupted); // 0 false
 * }
 */
export async function* importReports(
  source: string | readonly string[],
  options: ImportOptions,
): AsyncGenerator<ImportEvent, void, undefined> {
  yield* (await import("./importer/import-reports.js")).importReports(source, options);
}

/**
 * Opens an archive in a DuckDB file, and makes one where there is none and it isn't to be read only. Close it when done.
 * @throws StoreError where the file is absent, locked, damaged or of another schema, or the database client absent
 *
 * @example
 * import { openStore } from "nianbao";
 *
 * const store = await openStore("archive.duckdb");
 * for await (const { report } of store.reports({ year: 2020 })) console.log(report.body); // 澜川县档案局
 * await store.close();
 */
export async function openStore(path: string, options: { readonly readOnly?: boolean } = {}): Promise<Store> {
  return (await import("./store/duckdb-store.js")).openDuckDbStore(path, options);
}

/**
 * Exports the reports of a store to .xlsx, .csv, .jsonl or .parquet, by the name of the file.
 * @returns the number of rows written
 * @throws StoreError "unknown-format" for another extension, "no-such-folder", "unknown-layout" for "long" where there is none,
 *   "missing-package" where the workbook writer is absent
 *
 * @example
 * import { exportReports, openStore } from "nianbao";
 *
 * const store = await openStore("archive.duckdb");
 * console.log(await exportReports(store, "reports.jsonl", { filter: { year: 2020 } })); // 1
 * await store.close();
 */
export async function exportReports(store: Store, path: string, options: ExportOptions = {}): Promise<number> {
  return (await import("./export/exporter.js")).exportReports(store, path, options);
}

/**
 * The report that an import hands packed to a store (`Outcome.reports`), for stores of one's own: what they keep is
 * `document`, and `Store.reports` gives the report back.
 * @param file name of the file, for `source.file`; the packed report has none
 *
 * @example
 * import { importReports, openStore, unpackReport } from "nianbao";
 *
 * const store = await openStore("watched.duckdb");
 * const events = importReports("samples/lanchuan-water-2024.docx", {
 *   into: {
 *     ...store,
 *     async save(outcomes) {
 *       await store.save(outcomes);
 *       for (const { file, reports } of outcomes) {
 *         for (const { document } of reports) console.log((await unpackReport(document, file.path)).body); // 澜川县水务局
 *       }
 *     },
 *   },
 * });
 * for await (const event of events) void event;
 * await store.close();
 */
export async function unpackReport(document: Uint8Array, file: string | null): Promise<Report> {
  return (await import("./store/packed-report.js")).unpackReport(document, file);
}

export type { ExportOptions } from "./export/exporter.js";
export type {
  DocumentEvent,
  FinishedEvent,
  ImportEvent,
  ImportOptions,
  PlannedEvent,
  SavedEvent,
} from "./importer/events.js";
export type {
  FileFilter,
  FileRecord,
  FileStatus,
  Outcome,
  ReportFilter,
  Store,
  StoreCounts,
  StoredReport,
} from "./store/store.js";
export type { PackedReport } from "./store/packed-report.js";
export { StoreError } from "./store/errors.js";
