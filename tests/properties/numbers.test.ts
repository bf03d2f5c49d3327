/** What the number reader holds for every text: it never throws, never makes a number up, and takes linear time. */
import fc from "fast-check";
import { plain } from "../../src/matching/normalize.js";
import { readNumber } from "../../src/matching/numbers.js";

/** The seed is fixed, so that a run tells the same as the last; a failure prints it with the smallest case. */
const RUNS = { numRuns: 3_000, seed: 20_250_131 };
const KINDS = ["number", "blank", "dash", "unreadable"];
const UNITS = ["件", "万元", "元"];

/** Texts of what is printed in such cells, and of what breaks readers. */
const pieces = fc.constantFrom(
  ...["0", "1", "7", "23", "456", "１", "２", "①", "²", "½", "٣", "三", "〇", "十"],
  ...[",", "，", ".", "．", "-", "－", "—", "+", "/", "(", ")", "（", "）", "[", "]", "【", "】", "注", "约"],
  ...[
    " ",
    "\n",
    "\u3000",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\u0000",
    "\ud800",
    "件",
    "万",
    "万元",
    "亿",
    "元",
    "增加",
    "e5",
  ],
);
const joined = (maxLength: number) => fc.array(pieces, { maxLength }).map((list) => list.join(""));
const printed = fc.oneof(joined(3), joined(12), fc.string({ unit: "binary" }));

/** The digits of a value, without the zeros that a unit may add or take away. */
const significant = (value: number) =>
  BigInt(Math.round(Math.abs(value) * 1e6))
    .toString()
    .replace(/0+$/, "");

test("every text is a number, blank, a dash or unreadable; none throws", () => {
  fc.assert(
    fc.property(
      printed,
      fc.constantFrom(...UNITS),
      fc.constantFrom(null, 0, 4, "unclear" as const),
      (text, unit, around) => {
        expect(KINDS).toContain(readNumber(text, unit, around).kind);
      },
    ),
    RUNS,
  );
});

/** Zero as a letter, and numbers in Chinese numerals. */
const SPELT = /[Oo〇○零一二两三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾]/;

test("a number is finite, and its digits stand in the text in one row", () => {
  let numbers = 0;
  fc.assert(
    fc.property(printed, (text) => {
      const reading = readNumber(text, "件");
      if (reading.kind !== "number") return;
      numbers++;
      expect(Number.isFinite(reading.value)).toBe(true);
      const digits = plain(text).replace(/[\s,.]/g, "");
      if (!/\d/.test(digits)) return expect(digits).toMatch(SPELT);
      expect(digits).toContain(significant(reading.value));
    }),
    RUNS,
  );
  expect(numbers).toBeGreaterThan(100);
});

test("a whole number is read as itself however it is set", () => {
  const set = [
    String,
    (n: number) => ` ${n}\n`,
    (n: number) => n.toLocaleString("en-US"),
    (n: number) => `${n}件`,
    (n: number) => String(n).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  ];
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...set), (value, print) => {
      expect(readNumber(print(value), "件")).toEqual({ kind: "number", value });
    }),
    RUNS,
  );
});

test.each([
  "1",
  "1,",
  "1 ",
  " ",
  "(",
  "()",
  "(1",
  "[",
  "1[注",
  "，",
  "-",
  "- ",
  "+ ",
  ".",
  "1.",
  "①",
  "1①",
  "注",
  "\u3000",
])("a text of 200,000 times %j takes linear time", (piece) => {
  const time = (count: number) => {
    const text = `${piece.repeat(count)}x`;
    const start = performance.now();
    readNumber(text, "件");
    return performance.now() - start;
  };
  time(1_000);
  // Quadratic time would take minutes.
  expect(time(200_000)).toBeLessThan(3_000);
});
