/** Reports in, what the importer would hand to a store out. */
import { packReport } from "../../src/store/packed-report.js";
import type { FileRecord, Outcome } from "../../src/store/store.js";
import type { Report } from "../../src/report.js";

export async function outcomeOf(path: string, report: Report): Promise<Outcome> {
  const { bytes, sha256 } = report.source;
  const file: FileRecord = {
    path,
    fingerprint: `${bytes}:1`,
    bytes,
    sha256,
    status: "read",
    code: null,
    message: null,
    parser: report.parser,
  };
  return { file, report: await packReport(report) };
}

export function failureAt(path: string, status: FileRecord["status"], code: string, sha256: string | null): Outcome {
  const file = { path, fingerprint: "9:1", bytes: 9, sha256, status, code, message: code, parser: "nianbao 0.1.0" };
  return { file, report: null };
}

export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
