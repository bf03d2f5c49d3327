/** Rules, registry, documents and tests name the same rules. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { audit, auditSeries } from "../../src/audit/index.js";
import { RULES, SERIES_RULES, VERSION_RULES } from "../../src/audit/registry.js";
import type { RuleFacts } from "../../src/audit/rule.js";
// @ts-expect-error a script without types
import { rulesPage } from "../../scripts/docs/rules.mjs";
import { filledReport } from "./filled-report.js";

const ALL = [...RULES, ...SERIES_RULES, ...VERSION_RULES];
const IDS = ALL.map(({ id }) => id);

test("every rule that a file of rules exports is registered, once", async () => {
  const names = readdirSync("src/audit/rules");
  const modules = await Promise.all(
    names.map((name) => import(`../../src/audit/rules/${name.replace(/\.ts$/, ".js")}`)),
  );
  const exported = modules.flatMap((module) => Object.values(module as Record<string, unknown>)).filter(isRule);
  expect(exported.map(({ id }) => id).sort()).toEqual([...IDS].sort());
  expect(new Set(IDS).size).toBe(IDS.length);
});

const isRule = (value: unknown): value is RuleFacts => typeof value === "object" && value !== null && "check" in value;

test("each audit counts for each of its rules", () => {
  expect(audit(filledReport()).rules.map(({ rule }) => rule)).toEqual(RULES.map(({ id }) => id));
  const between = [...SERIES_RULES, ...VERSION_RULES].map(({ id }) => id);
  expect(auditSeries([]).rules.map(({ rule }) => rule)).toEqual(between);
});

describe.each(ALL)("$id", ({ id, title, source, example }) => {
  test("has a stable id, and says what, why and how it fails in both languages", () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
    for (const text of [title, source, example]) {
      expect(text.zh).toMatch(/\p{Script=Han}{2}/u);
      expect(text.en).toMatch(/[a-z0-9]/i);
      expect(text.en).not.toBe(text.zh);
    }
  });

  test("has a test of its own that states its messages", () => {
    const tests = readdirSync("tests/audit").filter((name) => name.endsWith(".test.ts") && name !== "registry.test.ts");
    const naming = tests.filter((name) => readFileSync(join("tests/audit", name), "utf8").includes(`"${id}"`));
    expect(naming).not.toEqual([]);
  });
});

const page = rulesPage as (language: string, groups: readonly (readonly RuleFacts[])[]) => string;

test.each([
  ["en", "docs/rules.md"],
  ["zh", "docs/rules.zh-CN.md"],
])("the page of rules in %s is written from the registry (npm run docs writes it)", (language, path) => {
  const written = page(language, [RULES, SERIES_RULES, VERSION_RULES]);
  expect(IDS.filter((id) => !written.includes(`### \`${id}\``))).toEqual([]);
  expect(readFileSync(path, "utf8")).toBe(written);
});
