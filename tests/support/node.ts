/** Arguments of Node in; what it printed and its exit code out. */
import { execFile } from "node:child_process";

export interface NodeResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function node(...args: string[]): Promise<NodeResult> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}
