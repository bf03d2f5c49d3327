/** The reports of a DuckDB store in, a Parquet file out; the database writes it itself. */
import { appendFile } from "node:fs/promises";
import type { DuckDbStore } from "../store/duckdb-store.js";
import { storeError } from "../store/errors.js";
import type { Store } from "../store/store.js";
import type { Exporter } from "./exporter.js";

export const parquetExporter: Exporter = {
  async write(store, path, { layout, filter }) {
    if (!canWriteParquet(store)) {
      throw storeError("unknown-format", { zh: "此归档不能导出 Parquet", en: "this store cannot write Parquet" });
    }
    // Where the file can't be written, the system says so of the file; the database would say it of the archive.
    await appendFile(path, "");
    return store.exportParquet(path, layout, filter);
  },
};

function canWriteParquet(store: Store): store is DuckDbStore {
  return "exportParquet" in store;
}
