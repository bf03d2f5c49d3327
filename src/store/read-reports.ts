/** The path of an archive in, its reports out: what commands over a whole archive (audit, form, export) begin with. */
import type { Report } from "../report.js";
import { openDuckDbStore } from "./duckdb-store.js";
import type { ReportFilter, Store } from "./store.js";

/** The reports of a store, one at a time, ordered by body, year and content hash. */
export async function* readReports(store: Store, filter: ReportFilter = {}): AsyncIterable<Report> {
  for await (const { report } of store.reports(filter)) yield report;
}

/**
 * Opens an archive for reading, hands it to the work and closes it again.
 * @throws StoreError as openDuckDbStore
 */
export async function withArchive<T>(path: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openDuckDbStore(path, { readOnly: true });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
