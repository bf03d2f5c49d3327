/** An import that is killed (SIGKILL) at any moment and started again ends in the store of one that was left alone. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { zipOf } from "./zip-archive.js";
import { compiled, type Compiled } from "./compiled.js";
import { storeContents } from "./store-contents.js";

const KILLS = 20;
const parser = pathToFileURL(resolve("tests/importer/fake-parser.mjs")).href;

let build: Compiled;
let folder: string;
let script: string;

beforeAll(async () => {
  build = await compiled();
  folder = await mkdtemp(join(tmpdir(), "nianbao-kill-"));
  script = join(build.folder, "import-in-child.js");
  const options = JSON.stringify({ parser, workers: 2, batch: 5 });
  await writeFile(
    script,
    `import { importReports } from ${JSON.stringify(build.url("src/importer/import-reports"))};
     const [, , source, into] = process.argv;
     for await (const event of importReports([source], { into, ...${options} })) process.send?.(event.type);
     process.disconnect?.();`,
  );
  await makeReports();
});
afterAll(async () => {
  await build.remove();
  await rm(folder, { recursive: true });
});

const source = () => join(folder, "in");

async function makeReports(): Promise<void> {
  await mkdir(source());
  const text = (n: number) => `SLOW 机关${n % 70} ${2015 + (n % 5)} ${5 + (n % 10)}`;
  const files = Array.from({ length: 200 }, (_, n) => writeFile(join(source(), `${n}.txt`), text(n)));
  const entries = Array.from({ length: 50 }, (_, n) => ({ name: `z${n}.txt`, content: text(n * 3) }));
  await Promise.all([
    ...files,
    writeFile(join(source(), "more.zip"), zipOf(entries)),
    writeFile(join(source(), "broken.txt"), "BROKEN"),
  ]);
}

const start = (into: string) =>
  fork(script, [source(), into], { execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });

async function uninterrupted(into: string): Promise<void> {
  const [code] = (await once(start(into), "exit")) as [number];
  expect(code).toBe(0);
}

/** Kills the child so many milliseconds after its first document, or when it is through. */
async function killed(into: string, delay: number): Promise<boolean> {
  const child = start(into);
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
  expect(contents.split("\n").filter((line) => line.includes("/in/"))).toHaveLength(251);
  expect(await storeContents(into)).toBe(contents);
}, 120_000);
