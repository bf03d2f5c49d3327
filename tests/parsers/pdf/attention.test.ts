/** What pdfjs draws for itself, without a word, is given up when it takes long. */
// @ts-expect-error a script without types
import { DRAWN_CASES as cases } from "../../../scripts/hostile/drawn-cases.mjs";
import { open } from "../../../parsers/index.js";
import { DEFAULT_LIMITS } from "../../../parsers/limits.js";
import { attention } from "../../../parsers/pdf/attention.js";

const DRAWN_CASES = cases as { name: string; make: () => Uint8Array }[];

test.each(DRAWN_CASES)("$name: given up in time", async ({ make }) => {
  const start = performance.now();
  await expect(open(make(), { limits: { milliseconds: 5_000 } })).rejects.toThrow("milliseconds = 5000");
  expect(performance.now() - start).toBeLessThan(5_000);
});

describe("attention", () => {
  const limits = { ...DEFAULT_LIMITS, milliseconds: 1_000 };
  const busy = (milliseconds: number) => {
    for (const start = performance.now(); performance.now() - start < milliseconds;);
  };
  /** So many milliseconds of promises, with no timer in between; gives back what was thrown. */
  async function working(milliseconds: number, onStep: (wake: () => void) => void): Promise<unknown> {
    let thrown: unknown = null;
    const { wake, end } = attention(
      limits,
      () => undefined,
      (cause) => (thrown = cause),
    );
    wake();
    for (let done = 0; done < milliseconds && thrown === null; done += 5) {
      await Promise.resolve();
      busy(5);
      onStep(wake);
    }
    end();
    return thrown;
  }

  test("work without a message is over after a tenth of the time", async () => {
    expect(await working(2_000, () => undefined)).toMatchObject({ code: "limit-exceeded" });
  });

  test("work with messages goes on", async () => {
    expect(await working(500, (wake) => wake())).toBeNull();
  });

  test("a long step counts as a short one", async () => {
    let steps = 0;
    expect(await working(10, (wake) => (steps++ === 0 ? busy(90) : wake()))).toBeNull();
  });

  test("where nothing is at work, timers come, and nothing is looked at any more", async () => {
    let looks = 0;
    attention(
      limits,
      () => void looks++,
      () => undefined,
    ).wake();
    await new Promise((resolve) => setTimeout(resolve, 5));
    const before = looks;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([before > 0, looks]).toEqual([true, before]);
  });

  test("the clock of the document is looked at", async () => {
    const thrown: unknown[] = [];
    const check = () => {
      throw new Error("over");
    };
    attention(limits, check, (cause) => thrown.push(cause)).wake();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(thrown).toEqual([new Error("over")]);
  });
});
