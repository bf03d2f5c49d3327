/** Chinese numerals in, as writers spell numbers of cells out; the digits that they mean, or null where they may mean more, out. */

const DIGITS = "零一二三四五六七八九";
/** Other characters of the same numerals: those of accounts, 两 and the circles. */
const SAME: Readonly<Record<string, string>> = Object.fromEntries(
  ["〇零 ○零 两二 壹一 贰二 叁三 肆四 伍五 陆六 柒七 捌八 玖九 拾十 佰百 仟千"]
    .join(" ")
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
const NUMERAL = /^[零〇○一二两三四五六七八九十百千廿卅壹贰叁肆伍陆柒捌玖拾佰仟]+/;
const DIGIT = "[一二三四五六七八九]";
const SPELT = new RegExp(`^(?:(${DIGIT})千)?(?:零?(${DIGIT})百)?(?:零?(${DIGIT})?十)?(?:零?(${DIGIT}))?$`);
/** Behind 百 or 千 a digit without 零 before it is one of the next place: 一百二 is said for 120, and written for 102. */
const LEAVES_PLACES_OUT = new RegExp(`千${DIGIT}?十|[千百]${DIGIT}$`);
const IN_PLACES = /^[零一二三四五六七八九]{3,}$/;

/**
 * The text with the numeral that it begins with in digits: 二十三件 becomes 23件. A lone 一 is not told from a dash, and
 * two digits side by side (三四) may mean "three or four", and 一百二 means 120 or 102: null, as for text that begins with no numeral.
 */
export function withDigits(text: string): string | null {
  const printed = NUMERAL.exec(text)?.[0];
  if (printed === undefined || text === "一" || /^[\d.,]/.test(text.slice(printed.length))) return null;
  const value = valueOf(printed);
  return value === null ? null : `${value}${text.slice(printed.length)}`;
}

function valueOf(printed: string): number | null {
  const numeral = Array.from(printed.replace("廿", "二十").replace("卅", "三十"), (one) => SAME[one] ?? one).join("");
  if (numeral === "零") return 0;
  if (IN_PLACES.test(numeral)) return Number(Array.from(numeral, (digit) => DIGITS.indexOf(digit)).join(""));
  const match = LEAVES_PLACES_OUT.test(numeral) ? null : SPELT.exec(numeral);
  if (!match) return null;
  const [thousands, hundreds, tens, ones] = match.slice(1).map((digit) => (digit ? DIGITS.indexOf(digit) : 0));
  const ten = numeral.includes("十") ? Math.max(tens!, 1) : 0;
  return thousands! * 1_000 + hundreds! * 100 + ten * 10 + ones!;
}
