/** The time limit is asked for by the adapter of every format, and while what was read is understood. */
import { readFileSync } from "node:fs";
import type { Adapter } from "../../parsers/adapter.js";
import { readDoc } from "../../parsers/doc.js";
import { readDocx } from "../../parsers/docx.js";
import { readHtml } from "../../parsers/html.js";
import { deadline, deadlineOfSteps, startLimits } from "../../parsers/limits.js";
import { readMhtml } from "../../parsers/mhtml.js";
import { readOdt } from "../../parsers/odt.js";
import { readOfd } from "../../parsers/ofd.js";
import { readPdf } from "../../parsers/pdf/index.js";
import { readRtf } from "../../parsers/rtf.js";
import { readText } from "../../parsers/text.js";
import { readXlsx } from "../../parsers/xlsx.js";
import { readStatements } from "../../src/matching/statements.js";
import { parseReport } from "../../src/index.js";

const OVER = startLimits({ milliseconds: -1 });
const sample = (extension: string) => new Uint8Array(readFileSync(`samples/lanchuan-water-2024.${extension}`));

test.each<[string, Adapter]>([
  ["docx", readDocx],
  ["pdf", readPdf],
  ["html", readHtml],
  ["mht", readMhtml],
  ["doc", readDoc],
  ["xlsx", readXlsx],
  ["rtf", readRtf],
  ["ofd", readOfd],
  ["odt", readOdt],
  ["txt", readText],
])("%s is given up when the time is over", async (extension, adapter) => {
  await expect(adapter(sample(extension), { limits: OVER })).rejects.toThrow("milliseconds = -1");
});

test("the time of a document runs from its beginning, however many clocks are started", async () => {
  const limits = startLimits({ milliseconds: 20 });
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(deadline(limits)).toThrow("milliseconds = 20");
  expect(deadline(startLimits(limits))).toThrow("milliseconds = 20");
});

test("a loop of short steps looks at the clock in its first and its 257th step", async () => {
  const late = deadlineOfSteps(startLimits({ milliseconds: 20 }));
  late();
  await new Promise((resolve) => setTimeout(resolve, 40));
  for (let step = 2; step <= 256; step++) late();
  expect(late).toThrow("milliseconds = 20");
});

test("statements are read until the time is over", () => {
  const text = "收到申请1件。".repeat(50);
  const document = { format: "text", blocks: [{ kind: "paragraph", text, at: { line: 1, column: 1 } }] } as never;
  let sentences = 0;
  const checkTime = () => {
    if (++sentences === 10) throw new Error("over");
  };
  const context = { form: null, year: 2024, body: null, sections: [], consumed: new Set<never>(), checkTime };
  expect(() => readStatements(document, context)).toThrow("over");
});

test("a long text that takes no time to read is not matched beyond the time", async () => {
  const text = `澜川县水务局2024年政府信息公开工作年度报告\n${"收到政府信息公开申请1件，办结1件。\n".repeat(75_000)}`;
  const start = performance.now();
  await expect(parseReport(text, { limits: { milliseconds: 300 } })).rejects.toThrow("milliseconds = 300");
  expect(performance.now() - start).toBeLessThan(15_000);
});
