import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

/** Peak memory, MiB, of a process that opens a page of one long run. */
async function peakOf(before: string, after: string): Promise<number> {
  const script = `
    const { open } = await import(${JSON.stringify(pathToFileURL(resolve("dist/parsers/index.js")).href)});
    const page = Buffer.from(${JSON.stringify(before)} + "1".repeat(8 << 20) + ${JSON.stringify(after)});
    await open(page).catch(() => undefined);
    console.log(process.resourceUsage().maxRSS / 1024);`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script]);
  return Number(stdout);
}

test.each([
  ["text", "<html><body><p>", "</p></body></html>"],
  ["attribute", '<html><body><p title="', '">1</p></body></html>'],
])("a page that is one long %s takes a multiple of its size, not of its characters", async (_, before, after) => {
  expect(await peakOf(before, after)).toBeLessThan(400);
});
