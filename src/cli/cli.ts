#!/usr/bin/env node
/** The `nianbao` command: answers --version at once and loads everything else when it is needed. */
import { VERSION } from "../version.js";

const argv = process.argv.slice(2);
// A reader that goes away (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  void unwritable(error);
});
if (argv.length === 1 && argv[0] === "--version") process.stdout.write(VERSION + "\n");
else await (await import("./program.js")).run(argv);

/** The result can't be written, to a file on a full disk, say: nothing else that is done would be of use. */
async function unwritable(error: Error): Promise<void> {
  const { fail } = await import("./failure.js");
  const { languageOf, translator } = await import("./language.js");
  const language = languageOf(argv);
  fail(translator(language)("标准输出", "standard output"), error, language);
  process.exit();
}
