import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { getPriority, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ImportEvent, ImportOptions } from "../../src/importer/events.js";
import { openDuckDbStore } from "../../src/store/duckdb-store.js";
import type { FileRecord } from "../../src/store/store.js";
import { collected } from "../store/outcomes.js";

/** As built: its workers are processes of their own. */
const { importReports: run } = (await import(
  resolve("dist/src/importer/import-reports.js")
)) as typeof import("../../src/importer/import-reports.js");

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-import-"));
  await mkdir(join(folder, "in"));
});
afterEach(() => rm(folder, { recursive: true }));

const parser = pathToFileURL(resolve("tests/importer/fake-parser.mjs")).href;
const write = (name: string, text: string) => writeFile(join(folder, "in", name), text);
const archive = () => join(folder, "archive.duckdb");

async function imported(options: Partial<ImportOptions> = {}, source = join(folder, "in")): Promise<ImportEvent[]> {
  return collected(run(source, { into: archive(), parser, workers: 2, ...options }));
}

const documents = (events: readonly ImportEvent[]) =>
  events.flatMap((event) => (event.type === "document" ? [[event.path.split("/").at(-1), event.status]] : [])).sort();

async function fileRecords(): Promise<FileRecord[]> {
  const store = await openDuckDbStore(archive(), { readOnly: true });
  const files = await collected(store.files());
  await store.close();
  return files;
}

async function changeRecords(changed: (file: FileRecord) => FileRecord): Promise<void> {
  const store = await openDuckDbStore(archive());
  const files = await collected(store.files());
  await store.save(files.map((file) => ({ file: changed(file), reports: [] })));
  await store.close();
}

/** Lets an earlier run have ended differently for files of these names. */
const recordAs = (statuses: Readonly<Record<string, FileRecord["status"]>>) =>
  changeRecords((file) => ({ ...file, status: statuses[file.path.split("/").at(-1)!] ?? file.status }));

test("workers step back behind the process that hands out the work", async () => {
  await write("report.txt", "PRIORITY");
  await imported();
  const store = await openDuckDbStore(archive(), { readOnly: true });
  const [stored] = await collected(store.reports());
  await store.close();
  expect(Number(stored!.report.bodyKey)).toBeGreaterThan(getPriority());
});

test("every process has loaded the parser before the first document", async () => {
  await write("report.txt", "REPORT");
  await mkdir(join(folder, "loaded"));
  const atFirst: string[][] = [];
  const noting = `${parser}?loaded=${encodeURIComponent(join(folder, "loaded"))}`;
  for await (const event of run(join(folder, "in"), { into: archive(), parser: noting, workers: 3 })) {
    if (event.type === "document") atFirst.push(await readdir(join(folder, "loaded")));
  }
  expect(atFirst.map((processes) => processes.length)).toEqual([3]);
});

test("of 500 documents, a damaged, a hanging, a memory-eating and an empty one are named, and 496 read", async () => {
  const names = Array.from({ length: 496 }, (_, n) => `report-${n}.txt`);
  await Promise.all(names.map((name, n) => write(name, `REPORT 机关${n} 2024 ${n}`)));
  await write("damaged.docx", "DAMAGED");
  await write("empty.pdf", "");
  await write("hanging.html", "HANG");
  await write("eating.html", "EAT");
  const events = await imported({ timeout: 8, memory: 40 });
  const failed = documents(events).filter(([, status]) => status !== "read");
  expect(failed).toEqual([
    ["damaged.docx", "failed"],
    ["eating.html", "memory"],
    ["empty.pdf", "failed"],
    ["hanging.html", "timeout"],
  ]);
  const finished = events.at(-1)!;
  expect(finished).toMatchObject({
    type: "finished",
    documents: { read: 496, "not-a-report": 0, failed: 2, timeout: 1, memory: 1 },
  });
  const records = await fileRecords();
  expect(records).toHaveLength(500);
  // A document that took its process down is known by its content all the same.
  expect(records.filter(({ sha256 }) => sha256 === null)).toEqual([]);
});

test("a document whose worker was killed from outside is read again, once", async () => {
  await write("innocent.txt", `KILL ${join(folder, "killed")}`);
  await write("guilty.txt", "KILL always");
  expect(documents(await imported())).toEqual([
    ["guilty.txt", "memory"],
    ["innocent.txt", "read"],
  ]);
});

test("a worker that runs out of heap or crashes is replaced, and what it prints goes nowhere", async () => {
  for (let n = 0; n < 3; n++) await write(`crash-${n}.txt`, "CRASH");
  await write("heap.txt", "HEAP");
  await write("noise.txt", "NOISE");
  await write("report.txt", "REPORT");
  const events = await imported({ memory: 64 });
  expect(documents(events).slice(-3)).toEqual([
    ["heap.txt", "memory"],
    ["noise.txt", "read"],
    ["report.txt", "read"],
  ]);
  expect((await fileRecords()).filter(({ code }) => code === "crash")).toHaveLength(3);
});

