/** `--limit` of every command that parses. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_LIMITS, limitError } from "../../parsers/limits.js";
import { nianbao } from "../support/cli.js";
import { nianbaoHere } from "../support/in-process.js";

const SAMPLE = "samples/lanchuan-water-2024.pdf";
const refused = (limit: string) =>
  `${SAMPLE}: limit-exceeded: beyond the limit ${limit}, which --limit pages=N raises\n`;

test.each([["parse"], ["audit"], ["form"], ["debug"]])(
  "%s refuses what is beyond a limit that was set lower",
  async (command) => {
    const { code, stdout, stderr } = await nianbaoHere(command, SAMPLE, "--limit", "pages=1", "--lang", "en");
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: "", stderr: expect.stringContaining("pages = 1 (") });
  },
);

test("a file larger than the limit is refused, and standard input as well", async () => {
  const file = await nianbaoHere("parse", SAMPLE, "--limit", "bytes=1000", "--lang", "en");
  expect(file.stderr).toMatch(
    /: limit-exceeded: beyond the limit bytes = 1000 \(\d+\), which --limit bytes=N raises\n$/,
  );
  const input = await nianbao(["parse", "-", "--limit", "bytes=3", "--lang", "en"], "1234");
  expect([input.code, input.stderr]).toEqual([
    1,
    "-: limit-exceeded: beyond the limit bytes = 3 (4), which --limit bytes=N raises\n",
  ]);
});

test("several limits may be set, and the last of one name counts", async () => {
  const limits = ["--limit", "pages=1", "--limit", "bytes=1000", "--limit", "bytes=104857600"];
  const { stderr } = await nianbaoHere("parse", SAMPLE, ...limits, "--lang", "en");
  expect(stderr.replace(/ \(\d+\)/, "")).toBe(refused("pages = 1"));
  expect((await nianbaoHere("parse", SAMPLE, ...limits, "--limit", "pages=50")).code).toBe(0);
});

test("an import reads with the limits that are set", async () => {
  const archive = join(mkdtempSync(join(tmpdir(), "nianbao-")), "archive.duckdb");
  const args = ["import", SAMPLE, "--into", archive, "--workers", "1", "--limit", "pages=1", "--lang", "en"];
  const { code, stdout } = await nianbao(args);
  expect(code).toBe(1);
  expect(stdout).toMatch(/beyond the limit pages = 1 \(\d+\), which --limit pages=N raises\n/);
});

test("who calls the library is told the option of the library, in both languages", () => {
  expect(limitError("pages", 2000, 2314).text).toEqual({
    zh: "超出限制 pages = 2000 (2314)，可用 limits.pages 调高",
    en: "beyond the limit pages = 2000 (2314), which limits.pages raises",
  });
});

const refusal = async (limit: string, lang: string) => {
  const { code, stdout, stderr } = await nianbaoHere("parse", SAMPLE, "--limit", limit, "--lang", lang);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  return stderr;
};

test.each(["pagess=1", "=1", "toString=1", "__proto__=1", ""])(
  "--limit %s ends in exit code 2 and one line that names the limits",
  async (limit) => {
    for (const lang of ["zh", "en"]) {
      const stderr = await refusal(limit, lang);
      for (const name of Object.keys(DEFAULT_LIMITS)) expect(stderr).toContain(`${name}=N`);
    }
  },
);

test.each(["pages=0", "pages=-1", "pages=1.5", "pages=", "pages", "pages=Infinity", "pages=1=2", "pages=NaN"])(
  "--limit %s ends in exit code 2 and one line that says what a limit's value is",
  async (limit) => {
    expect(await refusal(limit, "zh")).toContain(`的取值“${limit}”不对，应为 pages=N，N 为正整数`);
    expect(await refusal(limit, "en")).toContain(`'${limit}' is invalid. pages=N, N a positive whole number`);
  },
);
