/** Files that go on without end, never begin, or have names made to disturb a terminal. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { platform } from "node:process";
import { parseFile } from "../../src/index.js";
import { nianbaoHere } from "../support/in-process.js";

const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
afterAll(() => rmSync(folder, { recursive: true }));

const COMMANDS = ["parse", "audit", "form", "debug"];
const onUnix = platform === "win32" ? test.skip : test;

async function refusal(file: string): Promise<string> {
  const said = new Set<string>();
  for (const command of COMMANDS) {
    const { code, stdout, stderr } = await nianbaoHere(command, file, "--lang", "en");
    expect([command, code, stdout]).toEqual([command, 1, ""]);
    said.add(stderr);
  }
  expect(said.size).toBe(1);
  return [...said][0]!;
}

test("a file of 3 GB is refused by its size", async () => {
  const file = join(folder, "sparse.txt");
  writeFileSync(file, "");
  truncateSync(file, 3 * 1024 ** 3);
  expect(await refusal(file)).toBe(
    `${file}: limit-exceeded: beyond the limit bytes = 104857600 (3221225472), which --limit bytes=N raises\n`,
  );
  await expect(parseFile(file)).rejects.toMatchObject({ code: "limit-exceeded" });
});

test("a folder is named as one", async () => {
  expect(await refusal(folder)).toBe(`${folder}: is-a-directory: is a directory, not a file\n`);
});

(platform === "linux" ? test : test.skip)(
  "a result that can't be written ends in one line and no trace of a stack",
  async () => {
    for (const argv of [["parse", "samples/lanchuan-water-2024.txt"], ["schema"], ["--help"]]) {
      const command = [process.execPath, "dist/src/cli/cli.js", ...argv, "--lang", "en"];
      const child = spawn("sh", ["-c", '"$@" > /dev/full', "sh", ...command]);
      let stderr = "";
      child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
      expect([await once(child, "close"), stderr]).toEqual([
        [1, null],
        "standard output: disk-full: the disk is full\n",
      ]);
    }
  },
);

onUnix("a device and a pipe that nobody writes to are refused at once", async () => {
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  for (const file of [pipe, "/dev/zero", "/dev/null"]) {
    expect(await refusal(file)).toBe(
      `${file}: no-regular-file: no regular file but a named pipe, a socket or a device, which are not read\n`,
    );
    await expect(parseFile(file)).rejects.toMatchObject({ code: "no-regular-file" });
  }
});

onUnix("a pipe is no archive", async () => {
  const pipe = join(folder, "archive");
  execFileSync("mkfifo", [pipe]);
  for (const args of [
    ["query", pipe, "SELECT 1"],
    ["export", pipe, "--to", join(folder, "x.csv")],
    ["import", folder, "--into", pipe],
  ]) {
    const { code, stderr } = await nianbaoHere(...args);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^[^\n]+: no-regular-file: [^\n]+\n$/)]);
  }
});

/** Runs the built command behind a shell, which ends what writes without end once nobody reads. */
function shell(script: string): Promise<{ code: number | null; stderr: string }> {
  return new Promise((done, reject) => {
    const child = spawn("bash", ["-c", script, "bash", process.execPath, resolve("dist/src/cli/cli.js")]);
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => done({ code, stderr }));
  });
}

onUnix.each([
  ["-", 'yes | "$1" "$2" parse - --limit bytes=1000 --lang en'],
  ["/dev/stdin", 'yes | "$1" "$2" parse /dev/stdin --limit bytes=1000 --lang en'],
  ["/dev/fd/63", '"$1" "$2" parse <(yes) --limit bytes=1000 --lang en'],
])("%s without end is read up to the limit", async (name, script) => {
  const { code, stderr } = await shell(script);
  expect(code).toBe(1);
  const [line, count] = /^(.+) \((\d+)\)/.exec(stderr)!.slice(1);
  expect(line).toBe(`${name}: limit-exceeded: beyond the limit bytes = 1000`);
  expect(Number(count)).toBeLessThanOrEqual(65_536);
});

onUnix("a report in the pipe of a shell is read", async () => {
  const { code, stderr } = await shell('"$1" "$2" parse <(cat samples/lanchuan-water-2024.txt) > /dev/null');
  expect([code, stderr]).toEqual([0, ""]);
});

onUnix("a name with line breaks and escape sequences is shown on one line", async () => {
  const file = join(folder, "a\nb\u001b[31m\u202egnp.txt");
  writeFileSync(file, "");
  const { stderr } = await nianbaoHere("parse", file, "--lang", "en");
  expect(stderr).toMatch(/\/a b\ufffd\[31m\ufffdgnp\.txt: [a-z-]+: [^\n]+\n$/);
});
