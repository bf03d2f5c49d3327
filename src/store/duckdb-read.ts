/**
 * Filters in, reports and file records of a DuckDB archive out, streamed: what is held in memory at a time is a few
 * hundred of them, however many there are.
 */
import type { DuckDBValue } from "@duckdb/node-api";
import type { FormId } from "../forms/form.js";
import type { Connection, Database } from "./duckdb-connection.js";
import { unpackReport } from "./packed-report.js";
import type { FileFilter, FileRecord, FileStatus, ReportFilter, StoredReport } from "./store.js";
import { FILE_STATUSES, type StoreCounts } from "./store.js";

/** Documents that are fetched at a time. */
const PAGE = 500;

interface Condition {
  readonly sql: string;
  readonly values: Record<string, string | number>;
}

/** The WHERE clause over report_list that a filter stands for, with its parameters. */
export function conditionOf(filter: ReportFilter): Condition {
  const parts: string[] = [];
  const values: Record<string, string | number> = {};
  const add = (sql: string, name?: string, value?: string | number) => {
    parts.push(sql);
    if (name !== undefined && value !== undefined) values[name] = value;
  };
  if (filter.body !== undefined) add("(contains(body, $body) OR contains(body_key, $body))", "body", filter.body);
  if (filter.year !== undefined) add("year = $year", "year", filter.year);
  if (filter.fromYear !== undefined) add("year >= $fromYear", "fromYear", filter.fromYear);
  if (filter.toYear !== undefined) add("year <= $toYear", "toYear", filter.toYear);
  if (filter.form === "none") add("form IS NULL");
  else if (filter.form !== undefined) add("form = $form", "form", filter.form);
  if (filter.findings === "error") add("finding_errors > 0");
  if (filter.findings === "warning") add("finding_errors + finding_warnings > 0");
  if (filter.findings === "none") add("finding_errors + finding_warnings = 0");
  return { sql: parts.length === 0 ? "true" : parts.join(" AND "), values };
}

export async function* readStoredReports(database: Database, filter: ReportFilter): AsyncIterable<StoredReport> {
  const { sql, values } = conditionOf(filter);
  const keys = await database.connect();
  const documents = await database.connect();
  try {
    const result = await keys.stream(
      `SELECT report_id, versions, paths FROM report_list LEFT JOIN (
         SELECT sha256, list(path ORDER BY path) AS paths FROM files WHERE sha256 IS NOT NULL GROUP BY sha256
       ) USING (sha256)
       WHERE ${sql} ORDER BY coalesce(body_key, body, title), year, report_id`,
      values,
    );
    for await (const rows of result.yieldRowsJs()) {
      for (let start = 0; start < rows.length; start += PAGE) {
        yield* pageOf(database, documents, rows.slice(start, start + PAGE) as [string, bigint, string[] | null][]);
      }
    }
  } finally {
    keys.closeSync();
    documents.closeSync();
  }
}

export async function readForms({ connection }: Database, filter: ReportFilter): Promise<(FormId | null)[]> {
  const { sql, values } = conditionOf(filter);
  const reader = await connection.runAndReadAll(
    `SELECT form FROM report_list WHERE ${sql} GROUP BY form ORDER BY form DESC NULLS LAST`,
    values,
  );
  return reader.getRowsJS().map(([form]) => form as FormId | null);
}

async function* pageOf(
  database: Database,
  connection: Connection,
  keys: readonly [string, bigint, string[] | null][],
): AsyncIterable<StoredReport> {
  const { listValue } = database.client;
  const reader = await connection.runAndReadAll(
    "SELECT report_id, document FROM reports WHERE report_id IN (SELECT unnest($ids))",
    { ids: listValue(keys.map(([id]) => id)) },
  );
  const packed = new Map(reader.getRows().map(([id, blob]) => [id as string, bytesOf(blob)]));
  for (const [id, versions, paths] of keys) {
    const files = paths ?? [];
    const report = unpackReport(packed.get(id)!, files[0] ?? null);
    yield { report, files, versions: Number(versions) };
  }
}

const bytesOf = (value: DuckDBValue | undefined) => (value as { bytes: Uint8Array }).bytes;

const FILE_COLUMNS = "path, fingerprint, bytes, sha256, status, code, message, parser";

function fileOf(row: readonly unknown[]): FileRecord {
  const [path, fingerprint, bytes, sha256, status, code, message, parser] = row as [
    string,
    string,
    bigint,
    string | null,
    FileStatus,
    string | null,
    string | null,
    string,
  ];
  return { path, fingerprint, bytes: Number(bytes), sha256, status, code, message, parser };
}

export async function* readFiles(database: Database, filter: FileFilter): AsyncIterable<FileRecord> {
  const connection = await database.connect();
  try {
    const result = await connection.stream(
      `SELECT ${FILE_COLUMNS} FROM files WHERE list_contains($statuses, status) ORDER BY path`,
      { statuses: database.client.listValue([...(filter.statuses ?? FILE_STATUSES)]) },
    );
    for await (const rows of result.yieldRowsJs()) yield* rows.map(fileOf);
  } finally {
    connection.closeSync();
  }
}

export async function readFilesAt(database: Database, paths: readonly string[]): Promise<Map<string, FileRecord>> {
  if (paths.length === 0) return new Map();
  const reader = await database.connection.runAndReadAll(
    `SELECT ${FILE_COLUMNS} FROM files WHERE path IN (SELECT unnest($paths))`,
    { paths: database.client.listValue([...paths]) },
  );
  return new Map(reader.getRowsJS().map((row) => [row[0] as string, fileOf(row)]));
}

export async function readCounts({ connection }: Database): Promise<StoreCounts> {
  const statuses = await connection.runAndReadAll("SELECT status, count(*) FROM files GROUP BY status");
  const byStatus = new Map(statuses.getRowsJS().map(([status, count]) => [status as string, Number(count)]));
  const files = Object.fromEntries(FILE_STATUSES.map((status) => [status, byStatus.get(status) ?? 0]));
  const totals = await connection.runAndReadAll(
    `SELECT count(*), count(*) FILTER (WHERE finding_errors > 0),
       count(*) FILTER (WHERE diagnostic_errors > 0),
       count(*) FILTER (WHERE versions > 1 AND version = 1) FROM report_list`,
  );
  const [reports, reportsWithErrors, reportsUnread, publishedTwice] = totals.getRowsJS()[0]!.map(Number);
  return {
    files: files as Record<FileStatus, number>,
    reports: reports!,
    reportsWithErrors: reportsWithErrors!,
    reportsUnread: reportsUnread!,
    publishedTwice: publishedTwice!,
  };
}
