/**
 * Work on the database in; its results out, errors as StoreErrors, and known to the store for as long as it is at it:
 * a database that is closed in the middle of a query may wait for itself for ever, or take the process along.
 */
import { guarded } from "./duckdb-connection.js";
import { storeError } from "./errors.js";

export interface DatabaseWork {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** The rows, to be read one by one as before. */
  stream<T>(rows: AsyncIterable<T>): AsyncIterable<T>;
  /**
   * Settles when nothing is being done, and takes no further work. Who reads may have gone away in the middle of a row,
   * where the file that it writes can't be, say.
   */
  end(): Promise<void>;
}

export function createDatabaseWork(): DatabaseWork {
  const running = new Set<Promise<unknown>>();
  let ended = false;
  const run = <T>(work: () => Promise<T>): Promise<T> => {
    if (ended) return Promise.reject(closedStore());
    const result = guarded(work);
    const settled: Promise<unknown> = result.catch(() => undefined).then(() => running.delete(settled));
    running.add(settled);
    return result;
  };
  return {
    run,
    async *stream(rows) {
      const iterator = rows[Symbol.asyncIterator]();
      try {
        for (;;) {
          const next = await run(() => iterator.next());
          if (next.done === true) return;
          yield next.value;
        }
      } finally {
        await iterator.return?.();
      }
    },
    async end() {
      ended = true;
      while (running.size > 0) await Promise.all(running);
    },
  };
}

const closedStore = () => storeError("store-closed", { zh: "归档已关闭", en: "the archive is closed" });
