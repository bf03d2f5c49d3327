/** Reports in, what the importer would hand to a store out. */
import { packReport } from "../../src/store/packed-report.js";
import type { FileRecord, Outcome } from "../../src/store/store.js";
import type { Report } from "../../src/report.js";

export function outcomeOf(path: string, ...reports: Report[]): Outcome {
  const { parser, source } = reports[0]!;
  const { bytes, sha256 } = source;
  const file: FileRecord = {
    path,
    fingerprint: `${bytes}:1`,
    bytes,
    sha256,
    status: "read",
    code: null,
    message: null,
    parser,
  };
  return { file, reports: reports.map(packReport) };
}

export function failureAt(path: string, status: FileRecord["status"], code: string, sha256: string | null): Outcome {
  const file = { path, fingerprint: "9:1", bytes: 9, sha256, status, code, message: code, parser: "nianbao 0.1.0" };
  return { file, reports: [] };
}

export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
