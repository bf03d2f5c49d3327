/** The path of an archive in, everything in it as text out, in an order that doesn't depend on how it came in. */
import { openDatabase } from "../../src/store/duckdb-connection.js";

const TABLES = ["files", "reports", "indicator_values", "sections", "statements", "findings", "diagnostics"];

export async function storeContents(path: string): Promise<string> {
  const database = await openDatabase(path, { readOnly: true });
  const parts: string[] = [];
  for (const table of TABLES) {
    const reader = await database.connection.runAndReadAll(`SELECT * FROM ${table} ORDER BY ALL`);
    parts.push(table, ...reader.getRowsJson().map((row) => JSON.stringify(row)));
  }
  database.close();
  return parts.join("\n");
}
