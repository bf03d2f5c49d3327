// Loaded before anything else (node --import): every way out of the process is replaced by a function that notes its name
// in `globalThis.attempts` and throws.
import childProcess from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import tls from "node:tls";

globalThis.attempts = [];

const refuse = (object, prefix, names) => {
  for (const name of names) {
    if (!(name in object)) continue;
    // An old-style function, so that it may be called with `new`, too.
    object[name] = function () {
      globalThis.attempts.push(`${prefix}.${name}`);
      throw new Error(`not allowed here: ${prefix}.${name}`);
    };
  }
};

refuse(net, "net", ["connect", "createConnection"]);
refuse(net.Socket.prototype, "net.Socket", ["connect"]);
refuse(tls, "tls", ["connect"]);
refuse(dgram, "dgram", ["createSocket"]);
refuse(dns, "dns", ["lookup", "resolve", "resolve4", "resolve6"]);
refuse(dns.promises, "dns.promises", ["lookup", "resolve", "resolve4", "resolve6"]);
refuse(http, "http", ["request", "get"]);
refuse(https, "https", ["request", "get"]);
refuse(globalThis, "globalThis", ["fetch", "WebSocket", "EventSource"]);
refuse(childProcess, "child_process", ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"]);
syncBuiltinESMExports();
