/** The commands over an archive, as a user meets them. */
import { access, copyFile, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { load } from "cheerio";
import { nianbao as start, type CliResult } from "../support/cli.js";
import { nianbaoHere } from "../support/in-process.js";

let folder: string;
let archive: string;

/** In a process of its own: import starts workers, which need the built product. */
const nianbao = (...argv: string[]): Promise<CliResult> => start(argv, undefined, { cwd: folder });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-cli-"));
  archive = join(folder, "archive.duckdb");
  await mkdir(join(folder, "in"));
  for (const name of ["lanchuan-water-2024.html", "lanchuan-archives-2020.html"]) {
    await copyFile(join("samples", name), join(folder, "in", name));
  }
  const { code, stderr } = await nianbao("import", "in", "--into", archive, "--workers", "1");
  expect([code, stderr]).toEqual([0, ""]);
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

test("import tells what it did, what needs a look, and fails where a file failed", async () => {
  await writeFile(join(folder, "broken.docx"), "PK\u0003\u0004 cut off");
  const own = join(folder, "own.duckdb");
  const { code, stdout, stderr } = await nianbao("import", "in", "broken.docx", "--into", own, "--lang", "en");
  expect([code, stderr]).toEqual([1, ""]);
  expect(stdout).toMatch(
    /^Import finished\.\n3 files found, 3 processed in [\d.]+ s \([\d.]+\/s\)\n {2}read: 2\n {2}failed: 1\n/,
  );
  expect(stdout).toContain(`${join(folder, "broken.docx")}: `);
  expect(stdout).toContain(`Archive ${own}: 2 reports`);
  expect(stdout).toContain(`nianbao export ${own} --to reports.xlsx`);
  const again = await nianbao("import", "in", "broken.docx", "--into", own, "--lang", "en");
  // What failed before has still failed.
  expect(again.code).toBe(1);
  expect(again.stdout).toContain("  unchanged since an earlier run: 3, of them failed 1\n");
}, 60_000);

test("an import that is interrupted says how to go on, and exits as one that was", async () => {
  const own = join(folder, "interrupted.duckdb");
  const child = spawn(
    process.execPath,
    [resolve("dist/src/cli/cli.js"), "import", "in", "--into", own, "--lang", "en"],
    {
      cwd: folder,
      detached: true,
    },
  );
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  while (!existsSync(own)) await setTimeout(10);
  process.kill(-child.pid!, "SIGINT");
  expect((await once(child, "close"))[0]).toBe(130);
  expect(stdout).toMatch(
    /^Interrupted; what was read is saved\. Run the same command to go on\.\n2 files found, 0 processed/,
  );
}, 60_000);

test("import says so where no file is found, and where the archive can't be", async () => {
  await mkdir(join(folder, "empty"), { recursive: true });
  const into = (path: string, from = "in") => nianbaoHere("import", join(folder, from), "--into", join(folder, path));
  const empty = await into("empty.duckdb", "empty");
  expect([empty.code, empty.stdout.split("\n")[0]]).toEqual([1, "没有找到文件，请检查路径。"]);
  expect((await into("empty")).stderr).toMatch(/empty: is-a-directory: 这是文件夹/);
  expect((await into("none/x.duckdb")).stderr).toMatch(/x\.duckdb: no-such-file: 归档所在的文件夹不存在\n$/);
});

test("import refuses what isn't there, and wrong usage", async () => {
  expect(await nianbaoHere("import", "nowhere", "--into", join(folder, "x.duckdb"))).toEqual({
    code: 1,
    stdout: "",
    stderr: "nowhere: no-such-file: 没有这个文件\n",
  });
  await expect(access(join(folder, "x.duckdb"))).rejects.toMatchObject({ code: "ENOENT" });
  expect((await nianbaoHere("import", "in")).code).toBe(2);
  expect((await nianbaoHere("import", "in", "--into", "x.duckdb", "--workers", "none")).code).toBe(2);
});

test("an archive without a name, or with one that the database takes for none, is not made in memory and lost", async () => {
  const unnamed = await nianbaoHere("import", join(folder, "in"), "--into", "");
  expect([unnamed.code, unnamed.stdout]).toEqual([2, ""]);
  const { code, stderr } = await nianbao("import", "in", "--into", ":memory:", "--workers", "1");
  expect([code, stderr]).toEqual([0, ""]);
  await access(join(folder, ":memory:"));
}, 60_000);

test.each([
  ["--workers", "100000", "应为 1 到 256 的整数", "a whole number from 1 to 256"],
  ["--memory", "1", "应为不小于 32 的整数", "a whole number from 32"],
])("%s %s is refused before anything is started", async (option, value, zh, en) => {
  const argv = ["import", join(folder, "in"), "--into", join(folder, "x.duckdb"), option, value];
  const chinese = await nianbaoHere(...argv);
  expect([chinese.code, chinese.stdout]).toEqual([2, ""]);
  expect(chinese.stderr).toContain(`的取值“${value}”不对，${zh}`);
  expect((await nianbaoHere(...argv, "--lang", "en")).stderr).toContain(en);
});

test.each(["--workers", "--memory"])("%s takes whole numbers alone", async (option) => {
  const argv = ["import", join(folder, "in"), "--into", join(folder, "x.duckdb"), option, "1.5"];
  const { code, stdout, stderr } = await nianbaoHere(...argv);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/1\.5/);
});

