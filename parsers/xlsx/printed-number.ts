/** A number and its number format in; the number as the sheet prints it out. */
import { format, isDateFormat } from "numfmt";

/** Formats that a file refers to by number without defining them (ECMA-376 part 1, 18.8.30), as in Chinese programs. */
const BUILT_IN: Readonly<Record<number, string>> = {
  ...{ 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??" },
  ...{ 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM" },
  ...{ 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"' },
  ...{ 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"' },
  ...{ 36: 'yyyy"年"m"月"', 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00" },
  ...{ 40: "#,##0.00;-#,##0.00", 41: '#,##0;-#,##0;"-"', 42: '"¥"#,##0;"¥"-#,##0;"¥""-"' },
  ...{ 43: '#,##0.00;-#,##0.00;"-"', 44: '"¥"#,##0.00;"¥"-#,##0.00;"¥""-"', 45: "mm:ss", 46: "[h]:mm:ss" },
  ...{ 47: "mm:ss.0", 48: "##0.0E+0", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"' },
  ...{ 53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"' },
};
/** Days from the epoch of 1900 to that of 1904. */
const EPOCH_1904 = 1_462;
/** Digits that a sheet keeps. */
const DIGITS = 15;

export const builtInFormat = (id: number): string | undefined => BUILT_IN[id];

/**
 * @param pattern undefined for the general format
 * @param since1904 whether the workbook counts its days from 1904
 */
export function printedNumber(value: number, pattern: string | undefined, since1904: boolean): string {
  const plain = String(Number(value.toPrecision(DIGITS)));
  if (pattern === undefined || /^(?:general|@)$/i.test(pattern)) return plain;
  try {
    const days = since1904 && isDateFormat(pattern) ? value + EPOCH_1904 : value;
    const printed = format(pattern, days).trim();
    return printed.startsWith("###") ? plain : printed;
  } catch {
    // A pattern that makes no sense prints nothing but the number.
    return plain;
  }
}
