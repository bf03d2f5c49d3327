/** A report in traditional characters reads like the same one in simplified: only what it prints is traditional. */
import { readFileSync } from "node:fs";
import { Converter } from "opencc-js/cn2t";
import { parseReport, type Report } from "../src/index.js";

const text = readFileSync("samples/lanchuan-water-2024.txt", "utf8");

test.each([
  ["of the mainland's mirrors", "t"],
  ["of Taiwan, with its own words", "twp"],
  ["of Hong Kong", "hk"],
] as const)("traditional characters %s", async (_, to) => {
  const traditional = Converter({ from: "cn", to })(text);
  const numbers = ({ form, year, period, publishedOn, requests, proactiveDisclosure, disputes }: Report) => ({
    ...{ form, year, period, publishedOn, requests, proactiveDisclosure, disputes },
  });
  const [simplified, mirrored] = [await parseReport(text), await parseReport(traditional)];
  expect(numbers(mirrored)).toEqual(numbers(simplified));
  expect(mirrored.sections.map(({ id }) => id)).toEqual(simplified.sections.map(({ id }) => id));
  expect(mirrored.statements.map(({ indicator, value }) => [indicator, value])).toEqual(
    simplified.statements.map(({ indicator, value }) => [indicator, value]),
  );
  expect([mirrored.bodyKey, mirrored.findings]).toEqual([simplified.bodyKey, []]);
  expect(mirrored.body).toBe("瀾川縣水務局");
});
