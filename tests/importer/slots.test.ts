import { createSlots } from "../../src/importer/slots.js";

test("work beyond the slots waits for its turn, and what fails frees its slot too", async () => {
  const run = createSlots(2);
  const told: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string, fails = false) =>
    run(async () => {
      told.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (fails) throw new Error(name);
      return name;
    });
  const results = Promise.allSettled([work("a", true), work("b"), work("c"), work("d")]);
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  await settle();
  expect(told).toEqual(["a", "b"]);
  ends[0]!();
  await settle();
  expect(told).toEqual(["a", "b", "c"]);
  ends[2]!();
  await settle();
  expect(told).toEqual(["a", "b", "c", "d"]);
  ends[1]!();
  ends[3]!();
  expect((await results).map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled", "fulfilled"]);
});
