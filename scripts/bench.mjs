// The time of a full parse as a ratio to its library's bare reading of the same bytes: npm run bench
import { readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { table } from "table";
import { parseReport } from "../dist/src/index.js";
import { BARE } from "./bench/bare.mjs";
import { compare } from "./bench/measure.mjs";

const folder = process.argv[2] ?? "samples";
const rows = [["file", "parse, ms", "bare reading, ms", "ratio", "bare reading is"]];
for (const name of readdirSync(folder).sort()) {
  const bare = BARE[extname(name).slice(1)];
  if (!bare) continue;
  const bytes = readFileSync(join(folder, name));
  const { a, b, ratio } = await compare(
    () => parseReport(bytes),
    () => bare.read(bytes),
    { rounds: 15, warmUp: 3 },
  );
  rows.push([name, a.toFixed(1), b.toFixed(1), ratio.toFixed(2), bare.what]);
}
process.stdout.write(table(rows, { drawHorizontalLine: (index, size) => index <= 1 || index === size }));