test("query prints a table, CSV or JSON lines", async () => {
  const sql = "SELECT body, year FROM reports ORDER BY year";
  expect((await nianbaoHere("query", archive, sql)).stdout).toBe(
    [
      "┌──────────────┬──────┐",
      "│ body         │ year │",
      "├──────────────┼──────┤",
      "│ 澜川县档案局 │ 2020 │",
      "│ 澜川县水务局 │ 2024 │",
      "└──────────────┴──────┘",
      "",
    ].join("\n"),
  );
  expect((await nianbaoHere("query", archive, sql, "--format", "csv")).stdout).toBe(
    "body,year\n澜川县档案局,2020\n澜川县水务局,2024\n",
  );
  expect((await nianbaoHere("query", archive, "SELECT '=1' AS a, NULL AS b", "--format", "csv")).stdout).toBe(
    "a,b\n'=1,\n",
  );
  expect((await nianbaoHere("query", archive, sql, "--format", "jsonl")).stdout.split("\n")[0]).toBe(
    '{"body":"澜川县档案局","year":2020}',
  );
});

test("query shows a text with tabs in a table", async () => {
  const { code, stdout, stderr } = await nianbaoHere("query", archive, "SELECT 'a' || chr(9) || 'b' AS text");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("│ a b  │");
});

test("query refuses a wrong query and doesn't change the archive", async () => {
  const wrong = await nianbaoHere("query", archive, "SELEC 1", "--lang", "en");
  expect(wrong).toMatchObject({ code: 1, stdout: "" });
  expect(wrong.stderr).toMatch(/^\S+: wrong-query: the query is wrong: .*Parser Error: syntax error/);
  expect((await nianbaoHere("query", archive, "DELETE FROM reports")).code).toBe(1);
  expect((await nianbaoHere("query", join(folder, "none.duckdb"), "SELECT 1")).stderr).toContain("no-store");
});

test("query shows one result: no query is refused, and several, settings before it are not", async () => {
  const ask = (sql: string) => nianbaoHere("query", archive, sql, "--format", "csv", "--lang", "en");
  for (const sql of ["", " -- nothing"]) {
    expect(await ask(sql)).toMatchObject({
      code: 1,
      stdout: "",
      stderr: `${archive}: wrong-query: the query is wrong: there is none\n`,
    });
  }
  const several = await ask("SELECT 1 AS one; SELECT 2 AS two");
  expect(several).toMatchObject({ code: 1, stdout: "" });
  expect(several.stderr).toContain("wrong-query: the query is wrong: it holds several, and the result of one");
  expect((await ask("SET threads = 1; CREATE TEMP TABLE a AS SELECT 1 AS one; FROM a;")).stdout).toBe("one\n1\n");
});

test("export writes by the name of the file, filtered", async () => {
  const to = join(folder, "out.csv");
  expect(await nianbaoHere("export", archive, "--to", to, "--year", "2019-2021", "--body", "档案")).toEqual({
    code: 0,
    stdout: "",
    stderr: `${to}：1 行\n`,
  });
  expect((await readFile(to, "utf8")).split("\r\n")[1]).toMatch(/^澜川县档案局,2020,/);
  for (const command of ["export", "form"]) {
    const refused = await nianbaoHere(command, archive, "--to", "out.pdf");
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/^out\.pdf: unknown-format: /)]);
  }
  const unnamed = await nianbaoHere("export", archive, "--to", "out");
  expect(unnamed.stderr).toBe("out: unknown-format: 文件名应以扩展名结尾，支持 .xlsx .csv .jsonl .parquet\n");
  expect((await nianbaoHere("export", archive, "--to", join(folder, "no/such/folder/out.xlsx"))).code).toBe(1);
});

