/** Runs a command of `nianbao` in this process: what it prints and its exit code, without the cost of a start. */
import { jest } from "@jest/globals";
import { run } from "../../src/cli/program.js";
import type { CliResult } from "./cli.js";

export async function nianbaoHere(...argv: string[]): Promise<CliResult> {
  const printed = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    jest.spyOn(process[name], "write").mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    }),
  );
  process.exitCode = 0;
  try {
    await run(argv);
    return { code: Number(process.exitCode), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.exitCode = 0;
  }
}
