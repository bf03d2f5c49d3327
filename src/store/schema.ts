/**
 * The schema of an archive: statements that make its tables, and its views from the national forms. A report's
 * id is the SHA-256 of its document, so that nothing depends on the order in which files were read; from the second
 * report of one document on, "#2" and so on stand behind it.
 */
import type { Form } from "../forms/index.js";

/** Name and version of the schema, in the table `meta`; a store of another version is refused. */
export const STORE_SCHEMA = "nianbao/store/1";

/** What is known of a report as a whole; filled from ReportRows. */
export const REPORT_COLUMNS = {
  title: "VARCHAR",
  body: "VARCHAR",
  body_key: "VARCHAR",
  signed_by: "VARCHAR",
  year: "INTEGER",
  form: "VARCHAR",
  period_from: "DATE",
  period_to: "DATE",
  published_on: "DATE",
  written_on: "DATE",
  index_number: "VARCHAR",
  document_number: "VARCHAR",
  publisher: "VARCHAR",
  format: "VARCHAR",
  bytes: "BIGINT",
  pages: "INTEGER",
  parser: "VARCHAR",
} as const;

/** The tables that list something of a report, each row under the report's id and its position; the same. */
const LIST_TABLES = {
  indicator_values: { indicator: "VARCHAR", value: "DOUBLE", raw: "VARCHAR", note: "VARCHAR", place: "VARCHAR" },
  sections: { section: "VARCHAR", heading: "VARCHAR", text: "VARCHAR", place: "VARCHAR" },
  statements: {
    indicator: "VARCHAR",
    value: "DOUBLE",
    unit: "VARCHAR",
    scope: "VARCHAR",
    sentence: "VARCHAR",
    place: "VARCHAR",
  },
  findings: {
    rule: "VARCHAR",
    severity: "VARCHAR",
    message: "VARCHAR",
    indicators: "VARCHAR[]",
    expected: "DOUBLE",
    actual: "DOUBLE",
  },
  diagnostics: { code: "VARCHAR", severity: "VARCHAR", message: "VARCHAR", indicator: "VARCHAR", place: "VARCHAR" },
} as const;
export type ListTable = keyof typeof LIST_TABLES;
export const LIST_TABLE_NAMES = Object.keys(LIST_TABLES) as ListTable[];

type Columns = Readonly<Record<string, string>>;

const table = (name: string, columns: Columns) =>
  `CREATE TABLE ${name} (${Object.entries(columns)
    .map(([column, type]) => `${column} ${type}`)
    .join(", ")})`;

/**
 * No keys and indexes: the single writer keeps the rows unique, and DuckDB checks a key too early where a transaction
 * replaces a row.
 */
export const TABLES: readonly string[] = [
  `CREATE TABLE meta (name VARCHAR, value VARCHAR)`,
  `CREATE TABLE files (
    path VARCHAR, fingerprint VARCHAR, bytes BIGINT, sha256 VARCHAR,
    status VARCHAR, code VARCHAR, message VARCHAR, parser VARCHAR)`,
  `CREATE TABLE indicators (form VARCHAR, position INTEGER, indicator VARCHAR, label VARCHAR, unit VARCHAR)`,
  table("reports", { report_id: "VARCHAR", sha256: "VARCHAR", part: "INTEGER", ...REPORT_COLUMNS, document: "BLOB" }),
  ...LIST_TABLE_NAMES.map((name) => table(name, { report_id: "VARCHAR", position: "INTEGER", ...LIST_TABLES[name] })),
];

/** The names of a table's columns, the first of which has a value in every row. */
export const listColumns = (name: ListTable) => Object.keys(LIST_TABLES[name]) as [string, ...string[]];

/** The structure of the JSON of ReportRows, for the database's JSON reader. */
export const ROWS_STRUCTURE = JSON.stringify({
  report: REPORT_COLUMNS,
  ...Object.fromEntries(LIST_TABLE_NAMES.map((name) => [name, structureOf(LIST_TABLES[name])])),
});

function structureOf(columns: Columns): object {
  const entries = Object.entries(columns).map(([name, type]) => [
    name,
    [type.endsWith("[]") ? [type.slice(0, -2)] : type],
  ]);
  return Object.fromEntries(entries) as object;
}

const REPORT_LIST = `CREATE OR REPLACE VIEW report_list AS
  WITH located AS (
    SELECT sha256, min(path) AS file, count(*) AS files FROM files WHERE sha256 IS NOT NULL GROUP BY sha256),
  found AS (
    SELECT report_id, count(*) FILTER (WHERE severity = 'error') AS errors,
      count(*) FILTER (WHERE severity = 'warning') AS warnings
    FROM findings GROUP BY report_id),
  missed AS (
    SELECT report_id, count(*) FILTER (WHERE severity = 'error') AS errors FROM diagnostics GROUP BY report_id)
  SELECT reports.* EXCLUDE (document),
    located.file, coalesce(located.files, 0) AS files,
    coalesce(found.errors, 0) AS finding_errors, coalesce(found.warnings, 0) AS finding_warnings,
    coalesce(missed.errors, 0) AS diagnostic_errors,
    CASE WHEN body_key IS NULL OR year IS NULL THEN 1
      ELSE count(*) OVER (PARTITION BY body_key, year) END AS versions,
    CASE WHEN body_key IS NULL OR year IS NULL THEN 1
      ELSE row_number() OVER (PARTITION BY body_key, year ORDER BY published_on NULLS FIRST, report_id) END AS version
  FROM reports LEFT JOIN located USING (sha256) LEFT JOIN found USING (report_id)
    LEFT JOIN missed USING (report_id)`;

const PUBLISHED_TWICE = `CREATE OR REPLACE VIEW published_twice AS
  SELECT body_key, year, version, versions, body, published_on, file, report_id
  FROM report_list WHERE versions > 1 ORDER BY body_key, year, version`;

export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The ids of the indicators of all forms, each once. */
export function indicatorIds(forms: readonly Form[]): string[] {
  return [...new Set(forms.flatMap((form) => form.indicators.map(({ id }) => id)))];
}

/**
 * One row a report, one column an indicator, named by its id: report_wide. An aggregate a column, so that the database
 * computes only the columns that a query names.
 */
function wideView(forms: readonly Form[]): string {
  const columns = indicatorIds(forms).map(
    (id) => `any_value(value) FILTER (WHERE indicator = ${literal(id)}) AS "${id}"`,
  );
  return `CREATE OR REPLACE VIEW report_wide AS
  SELECT * FROM report_list LEFT JOIN (
    SELECT ${["report_id", ...columns].join(", ")} FROM indicator_values GROUP BY report_id
  ) USING (report_id)`;
}

/** The statements that make the views; they follow the forms, so that a newer nianbao renews them. */
export function viewsOf(forms: readonly Form[]): string[] {
  return [REPORT_LIST, PUBLISHED_TWICE, wideView(forms)];
}

/** The statement that fills `indicators`. */
export function indicatorRows(forms: readonly Form[]): string {
  const rows = forms.flatMap((form) =>
    form.indicators.map(({ id, label, unit }, position) =>
      [literal(form.id), position, literal(id), literal(label), literal(unit)].join(", "),
    ),
  );
  return `INSERT INTO indicators VALUES ${rows.map((row) => `(${row})`).join(", ")}`;
}