test("form writes a report of an archive or of a file as the official tables", async () => {
  const fromFile = await nianbaoHere("form", join(folder, "in", "lanchuan-water-2024.html"));
  const fromArchive = await nianbaoHere("form", archive, "--body", "水务", "--year", "2024");
  for (const { code, stdout } of [fromFile, fromArchive]) {
    expect(code).toBe(0);
    const page = load(stdout);
    expect(page("h1").text()).toBe("澜川县水务局2024年政府信息公开工作年度报告");
    expect(
      page("tr")
        .filter((_, row) => page(row).text().includes("行政许可"))
        .find("td")
        .text(),
    ).toBe("1,268");
  }
  expect((await nianbaoHere("form", archive, "--year", "2024-2020")).code).toBe(2);
  const to = join(folder, "form.xlsx");
  expect((await nianbaoHere("form", archive, "--year", "2020", "--to", to)).code).toBe(0);
  expect((await readFile(to)).subarray(0, 2).toString()).toBe("PK");
  const several = await nianbaoHere("form", archive);
  expect(several.code).toBe(1);
  expect(several.stderr).toMatch(/several-reports: .*澜川县档案局 2020.*澜川县水务局 2024/);
  expect((await nianbaoHere("form", archive, "--year", "1999")).stderr).toContain("no-such-report");
  const { code, stdout } = await start(["form", "-"], await readFile(join(folder, "in", "lanchuan-water-2024.html")));
  expect([code, load(stdout)("h1").text()]).toEqual([0, "澜川县水务局2024年政府信息公开工作年度报告"]);
});

test("form chooses among the reports of a file as among those of an archive", async () => {
  const file = join(folder, "in", "lanchuan-water-2024.html");
  expect((await nianbaoHere("form", file, "--year", "2024", "--body", "水务")).code).toBe(0);
  const { code, stdout, stderr } = await nianbaoHere("form", file, "--year", "1999", "--lang", "en");
  expect([code, stdout, stderr]).toEqual([1, "", `${file}: no-such-report: there is no such report in it\n`]);
  const texts = await Promise.all([2022, 2023].map((year) => prose(year)));
  const volume = join(folder, "volume.txt");
  await writeFile(volume, texts.join("\n\n"));
  expect((await nianbaoHere("form", volume)).stderr).toMatch(/several-reports: .*2022.*2023/);
  expect(load((await nianbaoHere("form", volume, "--year", "2023")).stdout)("h1").text()).toContain("2023年");
});

const prose = (year: number) =>
  [
    `澜川县水务局${year}年政府信息公开工作年度报告`,
    "一、总体情况",
    "我局按照要求做好各项公开工作。",
    "二、存在的主要问题及改进情况",
    "公开内容还不够丰富，将加以改进。",
  ].join("\n");

test("the file that is read is never overwritten, by a link neither", async () => {
  for (const [command, option, sample] of [
    ["form", "--to", "lanchuan-water-2024.html"],
    ["form", "--to", "lanchuan-water-2024.xlsx"],
    ["debug", "--out", "lanchuan-water-2024.pdf"],
  ] as const) {
    const file = join(folder, sample);
    const link = join(folder, `link-${sample}`);
    await copyFile(join("samples", sample), file);
    await symlink(file, link);
    for (const target of [file, link]) {
      const { code, stdout, stderr } = await nianbaoHere(command, file, option, target, "--lang", "en");
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toBe(
        `${target}: same-file: this is the file that is read, and is not overwritten; name another target\n`,
      );
    }
    expect(await readFile(file)).toEqual(await readFile(join("samples", sample)));
  }
});

test("of a link, what is written is the file that it leads to", async () => {
  const [file, link] = [join(folder, "real.csv"), join(folder, "link.csv")];
  await writeFile(file, "before");
  await symlink(file, link);
  expect((await nianbaoHere("export", archive, "--to", link)).code).toBe(0);
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect(await readFile(file, "utf8")).toContain("澜川县档案局");
});

