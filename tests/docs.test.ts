/** The pages of docs/ that are generated say what the product says. */
import { readFileSync } from "node:fs";
// @ts-expect-error a script without types
import { cliReference } from "../scripts/docs/cli-reference.mjs";

const reference = cliReference as (language: string, cli: string) => Promise<string>;

test.each([
  ["en", "docs/cli.md"],
  ["zh-CN", "docs/cli.zh-CN.md"],
])("the command line reference in %s is the help of every command (npm run docs writes it)", async (language, page) => {
  const generated = await reference(language, "dist/src/cli/cli.js");
  expect(generated).toContain("## nianbao parse");
  expect(readFileSync(page, "utf8")).toBe(generated);
});
