/**
 * A Report in, the bytes that a store keeps of it out, and back again without loss. The file's name is left out: which
 * of several equal files was read first must not make a difference.
 */
import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import type { Report } from "../report.js";

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** JSON of the report, deflated: about a tenth of its size. */
export async function packReport(report: Report): Promise<Uint8Array> {
  const nameless = { ...report, source: { ...report.source, file: null } };
  return deflate(JSON.stringify(nameless));
}

/** The JSON that packReport packed. */
export async function unpackJson(packed: Uint8Array): Promise<string> {
  return (await inflate(packed)).toString("utf8");
}

/** The report that packReport packed, with the name of its file. */
export async function unpackReport(packed: Uint8Array, file: string | null): Promise<Report> {
  const report = JSON.parse(await unpackJson(packed)) as Report;
  return { ...report, source: { ...report.source, file } };
}
