/** What a caller without types may hand over by mistake: told in one sentence, not by a failure somewhere inside. */
import { open, type Limits } from "../../parsers/index.js";
import { parseReport } from "../../src/index.js";

const NEWS = new TextEncoder().encode("今日新闻");
const wrong = <T>(value: unknown) => value as T;

test.each([
  [new ArrayBuffer(4), "ArrayBuffer"],
  [Promise.resolve(NEWS), "Promise"],
  [[1, 2], "Array"],
  [null, "Null"],
  [undefined, "Undefined"],
])("%p is no document", async (input, name) => {
  const error = { name: "TypeError", message: `a document is given as a Uint8Array, not as ${name}` };
  await expect(parseReport(wrong(input))).rejects.toMatchObject(error);
});

test("a Buffer is a Uint8Array", async () => {
  expect((await open(Buffer.from("今日新闻"))).format).toBe("text");
});

test.each([NaN, "5", null])("a limit is no %p, which nothing would ever be beyond", async (pages) => {
  const error = { name: "RangeError", message: `limits.pages takes a number, not ${String(pages)}` };
  await expect(open(NEWS, { limits: { pages: wrong<number>(pages) } })).rejects.toMatchObject(error);
});

test("a limit that there is none of is refused, and one that is undefined has its default", async () => {
  const misspelt = { pags: 3 } as Partial<Limits>;
  await expect(open(NEWS, { limits: misspelt })).rejects.toThrow(new RangeError('there is no limit "pags"'));
  const unset = { textBytes: undefined } as unknown as Partial<Limits>;
  const text = "文".repeat(2_000_000);
  await expect(parseReport(text, { limits: unset })).rejects.toMatchObject({ code: "limit-exceeded" });
});
