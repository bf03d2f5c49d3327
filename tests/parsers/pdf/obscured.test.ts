/** Numbers of a page that can't be seen as they are stored: no value is taken from them, and a diagnostic says so. */
import { parseReport } from "../../../src/index.js";
import { layoutPages, LINES, NO_RULINGS, type Rulings } from "../../support/pdf-layout.js";
import { reportBlocks, reportValues } from "../../support/pdf-report.js";
import {
  line,
  pdf,
  rectangle,
  text,
  transformed,
  type Drawing,
  type PdfOptions,
  type PdfPage,
  type TextOptions,
} from "../../support/pdf-writer.js";

const ID = "proactiveDisclosure.licensing.decisions";
const NUMBER = "7316";
const values: Readonly<Record<string, number>> = { ...reportValues(), [ID]: Number(NUMBER) };

type Write = (x: number, y: number, options: TextOptions & { readonly size: number }) => Drawing;

/** The value of the cell whose number is drawn so, and what is said of it. */
async function readAs(draw: Write, page: Partial<PdfPage> = {}, options: PdfOptions = {}, rulings: Rulings = LINES) {
  const write = (x: number, y: number, words: string, options: TextOptions = {}) =>
    words === NUMBER ? draw(x, y, { size: 10, ...options }) : text(x, y, words, options);
  const { cells, diagnostics } = await parseReport(
    pdf(
      layoutPages(reportBlocks(values), { write, rulings }).map((one) => ({ ...one, ...page })),
      options,
    ),
  );
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
const band = (x: number, y: number, color: string) => line(x - 3, y - 3.5, x + 33, y - 3.5, { width: 12, set: color });
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
  ["covered by a thick line", (x, y, options) => all(plain(x, y, options), band(x, y, "1 G"))],
  [
    "covered by one of the areas of a path",
    (x, y, options) =>
      all(plain(x, y, options), (height) => `q 1 g ${x} ${height - y - 3} 30 12 re ${x + 200} 9 20 20 re f Q`),
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
  ["squeezed to nothing", set("0 Tz")],
  ["squeezed to a fifth of their width", set("20 Tz")],
  ["squeezed by their own matrix", under6(".1 0 0 1")],
  ["crossed out", (x, y, options) => all(plain(x, y, options), line(x - 1, y - 3.5, x + 21, y - 3.5))],
])("digits that are %s are in doubt", async (_, write) => {
  expect(await readAs(write)).toEqual([null, ["cell-doubtful"]]);
});

describe("numbers printed over each other", () => {
  const over =
    (right: number, words: string, size = 10): Write =>
    (x, y, options) =>
      all(plain(x, y, options), text(x + right, y, words, { ...options, size }));
  const cases: readonly [string, Write][] = [
    ["at the same place", over(0, "2054")],
    ["half a digit apart", over(2.5, "205")],
    ["both the same, too far apart to be bold", over(1.5, NUMBER)],
    ["of another size", over(0, "2054", 5)],
    ["one digit over the other", set("-4 Tc")],
  ];
  test.each(cases)("are none, %s", async (_, write) => {
    expect(await readAs(write)).toEqual([null, ["cell-doubtful"]]);
  });
  test.each(cases)("are none in a table without rulings, %s", async (_, write) => {
    expect(await readAs(write, {}, {}, NO_RULINGS)).toEqual([null, ["cell-doubtful"]]);
  });
  test.each([LINES, NO_RULINGS])("are bold where they are the same, a hair apart", async (rulings) => {
    expect(await readAs(over(0.4, NUMBER), {}, {}, rulings)).toEqual([Number(NUMBER), []]);
  });
});

