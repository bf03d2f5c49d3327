/** The reports of a store in, a file with one report's JSON a line out, as `nianbao parse` prints it. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Exporter } from "./exporter.js";

export const jsonlExporter: Exporter = {
  async write(store, path, { filter }) {
    let rows = 0;
    const lines = async function* () {
      for await (const { report } of store.reports(filter)) {
        rows++;
        yield JSON.stringify(report) + "\n";
      }
    };
    await pipeline(Readable.from(lines()), createWriteStream(path));
    return rows;
  },
};
