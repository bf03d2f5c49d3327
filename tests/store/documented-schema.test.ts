/** docs/archive.md says of the schema what is so. */
import { readFile } from "node:fs/promises";
import { openDatabase } from "../../src/store/duckdb-connection.js";
import { STORE_SCHEMA, TABLES, viewsOf } from "../../src/store/schema.js";

test("the documented tables, columns and types are those of the database, in their order", async () => {
  const page = await readFile("docs/archive.md", "utf8");
  const documented = [...page.matchAll(/^\| (\w+) +\| (\w+) +\| ([A-Z[\]]+) +\|/gm)].map((match) => match.slice(1));
  const database = await openDatabase(":memory:");
  for (const table of TABLES) await database.connection.run(table);
  const columns = await database.connection.runAndReadAll(
    "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal ORDER BY table_oid, column_index",
  );
  database.close();
  expect(documented).toEqual(columns.getRowsJS());
  expect(page).toContain(`\`${STORE_SCHEMA}\``);
});

test("every view is documented", async () => {
  const page = await readFile("docs/archive.md", "utf8");
  const views = viewsOf([]).map((sql) => /VIEW (\w+)/.exec(sql)![1]!);
  expect(views).toEqual(["report_list", "published_twice", "report_wide"]);
  for (const view of views) expect(page).toContain(`\`${view}\``);
});