describe("a number that is too wide for its column", () => {
  const WIDE = 73165;
  /** The value of the cell, whose number leaves it to the right, and of the one beside it. */
  const moved = async (column: string, right: number) => {
    const id = `requests.outcomes.refused.stateSecret.${column}`;
    const write: typeof text = (x, y, words, options) =>
      text(words === String(WIDE) ? x + right : x, y, words, options);
    const { cells, diagnostics } = await parseReport(
      pdf(layoutPages(reportBlocks({ ...values, [id]: WIDE }), { write })),
    );
    return [cells[id]?.value, diagnostics.some(({ indicator, code }) => indicator === id && code === "cell-doubtful")];
  };
  test.each(["naturalPerson", "total"])("is read while it ends at the border (%s)", async (column) => {
    expect(await moved(column, 3)).toEqual([WIDE, false]);
  });
  test.each([
    ["naturalPerson", 8],
    ["naturalPerson", 12],
    ["naturalPerson", 16],
    ["total", 6],
    ["total", 8],
    ["total", 10],
    ["total", 13],
  ])("is in doubt where the border cuts it (%s, by %d points)", async (column, right) => {
    expect(await moved(column, right)).toEqual([null, true]);
  });
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
  ["white on a thick line", (x, y, options) => all(band(x, y, "0 0 0.5 RG"), set("1 g")(x, y, options))],
  [
    "in a frame of two rectangles",
    (x, y, options) =>
      all(plain(x, y, options), (height) => {
        return `q 0.9 g ${x - 9} ${height - y - 6} 60 18 re ${x - 7} ${height - y - 4} 56 14 re f* Q`;
      }),
  ],
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

describe("what is drawn in groups, layers and annotations", () => {
  const GROUP = "/Group << /S /Transparency >>";
  const states =
    "/ExtGState << /Half << /ca 0.3 /CA 0.3 >> /Full << /ca 1 >> /Masked << /SMask << /S /Luminosity /G 3 0 R >> >> >>";
  /** All that is drawn between the marks as a form, which the page paints. */
  const asForm = (draw: readonly Drawing[]) => ({ forms: { Fm: draw }, formEntries: GROUP, resources: states });
  const paint: Drawing = () => "q /Half gs /Fm Do Q";
  const stream = (entries: string, body: string) =>
    `<< ${entries} /Length ${body.length} >>\nstream\n${body}\nendstream`;
  const WHOLE = "/BBox [0 0 595 842]";

  test("an area of a group shows through as the group does, whatever it says itself", async () => {
    const write: Write = (x, y, options) => all(plain(x, y, options), paint);
    const page = asForm([() => "/Full gs 1 1 0 rg 0 0 595 842 re f"]);
    expect(await readAs(write, page)).toEqual([Number(NUMBER), []]);
  });

  test("what masks other things is not painted", async () => {
    const mask = stream(`/Type /XObject /Subtype /Form ${WHOLE} ${GROUP}`, "1 g 0 0 595 842 re f");
    const write: Write = (x, y, options) => all(plain(x, y, options), () => "q /Masked gs 0 0 1 rg 0 0 20 20 re f Q");
    expect(await readAs(write, { resources: states }, { objects: [mask] })).toEqual([Number(NUMBER), []]);
  });

  test("what leaves the box of a group is not seen", async () => {
    const write: Write = (x, y, options) => all(plain(x, y, options), paint);
    const page = { forms: { Fm: [() => "1 g 0 0 595 842 re f"] }, formEntries: `${GROUP} /BBox [0 0 5 5]` };
    expect(await readAs(write, page)).toEqual([Number(NUMBER), []]);
  });

  const LAYER = {
    catalog: "/OCProperties << /OCGs [3 0 R] /D << /OFF [3 0 R] >> >>",
    objects: ["<< /Type /OCG /Name (L) >>"],
  };
  const inLayer = (drawing: Drawing): Drawing =>
    all(
      () => "/OC /L BDC",
      drawing,
      () => "EMC",
    );
  const layered = { resources: "/Properties << /L 3 0 R >>" };

  test("a layer that is off shows nothing", async () => {
    const write: Write = (x, y, options) => inLayer(plain(x, y, options));
    expect(await readAs(write, layered, LAYER)).toEqual([null, []]);
  });
  test("a layer that is off covers nothing", async () => {
    const write: Write = (x, y, options) => all(plain(x, y, options), inLayer(area(x, y, "1 g")));
    expect(await readAs(write, layered, LAYER)).toEqual([Number(NUMBER), []]);
  });
  test("a layer that is on is read", async () => {
    const write: Write = (x, y, options) => inLayer(plain(x, y, options));
    const on = { ...LAYER, catalog: "/OCProperties << /OCGs [3 0 R] /D << /ON [3 0 R] >> >>" };
    expect(await readAs(write, layered, on)).toEqual([Number(NUMBER), []]);
  });

  /** An annotation over the number, which draws so in a box of its own. */
  const annotated = async (draw: string) => {
    let place: readonly number[] = [0, 0];
    const note = (x: number, y: number, options: TextOptions & { readonly size: number }): Drawing => {
      return (height) => {
        place = [x - 2, height - y - 4, x + 32, height - y + 10];
        return plain(x, y, options)(height);
      };
    };
    await readAs(note);
    const appearance = stream("/Type /XObject /Subtype /Form /BBox [0 0 34 14] /Resources << >>", draw);
    const annotation = `<< /Type /Annot /Subtype /Square /F 4 /Rect [${place.join(" ")}] /AP << /N 3 0 R >> >>`;
    const first = { entries: "/Annots [4 0 R]" };
    return readAs(note, first, { objects: [appearance, annotation] });
  };
  test("an annotation covers the place that it is at", async () => {
    expect(await annotated("1 g 0 0 34 14 re f")).toEqual([null, ["cell-doubtful"]]);
  });
  test("an annotation covers no other place", async () => {
    expect(await annotated("1 g 0 0 2 2 re f")).toEqual([Number(NUMBER), []]);
  });
});
