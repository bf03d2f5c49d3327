/** The path of an archive and a query in, its rows out, streamed. The archive is opened for reading only. */
import type { Json } from "@duckdb/node-api";
import { guarded, openDatabase } from "./duckdb-connection.js";
import { storeError } from "./errors.js";

export type QueryValue = Json;

export interface QueryResult {
  readonly columns: readonly string[];
  /** Chunks of rows; whole numbers beyond 2^53, dates and the like are texts. */
  readonly chunks: AsyncIterable<readonly (readonly QueryValue[])[]>;
}

/**
 * Runs one query over an archive and hands its result to the work.
 * @throws StoreError "wrong-query" with the database's own words where the query is wrong, else as openDuckDbStore
 */
export async function withQuery<T>(path: string, sql: string, work: (result: QueryResult) => Promise<T>): Promise<T> {
  const database = await openDatabase(path, { readOnly: true });
  try {
    const result = await database.connection.stream(sql).catch((error: Error) => {
      const words = error.message.replace(/^Failed to extract statements: /, "").trim();
      throw storeError("wrong-query", { zh: `查询有误：${words}`, en: `the query is wrong: ${words}` }, error);
    });
    return await guarded(() => work({ columns: result.deduplicatedColumnNames(), chunks: plain(result) }));
  } finally {
    database.close();
  }
}

async function* plain(result: { yieldRowsJson(): AsyncIterable<(Json | null)[][]> }): QueryResult["chunks"] {
  for await (const rows of result.yieldRowsJson()) yield rows as QueryValue[][];
}
