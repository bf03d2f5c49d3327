/** Runs the built command as a user does. */
import { spawn } from "node:child_process";
import { resolve as resolvePath } from "node:path";

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** The folder that the command is called in. */
  readonly cwd?: string;
  /** Options of Node itself. */
  readonly node?: readonly string[];
}

const CLI = resolvePath("dist/src/cli/cli.js");

/** `nianbao` with the arguments; dist/ must be built, as `npm test` does. */
export function nianbao(
  args: readonly string[],
  input?: string | Uint8Array,
  { cwd, node = [] }: CliOptions = {},
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, CLI, ...args], { cwd });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
