/** Numbers of a page that can't be seen as they are stored: no value is taken from them, and a diagnostic says so. */
import { parseReport } from "../../../src/index.js";
import { layoutPages } from "../../support/pdf-layout.js";
import { reportBlocks, reportValues } from "../../support/pdf-report.js";
import { line, pdf, rectangle, text, transformed, type Drawing, type TextOptions } from "../../support/pdf-writer.js";

const ID = "proactiveDisclosure.licensing.decisions";
const NUMBER = "7316";
const values: Readonly<Record<string, number>> = { ...reportValues(), [ID]: Number(NUMBER) };

type Write = (x: number, y: number, options: TextOptions & { readonly size: number }) => Drawing;

/** The value of the cell whose number is drawn so, and what is said of it. */
async function readAs(draw: Write) {
  const write = (x: number, y: number, words: string, options: TextOptions = {}) =>
    words === NUMBER ? draw(x, y, { size: 10, ...options }) : text(x, y, words, options);
  const { cells, diagnostics } = await parseReport(pdf(layoutPages(reportBlocks(values), { write })));
  const others = Object.entries(cells).filter(([id, { value }]) => id !== ID && value !== values[id]);
  expect(others).toEqual([]);
  return [
    cells[ID]?.value ?? null,
    diagnostics.flatMap(({ indicator, code }) => (indicator === undefined ? [] : [code])),
  ];
}

const all =
  (...drawings: readonly Drawing[]): Drawing =>
  (height) =>
    drawings.map((draw) => draw(height)).join(" ");
const plain: Write = (x, y, options) => text(x, y, NUMBER, options);
const set =
  (operators: string): Write =>
  (x, y, options) =>
    text(x, y, NUMBER, { ...options, set: operators });
/** A further digit before the number, set otherwise. */
const behind =
  (operators: string): Write =>
  (x, y, options) =>
    all(text(x - options.size / 2, y, "9", { ...options, set: operators }), plain(x, y, options));
const area = (x: number, y: number, color: string) => rectangle(x - 12, y - 10, x + 40, y + 4, "f", color);
const on =
  (color: string, write: Write): Write =>
  (x, y, options) =>
    all(area(x, y, color), write(x, y, options));
const under =
  (color: string, write: Write): Write =>
  (x, y, options) =>
    all(write(x, y, options), area(x, y, color));
/** The number under a text matrix of its own. */
const under6 =
  (matrix: string, operators = ""): Write =>
  (x, y, { size }) =>
  (height) =>
    `q BT ${operators} /F1 ${size} Tf ${matrix} ${x + 20} ${height - y} Tm <0037003300310036> Tj ET Q`;

test.each<[string, Write]>([
  ["nearly white", behind("0.97 g")],
  ["in the light colour of what is behind them", on("0.8 g", behind("0.8 g"))],
  ["in the dark colour of what is behind them", on("0.2 0.4 0.6 rg", behind("0.2 0.4 0.6 rg"))],
  ["black on black", on("0 g", plain)],
  ["covered by white", under("1 g", plain)],
  ["covered by black", under("0 g", plain)],
  [
    "covered in part",
    (x, y, options) => all(text(x - 5, y, "97316", options), rectangle(x - 6, y - 10, x - 0.2, y + 4, "f", "1 g")),
  ],
  ["mirrored by their own matrix", under6("-1 0 0 1")],
  [
    "mirrored by the matrix around them",
    (x, y, options) => transformed([-1, 0, 0, 1, 2 * x + 20, 0], [plain(x, y, options)]),
  ],
  ["drawn to the left", under6("1 0 0 1", "-100 Tz")],
  ["upside down by mirroring", under6("1 0 0 -1")],
  ["turned by half a circle", (x, y, options) => text(x + 20, y - 8, NUMBER, { ...options, turn: 180 })],
  ["of a size that nobody reads", (x, y) => text(x, y, NUMBER, { size: 1 })],
  ["crossed out", (x, y, options) => all(plain(x, y, options), line(x - 1, y - 3.5, x + 21, y - 3.5))],
])("digits that are %s are in doubt", async (_, write) => {
  expect(await readAs(write)).toEqual([null, ["cell-doubtful"]]);
});

test.each<[string, Write]>([
  ["stroked in white", set("1 Tr 1 1 1 RG")],
  ["filled and stroked in white", set("2 Tr 1 1 1 RG 1 1 1 rg")],
])("text that is %s prints nothing", async (_, write) => {
  expect((await readAs(write))[0]).toBeNull();
});

test.each<[string, Write]>([
  ["stroked", set("1 Tr")],
  ["filled in white and stroked in black", set("2 Tr 1 g")],
  ["white on a dark area", on("0 0 0.5 rg", set("1 g"))],
  ["on a light area", on("0.9 g", plain)],
  ["red", set("1 0 0 rg")],
  [
    "painted again over the area that covers an older one",
    (x, y, options) => all(text(x, y, "9999", options), area(x, y, "1 g"), plain(x, y, options)),
  ],
  [
    "painted anew over an area",
    (x, y, options) => all(plain(x, y, options), area(x, y, "0.9 g"), plain(x, y, options)),
  ],
  [
    "beside an area painted later",
    (x, y, options) => all(plain(x, y, options), rectangle(x + 24, y - 10, x + 40, y + 4, "f", "1 g")),
  ],
  [
    "in a path that is no rectangle",
    (x, y, options) =>
      all(
        plain(x, y, options),
        (height) =>
          `q 1 g ${x - 5} ${height - y - 5} m ${x + 90} ${height - y - 5} l ${x - 5} ${height - y + 40} l f Q`,
      ),
  ],
  ["underlined", (x, y, options) => all(plain(x, y, options), line(x - 1, y + 1.5, x + 21, y + 1.5))],
  [
    "set by a negative size under a matrix that turns it back",
    (x, y, { size }) =>
      (height) =>
        `q BT /F1 -${size} Tf -1 0 0 -1 ${x} ${height - y} Tm <0037003300310036> Tj ET Q`,
  ],
])("a number is read where it is %s", async (_, write) => {
  expect(await readAs(write)).toEqual([Number(NUMBER), []]);
});
