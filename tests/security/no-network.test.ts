/** Documents that refer to other places: nothing is fetched, looked up or started, and no file is read for them. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BODY, externalReferences } from "../support/external-references.js";
import { node } from "../support/node.js";

const PRELOAD = ["--import", "./tests/support/no-connections.mjs"];
const SECRET = "不应读到的内容";

/** A document type with declarations is no part of these formats. */
const REFUSED: Readonly<Record<string, unknown>> = {
  "entities.docx": expect.stringMatching(/^damaged: /),
  "entities.fodt": expect.stringMatching(/^[a-z-]+: /),
};

interface Seen {
  readonly results: readonly { readonly body?: string; readonly error?: string; readonly text: string }[];
  readonly attempts: readonly string[];
}

async function parsedWith(url: string, folder: string): Promise<[names: string[], seen: Seen]> {
  const documents = Object.entries(externalReferences(url));
  for (const [name, bytes] of documents) writeFileSync(join(folder, name), bytes);
  const files = documents.map(([name]) => join(folder, name));
  const { code, stdout, stderr } = await node(...PRELOAD, "tests/support/parse-files.mjs", ...files);
  expect([code, stderr]).toEqual([0, ""]);
  return [documents.map(([name]) => name), JSON.parse(stdout) as Seen];
}

test("whoever tries to get out of the process is seen", async () => {
  const { code, stdout } = await node(...PRELOAD, "tests/support/call-out.mjs");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual([
    "net.connect",
    "net.Socket.connect",
    "tls.connect",
    "dgram.createSocket",
    "dns.lookup",
    "dns.promises.lookup",
    "http.request",
    "http.get",
    "https.request",
    "globalThis.fetch",
    ...(typeof WebSocket === "undefined" ? [] : ["globalThis.WebSocket"]),
    "child_process.execFile",
    "child_process.spawn",
  ]);
});

test.each(["http://127.0.0.1:9/", "//127.0.0.1:9/"])(
  "a report in any format that refers to %s is read, and nothing is asked for there",
  async (url) => {
    const [names, { results, attempts }] = await parsedWith(url, mkdtempSync(join(tmpdir(), "nianbao-")));
    expect(names.map((name, i) => [name, results[i]!.error ?? results[i]!.body])).toEqual(
      names.map((name) => [name, REFUSED[name] ?? BODY]),
    );
    expect(attempts).toEqual([]);
  },
);

test("a file of the machine that a document refers to is not read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  for (const name of ["x.txt", "x.dtd", "section.odt", "g", "c1"]) writeFileSync(join(folder, name), SECRET);
  const [names, { results, attempts }] = await parsedWith(`${pathToFileURL(folder).href}/`, folder);
  expect(results.flatMap(({ body }, i) => (body === BODY ? [] : [names[i]!]))).toEqual(Object.keys(REFUSED));
  expect(results.filter(({ text }) => text.includes(SECRET))).toEqual([]);
  expect(attempts).toEqual([]);
});
