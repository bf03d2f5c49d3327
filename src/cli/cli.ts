#!/usr/bin/env node
/** The `nianbao` command: answers --version at once and loads everything else when it is needed. */
import { VERSION } from "../version.js";

const argv = process.argv.slice(2);
// A reader that goes away (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
if (argv.length === 1 && argv[0] === "--version") process.stdout.write(VERSION + "\n");
else await (await import("./program.js")).run(argv);
