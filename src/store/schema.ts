/**
 * The schema of an archive: statements that make its tables, and its views from the national forms. The tables hold one
 * report's contents under the SHA-256 of its file, so that nothing depends on the order in which files were read.
 */
import type { Form } from "../forms/index.js";

/** Name and version of the schema, in the table `meta`; a store of another version is refused. */
export const STORE_SCHEMA = "nianbao/store/1";

/**
 * No keys and indexes: the single writer keeps the rows unique, and DuckDB checks a key too early where a transaction
 * replaces a row.
 */
export const TABLES = [
  `CREATE TABLE meta (name VARCHAR, value VARCHAR)`,
  `CREATE TABLE files (
    path VARCHAR, fingerprint VARCHAR, bytes BIGINT, sha256 VARCHAR,
    status VARCHAR, code VARCHAR, message VARCHAR, parser VARCHAR)`,
  `CREATE TABLE reports (
    sha256 VARCHAR, title VARCHAR, body VARCHAR, body_key VARCHAR, signed_by VARCHAR, year INTEGER, form VARCHAR,
    period_from DATE, period_to DATE, published_on DATE, written_on DATE,
    index_number VARCHAR, document_number VARCHAR, publisher VARCHAR,
    format VARCHAR, bytes BIGINT, pages INTEGER, parser VARCHAR, document BLOB)`,
  `CREATE TABLE indicators (form VARCHAR, position INTEGER, indicator VARCHAR, label VARCHAR, unit VARCHAR)`,
  `CREATE TABLE indicator_values (
    sha256 VARCHAR, indicator VARCHAR, value DOUBLE, raw VARCHAR, note VARCHAR, place VARCHAR)`,
  `CREATE TABLE sections (
    sha256 VARCHAR, position INTEGER, section VARCHAR, heading VARCHAR, text VARCHAR, place VARCHAR)`,
  `CREATE TABLE statements (
    sha256 VARCHAR, position INTEGER, indicator VARCHAR, value DOUBLE, unit VARCHAR, scope VARCHAR,
    sentence VARCHAR, place VARCHAR)`,
  `CREATE TABLE findings (
    sha256 VARCHAR, position INTEGER, rule VARCHAR, severity VARCHAR, message VARCHAR, indicators VARCHAR[],
    expected DOUBLE, actual DOUBLE)`,
  `CREATE TABLE diagnostics (
    sha256 VARCHAR, position INTEGER, code VARCHAR, severity VARCHAR, message VARCHAR, indicator VARCHAR,
    place VARCHAR)`,
] as const;

/** The tables that hold a report's contents; a report that is read anew is first taken out of all of them. */
export const REPORT_TABLES = [
  "reports",
  "indicator_values",
  "sections",
  "statements",
  "findings",
  "diagnostics",
] as const;

/** The columns of `reports` but the packed document. */
const REPORT_COLUMNS = `sha256, title, body, body_key, signed_by, year, form, period_from, period_to, published_on,
  written_on, index_number, document_number, publisher, format, bytes, pages, parser`;

const REPORT_LIST = `CREATE OR REPLACE VIEW report_list AS
  WITH located AS (
    SELECT sha256, min(path) AS file, count(*) AS files FROM files WHERE sha256 IS NOT NULL GROUP BY sha256),
  found AS (
    SELECT sha256, count(*) FILTER (WHERE severity = 'error') AS errors,
      count(*) FILTER (WHERE severity = 'warning') AS warnings
    FROM findings GROUP BY sha256),
  missed AS (
    SELECT sha256, count(*) FILTER (WHERE severity = 'error') AS diagnostic_errors FROM diagnostics GROUP BY sha256)
  SELECT ${REPORT_COLUMNS},
    located.file, coalesce(located.files, 0) AS files,
    coalesce(found.errors, 0) AS finding_errors, coalesce(found.warnings, 0) AS finding_warnings,
    coalesce(missed.diagnostic_errors, 0) AS diagnostic_errors,
    CASE WHEN body_key IS NULL OR year IS NULL THEN 1
      ELSE count(*) OVER (PARTITION BY body_key, year) END AS versions,
    CASE WHEN body_key IS NULL OR year IS NULL THEN 1
      ELSE row_number() OVER (PARTITION BY body_key, year ORDER BY published_on NULLS FIRST, sha256) END AS version
  FROM reports LEFT JOIN located USING (sha256) LEFT JOIN found USING (sha256) LEFT JOIN missed USING (sha256)`;

const PUBLISHED_TWICE = `CREATE OR REPLACE VIEW published_twice AS
  SELECT body_key, year, version, versions, body, published_on, file, sha256
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
    SELECT ${["sha256", ...columns].join(", ")} FROM indicator_values GROUP BY sha256
  ) USING (sha256)`;
}

/** The statements that make the views; they follow the forms, so that a newer nianbao renews them. */
export function viewsOf(forms: readonly Form[]): string[] {
  return [REPORT_LIST, PUBLISHED_TWICE, wideView(forms)];
}

/** The statement that fills `indicators`; null where there is nothing to fill in. */
export function indicatorRows(forms: readonly Form[]): string | null {
  const rows = forms.flatMap((form) =>
    form.indicators.map(({ id, label, unit }, position) =>
      [literal(form.id), position, literal(id), literal(label), literal(unit)].join(", "),
    ),
  );
  return rows.length === 0 ? null : `INSERT INTO indicators VALUES ${rows.map((row) => `(${row})`).join(", ")}`;
}
