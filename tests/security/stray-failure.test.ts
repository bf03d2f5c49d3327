/** A page that pdfjs fetches ahead and can't find costs the page, and never the process. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { letStrayFailuresGo } from "../../parsers/pdf/stray.js";
import { node } from "../support/node.js";

test("a PDF whose table of objects leads astray for a later page is parsed to its end", async () => {
  const whole = readFileSync("samples/lanchuan-water-2024.pdf").toString("latin1");
  const broken = whole.replace("/Length 3 0 R", "/Length obj").replace("\n7 0 obj", "\n7 0 /Font");
  expect(broken).not.toBe(whole);
  const path = join(mkdtempSync(join(tmpdir(), "nianbao-")), "broken.pdf");
  writeFileSync(path, broken, "latin1");
  const { code, stdout, stderr } = await node("tests/support/parse-files.mjs", path);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("澜川县水务局");
});

const failure = (name: string) => Object.assign(new Error("stray"), { name });
const listeners = () => process.listeners("unhandledRejection") as ((reason: unknown) => void)[];

test("only failures of pdfjs are let go, by one listener, as long as a PDF is read", async () => {
  const before = listeners();
  const others = before.map((listener) => [listener, process.off("unhandledRejection", listener)] as const);
  const done = [letStrayFailuresGo(), letStrayFailuresGo()];
  const [listener, ...more] = listeners();
  expect(more).toEqual([]);
  expect(() => listener!(failure("XRefEntryException"))).not.toThrow();
  expect(() => listener!(failure("TypeError"))).toThrow("stray");
  const ofAnotherCopy = Object.assign(() => undefined, { [Symbol.for("nianbao.letStrayFailuresGo")]: true });
  process.on("unhandledRejection", ofAnotherCopy);
  expect(() => listener!(failure("TypeError"))).toThrow("stray");
  process.off("unhandledRejection", ofAnotherCopy);
  done[0]!();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(listeners()).toHaveLength(1);
  done[1]!();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(listeners()).toEqual([]);
  for (const [other] of others) process.on("unhandledRejection", other);
});
