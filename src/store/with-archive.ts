/** The path of an archive in; what the work on its reports gives out. */
import { openDuckDbStore } from "./duckdb-store.js";
import type { Store } from "./store.js";

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
