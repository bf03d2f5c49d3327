/**
 * Outcomes in, batches in the store out: a batch is saved while the next one is being read, and no more than two are in
 * memory. A batch also ends after some seconds, so that little is lost where documents are slow.
 */
import type { Outcome, Store } from "../store/store.js";

/**
 * Documents of a batch. Some 200 values each, they fill a row group of DuckDB (122,880 rows), which goes to its place in the
 * file at once; smaller batches are written to the log first, and again with every later one until a row group is full.
 */
const BATCH_DOCUMENTS = 640;
/** Time after which a batch is saved however small it is, milliseconds. */
const BATCH_TIME = 10_000;
/** Size at which a batch is saved however few documents it has: those of a batch are in memory. */
const BATCH_BYTES = 12 * 1024 * 1024;

export interface Saver {
  /**
   * Takes an outcome.
   * @returns true where a batch has become safe since the last call
   * @throws StoreError where saving failed, at this call or the next
   */
  add(outcome: Outcome): Promise<boolean>;
  /** Saves what is left. */
  flush(): Promise<void>;
  /** Number of documents that are safe. */
  saved(): number;
}

export function createSaver(store: Store, size = BATCH_DOCUMENTS): Saver {
  let batch: Outcome[] = [];
  let bytes = 0;
  let since = performance.now();
  let saving: Promise<void> = Promise.resolve();
  let saved = 0;
  let told = 0;

  const start = () => {
    const outcomes = batch;
    batch = [];
    bytes = 0;
    since = performance.now();
    saving = store.save(outcomes).then(() => {
      saved += outcomes.length;
    });
    // Whoever waits for it next gets the error; until then it is no unhandled one.
    saving.catch(() => undefined);
  };

  return {
    async add(outcome) {
      batch.push(outcome);
      for (const { document, rows } of outcome.reports) bytes += document.byteLength + rows.byteLength;
      if (batch.length >= size || bytes >= BATCH_BYTES || performance.now() - since >= BATCH_TIME) {
        await saving;
        start();
      }
      const isNews = saved > told;
      told = saved;
      return isNews;
    },
    async flush() {
      await saving;
      start();
      await saving;
    },
    saved: () => saved,
  };
}
