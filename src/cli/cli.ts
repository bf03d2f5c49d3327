#!/usr/bin/env node
/** The `nianbao` command. */
import { readFile } from "node:fs/promises";
import { NianbaoError } from "../../parsers/errors.js";
import { parseReport } from "../parse.js";

const [, file] = process.argv.slice(2);
try {
  const report = await parseReport(await readFile(file!), { file: file! });
  process.stdout.write(JSON.stringify(report) + "\n");
} catch (error) {
  if (!(error instanceof NianbaoError)) throw error;
  process.stderr.write(`${file}: ${error.code}: ${error.text.zh}\n`);
  process.exitCode = 1;
}
