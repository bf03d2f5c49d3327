/** docs/limits.md lists every limit, and says the defaults that the code has. */
import { readFileSync } from "node:fs";
import { DEFAULT_LIMITS } from "../parsers/limits.js";
import { nianbaoHere } from "./support/in-process.js";

const page = readFileSync("docs/limits.md", "utf8");
const rows = page.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));

test("the page lists exactly the limits with their defaults", () => {
  const listed = rows.flatMap(([, name, value]) => {
    const limit = /^`([a-zA-Z]+)`$/.exec(name ?? "")?.[1];
    return limit ? [[limit, Number(value)] as const] : [];
  });
  expect(listed).toEqual(Object.entries(DEFAULT_LIMITS));
});

test("each limit has its unit and its meaning", () => {
  for (const limit of Object.keys(DEFAULT_LIMITS)) {
    const [, , , unit, meaning, when] = rows.find(([, name]) => name === `\`${limit}\``)!;
    expect([limit, unit, meaning, when]).not.toContain("");
  }
});

test("the importer's limits have the defaults of its help", async () => {
  const { stdout } = await nianbaoHere("import", "--help", "--lang", "en");
  for (const option of ["--timeout", "--memory"]) {
    const [, , library, value] = rows.find(([, name]) => name === `\`${option}\``)!;
    expect(library).toBe(`\`${option.slice(2)}\``);
    const help = new RegExp(`${option} <[^>]+> [^()]+\\(default: (\\d+)\\)`).exec(stdout.replace(/\s+/g, " "));
    expect(help?.[1]).toBe(value);
  }
});
