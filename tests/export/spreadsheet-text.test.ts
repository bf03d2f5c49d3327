import { spreadsheetText } from "../../src/export/spreadsheet-text.js";

test.each([
  "=1+1",
  "+cmd|' /C calc'!A0",
  "-2+3+cmd",
  "@SUM(A1)",
  "\t=1",
  " =1",
  "＝1+1",
  "＋1+1",
  "－1+1",
  "＠A1",
  "\r=1",
  "\tA1",
  "\u3000=1",
  "\u0000=1",
  "\u200b=1",
])("%j cannot become a formula", (text) => {
  expect(spreadsheetText(text)).toBe(`'${text}`);
});

test.each(["-19", "+20", "1,268", "12.5", "-", "—", "3（其中修订1件）", "", "行政许可"])(
  "%j stays as it is",
  (text) => {
    expect(spreadsheetText(text)).toBe(text);
  },
);
