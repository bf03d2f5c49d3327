// What a damaged document may end in: a report of the model in which every value has a place and every null a reason, or
// one of the documented errors. Everything else is a bug.

/** Nothing printed, or a sign for "none": a null that explains itself. */
const BLANK = /^(?:[\s\p{P}\p{S}\p{C}]*|无|暂无|没有|不适用|N\/?A)$/iu;

/**
 * @param {typeof import("../../dist/src/index.js")} library
 * @param {Uint8Array} bytes
 * @returns {Promise<{outcome: string, bug?: string}>}
 */
export async function verdictOf(library, bytes) {
  let report;
  try {
    report = await library.parseReport(bytes);
  } catch (error) {
    if (error instanceof library.NianbaoError) return { outcome: error.code };
    return { outcome: "crash", bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  const shape = library.reportSchema.safeParse(report);
  if (!shape.success) return { outcome: "bad-model", bug: JSON.stringify(shape.error.issues.slice(0, 3)) };
  const rows = library.indicators(report);
  // The cell has the place: a value that it doesn't hold came from nowhere.
  const placeless = rows.filter(({ id, value }) => valueIn(report, id) !== value);
  if (placeless.length > 0) return { outcome: "placeless", bug: placeless.map(({ id }) => id).join(" ") };
  const covered = coverage(report.diagnostics);
  const optional = new Set(
    rows.length ? library.FORMS[report.form].indicators.filter((i) => i.optional).map((i) => i.id) : [],
  );
  const explained = ({ id, raw }) => (raw === null ? optional.has(id) : BLANK.test(raw)) || covered(id);
  const silent = rows.filter((row) => row.value === null && !explained(row));
  if (silent.length > 0) return { outcome: "silent", bug: silent.map(({ id, raw }) => `${id}: ${raw}`).join("\n") };
  return { outcome: "read" };
}

/** The value of the model itself, not of its cell. */
function valueIn(report, /** @type {string} */ id) {
  return id.split(".").reduce((node, name) => node?.[name], report) ?? null;
}

/** Whether a diagnostic tells of an indicator: of itself, or of a group that it is in. */
function coverage(diagnostics) {
  const told = new Set(diagnostics.map(({ indicator }) => indicator));
  return (/** @type {string} */ id) => {
    const parts = id.split(".");
    return parts.some((_, i) => told.has(parts.slice(0, i + 1).join(".")));
  };
}
