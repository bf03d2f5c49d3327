/** A number and the name of a Word number format (w:numFmt) in; the number as Word prints it out. */

/** Characters that a label of a list may have besides its numbers: a long one would come again before every paragraph. */
const LONGEST_LABEL = 255;

/** As much of a label's text as programs let one write. */
export const labelText = (text: string): string => text.slice(0, LONGEST_LABEL);

const DIGITS = "〇一二三四五六七八九";
const LEGAL_DIGITS = { simplified: "零壹贰叁肆伍陆柒捌玖", traditional: "零壹貳參肆伍陸柒捌玖" };
const UNITS = ["", "十", "百", "千"];
const LEGAL_UNITS = ["", "拾", "佰", "仟"];
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
  ] as const),
  ...([
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ] as const),
];

/** 1–9999 with units; a ten at the head is 十 and not 一十 where `bareTen`. */
function counted(n: number, digits: string, units: readonly string[], bareTen: boolean): string {
  if (n < 1 || n > 9_999) return String(n);
  const places = [...String(n)].map(Number);
  const text = places
    .map((digit, i) => (digit === 0 ? digits[0]! : digits[digit]! + units[places.length - 1 - i]!))
    .join("")
    .replace(new RegExp(`${digits[0]}+$`), "")
    .replace(new RegExp(`${digits[0]}+`, "g"), digits[0]!);
  return bareTen && n >= 10 && n < 20 ? text.slice(1) : text;
}

const positional = (n: number, digits: string) =>
  [...String(n)].map((digit) => digits[Number(digit)] ?? digit).join("");

/** a…z, aa, bb …: Word repeats the letter. */
function lettered(n: number, first: number): string {
  if (n < 1) return String(n);
  return String.fromCodePoint(first + ((n - 1) % 26)).repeat(Math.min(Math.ceil(n / 26), 20));
}

function roman(n: number): string {
  if (n < 1 || n > 3_999) return String(n);
  let rest = n;
  return ROMAN.map(([value, letters]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return letters.repeat(times);
  }).join("");
}

/** A row of signs for 1…count from the code point on; plain digits beyond. */
const enclosed = (n: number, first: number, count: number) =>
  n >= 1 && n <= count ? String.fromCodePoint(first + n - 1) : String(n);

const cyclic = (n: number, signs: string) => (n < 1 ? String(n) : signs[(n - 1) % signs.length]!);

const chinese = (n: number) => counted(n, DIGITS, UNITS, true);

const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  none: () => "",
  bullet: () => "",
  decimalZero: (n) => String(n).padStart(2, "0"),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: (n) => lettered(n, 65),
  lowerLetter: (n) => lettered(n, 97),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  koreanDigital2: (n) => positional(n, DIGITS),
  ideographDigital: (n) => positional(n, DIGITS),
  japaneseDigitalTenThousand: (n) => positional(n, DIGITS),
  taiwaneseDigital: (n) => positional(n, DIGITS),
  chineseLegalSimplified: (n) => counted(n, LEGAL_DIGITS.simplified, LEGAL_UNITS, false),
  ideographLegalTraditional: (n) => counted(n, LEGAL_DIGITS.traditional, LEGAL_UNITS, false),
  japaneseLegal: (n) => counted(n, LEGAL_DIGITS.traditional, LEGAL_UNITS, false),
  ideographTraditional: (n) => cyclic(n, STEMS),
  ideographZodiac: (n) => cyclic(n, BRANCHES),
  ideographEnclosedCircle: (n) => enclosed(n, 0x3280, 10),
  decimalEnclosedCircle: (n) => enclosed(n, 0x2460, 20),
  decimalEnclosedCircleChinese: (n) => enclosed(n, 0x2460, 20),
  decimalEnclosedParen: (n) => enclosed(n, 0x2474, 20),
  decimalEnclosedFullstop: (n) => enclosed(n, 0x2488, 20),
  decimalFullWidth: (n) => positional(n, "０１２３４５６７８９"),
  decimalFullWidth2: (n) => positional(n, "０１２３４５６７８９"),
  numberInDash: (n) => `- ${n} -`,
};

/** Formats that are not known print as decimal, as in Word. */
export function formatNumber(n: number, format: string): string {
  return FORMATS[format]?.(n) ?? String(n);
}
