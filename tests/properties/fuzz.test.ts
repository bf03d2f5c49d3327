/** Damaged samples end in a report that holds its promises, or in a documented error. `npm run fuzz` runs many more. */
// @ts-expect-error a script without types
import { startJudge as start } from "../../scripts/fuzz/judge.mjs";
// @ts-expect-error a script without types
import { damagedDocument as damage, originalsOf as originals } from "../../scripts/fuzz/run.mjs";
// @ts-expect-error a script without types
import { verdictOf as verdict } from "../../scripts/fuzz/verdict.mjs";
import { readFileSync } from "node:fs";
import * as library from "../../src/index.js";
import type { Report } from "../../src/index.js";

interface Original {
  readonly name: string;
  readonly kind: string;
}
interface Verdict {
  readonly outcome: string;
  readonly bug?: string;
}
type Library = typeof library;

const originalsOf = originals as (folder: string) => Original[];
const damagedDocument = damage as (from: Original[], seed: number, run: number) => { bytes: Uint8Array };
const verdictOf = verdict as (library: Library, bytes: Uint8Array) => Promise<Verdict>;
const startJudge = start as (timeoutMs?: number) => {
  judge: (bytes: Uint8Array) => Promise<Verdict>;
  stop: () => Promise<number>;
};

const SEED = 7;
const RUNS = 30;
const samples = originalsOf("samples");
const text = new Uint8Array(readFileSync("samples/lanchuan-water-2024.txt"));

/** The verdict on a library that reads the sample as another report. */
async function verdictOn(change: (report: Report) => unknown): Promise<Verdict> {
  const parseReport = async (bytes: Uint8Array) => change(await library.parseReport(bytes)) as Report;
  return verdictOf({ ...library, parseReport } as Library, text);
}

test("every format with a sample is damaged", () => {
  const kinds = new Set(samples.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(["doc", "docx", "html", "mht", "odt", "ofd", "pdf", "rtf", "txt", "xlsx"]);
});

test("a run makes the same document again from its seed, and another seed another", () => {
  const { bytes } = damagedDocument(samples, SEED, 3);
  expect(damagedDocument(samples, SEED, 3).bytes).toEqual(bytes);
  expect(damagedDocument(samples, SEED + 1, 3).bytes).not.toEqual(bytes);
});

test(`${RUNS} damaged samples are read with every promise held, or refused with a documented error`, async () => {
  const bugs: string[] = [];
  for (let run = 0; run < RUNS; run++) {
    const { outcome, bug } = await verdictOf(library, damagedDocument(samples, SEED, run).bytes);
    if (bug !== undefined) bugs.push(`${run}: ${outcome}: ${bug}`);
  }
  expect(bugs).toEqual([]);
});

describe("the verdict", () => {
  const id = "requests.received.naturalPerson";
  const printed = "proactiveDisclosure.normativeDocuments.issued";

  test("passes a report that holds every promise", async () => {
    expect(await verdictOn((report) => report)).toEqual({ outcome: "read" });
  });

  test("condemns an exception that is not documented", async () => {
    const thrown = await verdictOn(() => {
      throw new TypeError("a bug");
    });
    expect(thrown).toMatchObject({ outcome: "crash", bug: expect.stringContaining("a bug") });
  });

  test("condemns what is no report of the model", async () => {
    expect(await verdictOn((report) => ({ ...report, year: "2024" }))).toMatchObject({ outcome: "bad-model" });
  });

  test("takes a documented error for an answer, by its code", async () => {
    const refused = await verdictOn(() => {
      throw new library.NotAReportError("notice", { zh: "通知", en: "a notice" });
    });
    expect(refused).toEqual({ outcome: "notice" });
  });

  test("condemns a value without a place", async () => {
    const placeless = await verdictOn((report) => {
      const cells = Object.fromEntries(Object.entries(report.cells).filter(([key]) => key !== printed));
      return { ...report, cells };
    });
    expect(placeless).toEqual({ outcome: "placeless", bug: printed });
  });

  test("condemns a null without a reason", async () => {
    const silent = await verdictOn((report) => {
      const cells = Object.fromEntries(Object.entries(report.cells).filter(([key]) => key !== id));
      const changed = structuredClone({ ...report, cells });
      Object.assign(changed.requests!.received, { naturalPerson: null });
      return changed;
    });
    expect(silent).toEqual({ outcome: "silent", bug: `${id}: null` });
  });
});

describe("the thread that judges", () => {
  test("answers for one document after the other, and after a hang in a new thread", async () => {
    const { judge, stop } = startJudge();
    const first = [await judge(text), await judge(text)];
    await stop();
    expect(first).toEqual([{ outcome: "read" }, { outcome: "read" }]);

    const impatient = startJudge(0);
    expect(await impatient.judge(text)).toMatchObject({ outcome: "hang" });
    expect(await impatient.judge(text)).toMatchObject({ outcome: "hang" });
    await impatient.stop();
  });
});