test("what can't be written is named, and what stood there stays", async () => {
  const blocked = async (name: string) => {
    await mkdir(join(folder, "blocked", name), { recursive: true });
    return join(folder, "blocked", name);
  };
  const report = join("samples", "lanchuan-water-2024.pdf");
  for (const argv of [
    ["form", report, "--to", await blocked("kept.html")],
    ["form", report, "--to", await blocked("kept.xlsx")],
    ["debug", report, "--out", await blocked("kept.svg")],
    ["export", archive, "--to", await blocked("kept.csv")],
    ["export", archive, "--to", await blocked("kept.parquet")],
  ]) {
    const { code, stderr } = await nianbaoHere(...argv, "--lang", "en");
    expect([code, stderr]).toEqual([1, `${argv.at(-1)}: is-a-directory: is a directory, not a file\n`]);
  }
  const left = ["kept.csv", "kept.html", "kept.parquet", "kept.svg", "kept.xlsx"];
  expect((await readdir(join(folder, "blocked"))).sort()).toEqual(left);
});

test("a folder that isn't there is told as one", async () => {
  const report = join("samples", "lanchuan-water-2024.pdf");
  for (const argv of [
    ["form", report, "--to", join(folder, "absent", "a.html")],
    ["debug", report, "--out", join(folder, "absent", "a.svg")],
    ["export", archive, "--to", join(folder, "absent", "a.csv")],
    ["export", archive, "--to", join(folder, "absent", "a.parquet")],
  ]) {
    const { code, stderr } = await nianbaoHere(...argv);
    expect([code, stderr]).toEqual([1, `${argv.at(-1)}: no-such-folder: 目标所在的文件夹不存在\n`]);
  }
});

test("a target's longest name can be written, and no other file beside it is touched", async () => {
  const target = join(folder, `${"年".repeat(83)}.csv`);
  const others = [`${join(folder, "report.csv")}.part`, join(folder, "tmp_report.csv")];
  for (const other of others) await writeFile(other, "a user's own");
  expect((await nianbaoHere("export", archive, "--to", target)).stderr).toMatch(/：2 行\n$/);
  expect((await nianbaoHere("export", archive, "--to", join(folder, "report.csv"))).code).toBe(0);
  expect((await nianbaoHere("export", archive, "--to", join(folder, "report.parquet"))).code).toBe(0);
  for (const other of others) expect(await readFile(other, "utf8")).toBe("a user's own");
});

test.each(["csv", "jsonl", "xlsx", "parquet"])("a full disk is told of a .%s as of the file it is", async (kind) => {
  const link = join(folder, `full.${kind}`);
  await symlink("/dev/full", link);
  const { code, stderr } = await nianbaoHere("export", archive, "--to", link, "--lang", "en");
  expect(code).toBe(1);
  expect(stderr).toMatch(/full\.\w+: disk-full: the disk is full/);
  expect(stderr).not.toContain("goes on where");
});

test("without an optional package, its name and the way out are told, and parsing goes on", async () => {
  const hook = join(folder, "hide.mjs");
  await writeFile(
    hook,
    `import { register } from "node:module";
     register("data:text/javascript," + encodeURIComponent(\`export async function resolve(name, context, next) {
       if (/^(@duckdb|exceljs|workerpool|yauzl|tinyglobby)/.test(name)) throw Object.assign(new Error("absent"), { code: "ERR_MODULE_NOT_FOUND" });
       return next(name, context);
     }\`));`,
  );
  const without = (...argv: string[]) => start(argv, undefined, { cwd: folder, node: ["--import", hook] });
  const water = join("in", "lanchuan-water-2024.html");
  const [parse, query, workbook, imported] = await Promise.all([
    without("parse", water),
    without("query", archive, "SELECT 1", "--lang", "en"),
    without("form", water, "--to", "form.xlsx"),
    without("import", "in", "--into", "new.duckdb"),
  ]);
  expect(parse.code).toBe(0);
  expect(query).toMatchObject({ code: 1, stdout: "" });
  expect(query.stderr).toContain("missing-package: this needs the optional package @duckdb/node-api");
  expect(query.stderr).toContain("(all optional ones: npm install --include=optional)");
  expect(workbook.stderr).toContain("npm install exceljs");
  expect(imported).toMatchObject({ code: 1, stdout: "" });
  expect(imported.stderr).toContain("npm install @duckdb/node-api");
}, 60_000);
