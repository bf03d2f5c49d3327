/** Numbers of an OFD that can't be seen as they are stored: no value is taken from them, and a diagnostic says so. */
import { parseReport } from "../../../src/index.js";
import { ofdFrame, ofdOf, ofdPath, ofdText, type TextLook } from "../../support/ofd-writer.js";
import { layoutPages } from "../../support/pdf-layout.js";
import { reportBlocks, reportValues } from "../../support/pdf-report.js";

const ID = "proactiveDisclosure.licensing.decisions";
const NUMBER = "7316";
const values: Readonly<Record<string, number>> = { ...reportValues(), [ID]: Number(NUMBER) };

type Write = (x: number, y: number) => string;

/** The value of the cell whose number is drawn so, and what is said of it. */
async function readAs(draw: Write, change = (page: string) => page) {
  const write =
    (x: number, y: number, words: string, { size = 10 } = {}) =>
    () =>
      words === NUMBER ? draw(x, y) : ofdText(x, y, words, { size });
  const pages = layoutPages(reportBlocks(values), {
    rulings: ({ cells }) =>
      cells.map(
        ({ box }) =>
          () =>
            ofdFrame(box),
      ),
    write,
  }).map(({ draw: drawings, height = 0 }) => drawings.map((drawing) => drawing(height)).join(""));
  const { cells, diagnostics } = await parseReport(ofdOf({ pages: pages.map(change) }));
  const others = Object.entries(cells).filter(([id, { value }]) => id !== ID && value !== values[id]);
  expect(others).toEqual([]);
  return [
    cells[ID]?.value ?? null,
    diagnostics.flatMap(({ indicator, code }) => (indicator === undefined ? [] : [code])),
  ];
}

const fill = (value: string, more = "") => `<ofd:FillColor Value="${value}" ${more}/>`;
const look =
  (own: TextLook): Write =>
  (x, y) =>
    ofdText(x, y, NUMBER, own);
const plain = look({});
const AREA = 'Stroke="false" Fill="true"';
const area = (x: number, y: number, inner: string, more = AREA) =>
  ofdFrame([x - 12, y - 10, x + 40, y + 4], more, inner);
const on =
  (inner: string, write: Write): Write =>
  (x, y) =>
    area(x, y, inner) + write(x, y);
const under =
  (inner: string, more = AREA): Write =>
  (x, y) =>
    plain(x, y) + area(x, y, inner, more);
const [WHITE, BLACK, BLUE] = [fill("255 255 255"), fill("0 0 0"), fill("#1a #3c #8f")] as const;
const bar =
  (from: number, to: number): Write =>
  (x, y) =>
    plain(x, y) + ofdPath([x - 1, y - 3.5, x + 21, y - 3.5], `M ${from} 0 L ${to} 0`);
const MATRIX = (a: number, d: number) => `CTM="${a} 0 0 ${d} ${a < 0 ? 7 : 0} ${d < 0 ? 3.5 : 0}"`;

test.each<[string, Write]>([
  ["white on white", look({ inner: WHITE })],
  ["nearly white, by no ink", look({ inner: fill("6 0 0 0") })],
  ["in the colour of what is behind them", on(BLUE, look({ inner: BLUE }))],
  ["black on black", on(BLACK, plain)],
  ["covered by white", under(WHITE)],
  ["covered by black", under(BLACK)],
  ["crossed out", bar(0, 7.76)],
  ["mirrored", look({ more: MATRIX(-1, 1) })],
  ["turned by half a circle", look({ more: MATRIX(-1, -1) })],
  ["turned one by one", look({ more: 'CharDirection="180"' })],
  ["of a size that nobody reads", look({ size: 1 })],
  ["squeezed to a fifth of their width", look({ more: 'HScale="0.2"' })],
  ["squeezed by their own matrix", look({ more: MATRIX(0.1, 1) })],
  ["drawn over each other", look({ deltas: 'DeltaX="g 3 0.4"' })],
])("digits that are %s are in doubt", async (_, write) => {
  expect(await readAs(write)).toEqual([null, ["cell-doubtful"]]);
});

test.each<[string, Write]>([
  ["white on a dark area", on(BLUE, look({ inner: WHITE }))],
  [
    "white on a dark area that is none of a rectangle",
    (x, y) => {
      const shape = ofdPath([x - 12, y - 10, x + 90, y + 4], "M 0 0 L 40 0 L 30 5 L 0 5 C", AREA, BLUE);
      return shape + ofdText(x, y, NUMBER, { inner: WHITE });
    },
  ],
  [
    "white on a picture",
    (x, y) => {
      const box = ofdPath([x - 12, y - 10, x + 40, y + 4], "").replace(/Path(?=Object)/g, "Image");
      return box + ofdText(x, y, NUMBER, { inner: WHITE });
    },
  ],
  ["on a light area", on(fill("230 230 230"), plain)],
  ["printed in light grey", look({ inner: fill("190 190 190") })],
  ["red", look({ inner: fill("255 0 0") })],
  ["under an area that lets show through", under(fill("255 255 0", 'Alpha="90"'))],
  ["under an area of no colour", under("")],
  ["under an area that is not filled", under(WHITE, 'Stroke="false"')],
  ["painted anew over an area", (x, y) => ofdText(x, y, "9999") + area(x, y, WHITE) + plain(x, y)],
  ["beside an area painted later", (x, y) => plain(x, y) + ofdFrame([x + 24, y - 10, x + 40, y + 4], AREA, WHITE)],
  ["underlined", (x, y) => plain(x, y) + ofdPath([x - 1, y + 1.5, x + 21, y + 1.5], "M 0 0 L 7.76 0")],
])("a number is read where it is %s", async (_, write) => {
  expect(await readAs(write)).toEqual([Number(NUMBER), []]);
});

describe("what lies above covers what lies below, in whatever order both are written", () => {
  /** A layer of its own for what stands between the marks. */
  const layers = (type: string) => (page: string) =>
    page
      .replace("<i>", `</ofd:Layer><ofd:Layer ID="8" Type="${type}">`)
      .replace("</i>", '</ofd:Layer><ofd:Layer ID="7">');
  const covered: Write = (x, y) => `<i>${area(x, y, WHITE)}</i>${plain(x, y)}`;
  test("a layer in the foreground", async () => {
    expect(await readAs(covered, layers("Foreground"))).toEqual([null, ["cell-doubtful"]]);
  });
  test("a layer in the background", async () => {
    const later: Write = (x, y) => `${plain(x, y)}<i>${area(x, y, WHITE)}</i>`;
    expect(await readAs(later, layers("Background"))).toEqual([Number(NUMBER), []]);
  });
});
