import { availableParallelism } from "node:os";
import { poolSettings } from "../../src/importer/pool-settings.js";

test("defaults: a process a core, a minute and a GiB for a document", () => {
  expect(poolSettings({})).toEqual({ workers: availableParallelism(), timeout: 60_000, memory: 1024 });
});

test("a time longer than a timer can wait is the longest that it can, not none", () => {
  expect(poolSettings({ timeout: 99_999_999_999 }).timeout).toBe(2_147_483_647);
  expect(poolSettings({ timeout: Infinity }).timeout).toBe(2_147_483_647);
});

test.each([
  [{ workers: 100_000 }, "workers takes a whole number from 1 to 256, not 100000"],
  [{ workers: 0 }, "workers takes a whole number from 1 to 256, not 0"],
  [{ workers: NaN }, "workers takes a whole number from 1 to 256, not NaN"],
  [{ timeout: 0 }, "timeout takes a positive number of seconds, not 0"],
  [{ timeout: NaN }, "timeout takes a positive number of seconds, not NaN"],
  [{ memory: 1 }, "memory takes a whole number of MiB from 32, not 1"],
])("%p can't be imported with", (options, message) => {
  expect(() => poolSettings(options)).toThrow(new RangeError(message));
});
