// What a damaged document may end in: a report of the model in which every value has a place, or one of the documented
// errors. Everything else is a bug.

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
  const placeless = library.indicators(report).filter(({ value, at }) => value !== null && at === null);
  if (placeless.length > 0) return { outcome: "placeless", bug: placeless.map(({ id }) => id).join(" ") };
  return { outcome: "read" };
}
