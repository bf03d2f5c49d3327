/** The path of an archive and a query in, its rows out, streamed. The archive is opened for reading only. */
import type { Json } from "@duckdb/node-api";
import type { Bilingual } from "../../parsers/document.js";
import { guarded, openDatabase, type Connection } from "./duckdb-connection.js";
import { storeError } from "./errors.js";

export type QueryValue = Json;

export interface QueryResult {
  readonly columns: readonly string[];
  /** Chunks of rows; whole numbers beyond 2^53, dates and the like are texts. */
  readonly chunks: AsyncIterable<readonly (readonly QueryValue[])[]>;
}

/**
 * Runs a query over an archive and hands its result to the work. Settings, temporary tables and the like may stand before
 * it, but no other query: its result would be lost without a word.
 * @throws StoreError "wrong-query" with the database's own words where the query is wrong, else as openDuckDbStore
 */
export async function withQuery<T>(path: string, sql: string, work: (result: QueryResult) => Promise<T>): Promise<T> {
  const database = await openDatabase(path, { readOnly: true });
  try {
    const result = await lastResult(database.connection, sql);
    return await guarded(() => work({ columns: result.deduplicatedColumnNames(), chunks: plain(result) }));
  } finally {
    database.close();
  }
}

async function lastResult(connection: Connection, sql: string): Promise<StreamedResult> {
  const statements = await inQuery(connection.extractStatements(sql));
  for (let index = 0; ; index++) {
    const result = await inQuery(statements.prepare(index).then((statement) => statement.stream()));
    if (index === statements.count - 1) return result;
    if (result.returnType === QUERY_RESULT) throw wrongQuery(SEVERAL);
  }
}

type StreamedResult = Awaited<ReturnType<Connection["stream"]>>;

/** `ResultReturnType.QUERY_RESULT` of the client, which is loaded only where it is used. */
const QUERY_RESULT = 3;

const SEVERAL = {
  zh: "含有多个查询，每次只能显示一个的结果；请分开查询",
  en: "it holds several, and the result of one can be shown; ask one at a time",
};
const EMPTY = { zh: "没有查询语句", en: "there is none" };

/** What the client says of a text without any statement. */
const NO_STATEMENT = "Error in native callback";

function inQuery<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: Error) => {
    const words = error.message.replace(/^Failed to extract statements: /, "").trim();
    throw wrongQuery(words === NO_STATEMENT ? EMPTY : { zh: words, en: words }, error);
  });
}

const wrongQuery = ({ zh, en }: Bilingual, cause?: Error) =>
  storeError("wrong-query", { zh: `查询有误：${zh}`, en: `the query is wrong: ${en}` }, cause);

async function* plain(result: { yieldRowsJson(): AsyncIterable<(Json | null)[][]> }): QueryResult["chunks"] {
  for await (const rows of result.yieldRowsJson()) yield rows as QueryValue[][];
}
