import { newTally, summaryText } from "../../src/cli/import-summary.js";

const counts = {
  files: { read: 1, "not-a-report": 0, failed: 0, timeout: 0, memory: 0 },
  reports: 1,
  reportsWithErrors: 0,
  reportsUnread: 0,
  publishedTwice: 0,
};
const commands = (archive: string) => summaryText(newTally(), archive, counts, (zh) => zh);

test.each([
  ["data/年报-2024_a.duckdb", "data/年报-2024_a.duckdb"],
  ["my archive.duckdb", "'my archive.duckdb'"],
  ["archive(1).duckdb", "'archive(1).duckdb'"],
  ["$HOME;rm", "'$HOME;rm'"],
  ["it's", "'it'\\''s'"],
])("the next command names the archive %s so that a shell takes it for one word", (archive, shown) => {
  expect(commands(archive)).toContain(`  nianbao export ${shown} --to reports.xlsx\n`);
});
