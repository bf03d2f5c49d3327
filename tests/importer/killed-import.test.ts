/** An import that is killed (SIGKILL) at any moment and started again ends in the store of one that was left alone. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { openDuckDbStore } from "../../src/store/duckdb-store.js";
import { collected } from "../store/outcomes.js";
import { zipOf } from "./zip-archive.js";
import { storeContents } from "./store-contents.js";

const KILLS = 20;
const parser = pathToFileURL(resolve("tests/importer/fake-parser.mjs")).href;
/** As built: it runs in a process of its own. */
const importer = pathToFileURL(resolve("dist/src/importer/import-reports.js")).href;

let folder: string;
let script: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-kill-"));
  script = join(folder, "import-in-child.mjs");
  const options = JSON.stringify({ parser, batch: 5 });
  await writeFile(
    script,
    `import { importReports } from ${JSON.stringify(importer)};
     const [, , source, into, workers] = process.argv;
     const interrupt = new AbortController();
     process.once("SIGINT", () => interrupt.abort());
     const options = { into, workers: Number(workers), signal: interrupt.signal, ...${options} };
     for await (const event of importReports([source], options)) process.send?.(event.type);
     process.disconnect?.();`,
  );
  await makeReports();
});
afterAll(() => rm(folder, { recursive: true }));

const source = () => join(folder, "in");

async function makeReports(): Promise<void> {
  await mkdir(source());
  const text = (n: number) => `SLOW 机关${n % 30} ${2015 + (n % 5)} ${5 + (n % 10)}`;
  const files = Array.from({ length: 80 }, (_, n) => writeFile(join(source(), `${n}.txt`), text(n)));
  const entries = Array.from({ length: 20 }, (_, n) => ({ name: `z${n}.txt`, content: text(n * 3) }));
  await Promise.all([
    ...files,
    writeFile(join(source(), "more.zip"), zipOf(entries)),
    writeFile(join(source(), "broken.txt"), "BROKEN"),
  ]);
}

/** Detached: a group of processes of its own, as a terminal makes one. */
const start = (into: string, workers: number) =>
  fork(script, [source(), into, `${workers}`], {
    execArgv: [],
    detached: true,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });

async function uninterrupted(into: string): Promise<void> {
  const [code] = (await once(start(into, 2), "exit")) as [number];
  expect(code).toBe(0);
}

/** Kills the child so many milliseconds after its first document, or when it is through. */
async function killed(into: string, delay: number): Promise<boolean> {
  const child = start(into, 1);
  const exit = once(child, "exit");
  await Promise.race([once(child, "message"), exit]);
  await Promise.race([sleep(delay), exit]);
  child.kill("SIGKILL");
  const [, signal] = (await exit) as [number | null, string | null];
  return signal === "SIGKILL";
}

/** Park and Miller's generator: the moments are random and the same in every run of the test. */
function* randomNumbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

test(`${KILLS} times killed, the import ends in the same store`, async () => {
  const random = randomNumbers(7);
  const into = join(folder, "killed.duckdb");
  let kills = 0;
  while (kills < KILLS) {
    if (await killed(into, random.next().value * 350)) kills++;
    // It got through: from the beginning.
    else await Promise.all([into, `${into}.wal`].map((file) => rm(file, { force: true })));
  }
  await uninterrupted(into);
  const alone = join(folder, "alone.duckdb");
  await uninterrupted(alone);
  const contents = await storeContents(alone);
  expect(contents.split("\n").filter((line) => line.includes("/in/"))).toHaveLength(101);
  expect(await storeContents(into)).toBe(contents);
}, 240_000);

test("Ctrl-C, which a terminal sends to the workers too, fails no document that was being read", async () => {
  const into = join(folder, "interrupted.duckdb");
  const child = start(into, 2);
  const exit = once(child, "exit");
  await once(child, "message");
  await sleep(300);
  process.kill(-child.pid!, "SIGINT");
  expect((await exit)[0]).toBe(0);
  const store = await openDuckDbStore(into, { readOnly: true });
  const failed = await collected(store.files({ statuses: ["failed", "timeout", "memory"] }));
  await store.close();
  expect(failed.map(({ path }) => path).filter((path) => !path.endsWith("broken.txt"))).toEqual([]);
});
