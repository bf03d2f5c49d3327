// Tries each way out of the process, as a reader that fetches would; prints what no-connections.mjs saw.
import { execFile, spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { lookup } from "node:dns";
import { lookup as lookupPromise } from "node:dns/promises";
import { get, request } from "node:http";
import { request as requestHttps } from "node:https";
import { connect, Socket } from "node:net";
import { connect as connectTls } from "node:tls";

const nothing = () => undefined;
const ways = [
  () => connect(9, "127.0.0.1"),
  () => new Socket().connect(9, "127.0.0.1"),
  () => connectTls(9, "127.0.0.1"),
  () => createSocket("udp4"),
  () => lookup("localhost", nothing),
  () => lookupPromise("localhost"),
  () => request("http://127.0.0.1:9/"),
  () => get("http://127.0.0.1:9/"),
  () => requestHttps("https://127.0.0.1:9/"),
  () => fetch("http://127.0.0.1:9/"),
  ...(typeof WebSocket === "undefined" ? [] : [() => new WebSocket("ws://127.0.0.1:9/")]),
  () => execFile(process.execPath, ["--version"], nothing),
  () => spawn(process.execPath, ["--version"]),
];
for (const way of ways) {
  try {
    await way();
  } catch {
    // Noted.
  }
}
process.stdout.write(JSON.stringify(globalThis.attempts));
