/**
 * A filter in, a Parquet file of the reports or of their values out, written by the database. The wide rows are put
 * together a page of reports at a time: the database would hold all of them to turn them at once.
 */
import { FORMS } from "../forms/index.js";
import type { Connection, Database } from "./duckdb-connection.js";
import { conditionOf } from "./duckdb-read.js";
import { indicatorIds, literal } from "./schema.js";
import type { ReportFilter } from "./store.js";

/** Reports that are turned from rows to columns at a time. */
const PAGE = 1_000;

const LONG = `SELECT body, year, form, report_id, indicator, label, value, unit, raw, note, place
  FROM chosen JOIN indicator_values USING (report_id) LEFT JOIN indicators USING (form, indicator)`;

/** @returns the number of rows */
export async function copyToParquet(
  database: Database,
  path: string,
  layout: "wide" | "long",
  filter: ReportFilter,
): Promise<number> {
  const connection = await database.connect();
  try {
    const { sql, values } = conditionOf(filter);
    await connection.run(
      `CREATE TEMP TABLE chosen AS SELECT *, row_number() OVER (ORDER BY body_key, year, report_id) AS row
       FROM report_list WHERE ${sql}`,
      values,
    );
    if (layout === "wide") await turn(connection);
    const rows = layout === "wide" ? "SELECT * EXCLUDE (row) FROM wide ORDER BY row" : LONG;
    const copied = await connection.runAndReadAll(
      `COPY (${rows}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`,
    );
    return Number(copied.getRowsJS()[0]![0]);
  } finally {
    await connection.run("DROP TABLE IF EXISTS chosen; DROP TABLE IF EXISTS wide").catch(() => undefined);
    connection.closeSync();
  }
}

/** Fills the table `wide` from the chosen reports, page by page. */
async function turn(connection: Connection): Promise<void> {
  const ids = indicatorIds(Object.values(FORMS)).map(literal).join(", ");
  const rows = (page: string) => `SELECT * FROM (FROM chosen WHERE ${page}) LEFT JOIN (
    PIVOT (
      SELECT report_id, indicator, value FROM indicator_values
      WHERE report_id IN (SELECT report_id FROM chosen WHERE ${page})
    ) ON indicator IN (${ids}) USING any_value(value) GROUP BY report_id) USING (report_id)`;
  await connection.run(`CREATE TEMP TABLE wide AS ${rows("false")}`);
  const counted = await connection.runAndReadAll("SELECT count(*) FROM chosen");
  const count = Number(counted.getRowsJS()[0]![0]);
  for (let start = 1; start <= count; start += PAGE) {
    await connection.run(`INSERT INTO wide ${rows(`row BETWEEN ${start} AND ${start + PAGE - 1}`)}`);
  }
}
