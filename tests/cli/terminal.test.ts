import { printable, printableLine, terminalWidth } from "../../src/cli/terminal.js";

test("an escape sequence loses its escape character", () => {
  expect(printable("a\u001b[31mred\u009b0m")).toBe("a\ufffd[31mred\ufffd0m");
});

test("marks that turn the direction of writing are made visible", () => {
  expect(printable("fdp.\u202etxt")).toBe("fdp.\ufffdtxt");
});

test("line breaks and tabs stay in a text and become spaces on one line", () => {
  expect(printable("第一行\n第二行\t列")).toBe("第一行\n第二行\t列");
  expect(printableLine("第一行\r\n第二行\t列")).toBe("第一行 第二行 列");
});

test("a Chinese character is two columns wide", () => {
  expect(terminalWidth("a年1")).toBe(4);
});