test("a report too large for the database's memory is out of memory by name, and ends nothing", async () => {
  await write("giant.txt", "GIANT");
  await write("report.txt", "REPORT");
  expect(documents(await imported())).toEqual([
    ["giant.txt", "memory"],
    ["report.txt", "read"],
  ]);
});

test("what nobody expected is called a bug, under the name that the command line gives it", async () => {
  await write("bug.txt", "BUG");
  await imported({ lang: "en" });
  const [{ code, message }] = (await fileRecords()) as [FileRecord];
  expect([code, message]).toEqual([
    "internal-error",
    "a bug in nianbao, please report it with the file (NIANBAO_DEBUG=1 shows more): Error: cannot read BUG",
  ]);
});

test("a second run reads nothing but what is new or has changed", async () => {
  await write("a.txt", "REPORT a");
  await write("b.txt", "REPORT b");
  await imported();
  await write("b.txt", "REPORT b 2024 22");
  await write("c.txt", "REPORT c");
  await utimes(join(folder, "in", "b.txt"), 1, 1);
  const events = await imported();
  expect(events[0]).toMatchObject({ type: "planned", files: 3, toRead: 2, unchanged: { read: 1 } });
  expect(documents(events)).toEqual([
    ["b.txt", "read"],
    ["c.txt", "read"],
  ]);
});

test("--retry reads again what failed, and no report", async () => {
  for (const name of ["a", "late", "bad", "other"]) await write(`${name}.txt`, `REPORT ${name}`);
  await write("bad.txt", "BAD");
  await imported();
  await recordAs({ "late.txt": "timeout", "other.txt": "not-a-report" });
  expect(documents(await imported())).toEqual([]);
  expect(documents(await imported({ retry: "not-a-report" }))).toEqual([["other.txt", "read"]]);
  expect(documents(await imported({ retry: "failed" }))).toEqual([
    ["bad.txt", "failed"],
    ["late.txt", "read"],
  ]);
});

test("--reparse reads again what another version of the parser read", async () => {
  await write("a.txt", "REPORT a");
  await imported();
  expect(documents(await imported({ reparse: true }))).toEqual([]);
  await changeRecords((file) => ({ ...file, parser: "nianbao 0.0.1" }));
  expect(documents(await imported({ reparse: true }))).toEqual([["a.txt", "read"]]);
});

test("who stops listening keeps what was read, and the next run goes on from there", async () => {
  for (let n = 0; n < 20; n++) await write(`${n}.txt`, `REPORT body${n}`);
  let seen = 0;
  for await (const event of run(join(folder, "in"), { into: archive(), parser, workers: 1 })) {
    if (event.type === "document" && ++seen === 5) break;
  }
  expect(await fileRecords()).toHaveLength(5);
  expect((await imported())[0]).toMatchObject({ toRead: 15, unchanged: { read: 5 } });
});

test("a signal ends the import and says so", async () => {
  for (let n = 0; n < 20; n++) await write(`${n}.txt`, `REPORT body${n}`);
  const controller = new AbortController();
  const events: ImportEvent[] = [];
  const options = { into: archive(), parser, workers: 1, signal: controller.signal };
  for await (const event of run(join(folder, "in"), options)) {
    events.push(event);
    if (event.type === "document") controller.abort();
  }
  expect(events.at(-1)).toMatchObject({ type: "finished", interrupted: true });
  expect(await fileRecords()).toHaveLength(documents(events).length);
});

test("all reports of a volume are imported, and known by their one file", async () => {
  await write("volume.txt", "VOLUME a 2022");
  expect(documents(await imported({ workers: 1 }))).toEqual([["volume.txt", "read"]]);
  const store = await openDuckDbStore(archive(), { readOnly: true });
  const reports = await collected(store.reports());
  await store.close();
  const path = join(folder, "in", "volume.txt");
  expect(reports.map(({ report, files }) => [report.year, files])).toEqual([
    [2022, [path]],
    [2023, [path]],
  ]);
});

test("while it goes on, an import says how much is safe", async () => {
  for (let n = 0; n < 30; n++) await write(`${n}.txt`, `SLOW body${n} 2024 20`);
  const events = await imported({ batch: 5 });
  const saved = events.flatMap((event) => (event.type === "saved" ? [event.documents] : []));
  expect(saved.length).toBeGreaterThan(3);
  expect(saved.every((documents, n) => documents % 5 === 0 && documents > (saved[n - 1] ?? 0))).toBe(true);
  expect(saved.at(-1)).toBe(30);
});

test("a store that can't be written ends the import with its error", async () => {
  await write("a.txt", "REPORT a");
  const full = {
    ...(await openDuckDbStore(":memory:")),
    save: () => Promise.reject(Object.assign(new Error("full"), { code: "disk-full" })),
  };
  await expect(imported({ into: full })).rejects.toMatchObject({ code: "disk-full" });
  await full.close();
});

test("a parser that can't be loaded is an error of the run, not of every document", async () => {
  await write("a.txt", "REPORT a");
  const broken = new URL("nowhere.mjs", parser).href;
  await expect(imported({ parser: broken })).rejects.toThrow(/nowhere/);
  expect(await fileRecords()).toEqual([]);
});
