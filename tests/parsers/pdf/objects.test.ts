/** A reference leads to what pdfjs finds behind it: the table of objects counts, and the numbers in an object stream. */
import { DEFAULT_LIMITS } from "../../../parsers/limits.js";
import { objectsOf, type Holder } from "../../../parsers/pdf/objects.js";
import { Reference, type Dictionary } from "../../../parsers/pdf/values.js";

const holder = (dictionary: string, text: string, number = 9): Holder => ({
  numbers: [number],
  dictionary: `<< ${dictionary} >>`,
  texts: () => Promise.resolve([text]),
});
const namesAt = async (number: number, holders: readonly Holder[], tables: readonly Holder[] = [], text = "") => {
  const objects = await objectsOf(text, holders, tables, DEFAULT_LIMITS, () => undefined);
  return (await objects.resolve(new Reference(number))).map(({ value }) => [...(value as Dictionary).keys()].join());
};

test.each([
  ["as all writers write it", "/First 8 /N 2", "7 0 8 7 << /A >> << /B >>"],
  ["with numbers that go on behind where its objects begin", "/First 0 /N 2", "7 8 8 15 << /A >> << /B >>"],
  ["with its numbers told elsewhere", "/First 1 0 R /N 2 0 R", "7 0 8 7 << /A 1 >> << /B 1 >>"],
])("objects of an object stream %s", async (_, dictionary, text) => {
  const own = [holder(dictionary, text.replace("<< /A >>", "<< /A 1>>").replace("<< /B >>", "<< /B 1>>"))];
  const file = "1 0 obj 8 endobj 2 0 obj 2 endobj";
  expect(await namesAt(7, own, [], file)).toEqual(["A"]);
});

describe("a table of objects", () => {
  const packed = holder("/First 8 /N 2", "7 0 8 11 << /A 1>> << /B 1>>");
  const table = (index: string, entries: string) => holder(`/W [1 1 1] ${index}`, entries, 10);

  test("finds an object by another number than it has in its stream", async () => {
    expect(await namesAt(42, [packed], [table("/Index [42 1]", "\x02\x09\x01")])).toEqual(["B"]);
    expect(await namesAt(1, [packed], [table("/Size 2", "\0\0\0\x02\x09\0")])).toEqual(["A"]);
  });

  test("finds by the number that an object has in its stream what stands there, whatever place it tells", async () => {
    expect(await namesAt(7, [packed], [table("/Index [7 1]", "\x02\x09\x01")])).toEqual(["A"]);
  });

  test("finds nothing where it tells of places in the file, or is damaged", async () => {
    expect(await namesAt(42, [packed], [table("/Index [42 1]", "\x01\x09\x01")])).toEqual([]);
    expect(await namesAt(42, [packed], [holder("/W [0 1 1] /Index [42 1]", "\x09\x01", 10)])).toEqual([]);
    expect(await namesAt(42, [packed], [table("/Index [42 9]", "\x02")])).toEqual([]);
  });
});
