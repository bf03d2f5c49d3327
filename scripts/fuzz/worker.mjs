// Judges the damaged documents that the main thread sends, one at a time; its first message says that it is ready.
import { parentPort } from "node:worker_threads";
import * as library from "../../dist/src/index.js";
import { verdictOf } from "./verdict.mjs";

parentPort.on("message", async (bytes) => parentPort.postMessage(await verdictOf(library, bytes)));
parentPort.postMessage("ready");
