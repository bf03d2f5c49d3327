/** Digits of Word 97–2003 documents that can't be seen as they are stored: what holds them is in doubt. */
import { open, type Block, type CellDoubt, type Table } from "../../../parsers/index.js";
import { docOf, inTable, rowEnd, sprm, word, type DocParagraph, type DocParts } from "../../support/doc-writer.js";

const FILLER: DocParagraph = { runs: "a paragraph of some length, so that the document has a text" };
const read = async (paragraphs: readonly DocParagraph[], parts: Partial<DocParts> = {}): Promise<readonly Block[]> =>
  (await open(docOf({ ...parts, paragraphs: [...paragraphs, FILLER] }))).blocks.slice(0, -1);

const [WHITE, BLACK, NAVY] = [
  [255, 255, 255, 0],
  [0, 0, 0, 0],
  [0x1f, 0x38, 0x64, 0],
] as const;
const AUTOMATIC = [0, 0, 0, 0xff];
const color = (colour: readonly number[]) => sprm(0x6870, ...colour);
const palette = (index: number) => sprm(0x2a42, index);
const clear = (colour: readonly number[]) => [...AUTOMATIC, ...colour, ...word(0)];
const solid = (colour: readonly number[]) => [...colour, ...AUTOMATIC, ...word(1)];
const shading = (shade: readonly number[]) => sprm(0xca71, shade.length, ...shade);

const doubtOf = async (sprms: readonly number[], more: Partial<DocParagraph> = {}, parts: Partial<DocParts> = {}) => {
  const [block] = await read([{ ...more, runs: [{ text: "9", sprms }, { text: "12" }] }], parts);
  return block?.kind === "paragraph" ? block.doubt : undefined;
};

test.each<[string, readonly number[]]>([
  ["white", color(WHITE)],
  ["white of the palette", palette(8)],
  ["nearly white", color([250, 250, 240, 0])],
  ["black on black", [...color(BLACK), ...shading(clear(BLACK))]],
  ["in the colour of a solid shading", [...color(NAVY), ...shading(solid(NAVY))]],
  ["in the colour of their highlight", [...color([255, 255, 0, 0]), ...sprm(0x2a0c, 7)]],
  ["in the colour of an older shading", [...palette(2), ...sprm(0x4866, ...word(2 << 5))]],
  ["of a size that nobody reads", sprm(0x4a43, ...word(2))],
  ["drawn together", sprm(0x8840, ...word(0x10000 - 100))],
  ["narrowed to a tenth", sprm(0x4852, ...word(10))],
])("digits that are %s are in doubt", async (_, sprms) => {
  expect(await doubtOf(sprms)).toBe("obscured");
});

test.each<[string, readonly number[]]>([
  ["automatic", color(AUTOMATIC)],
  ["red", palette(6)],
  ["white on a dark shading", [...color(WHITE), ...shading(clear(NAVY))]],
  ["white on a pattern", [...color(WHITE), ...shading([...NAVY, ...AUTOMATIC, ...word(12)])]],
  ["white on a highlight", [...palette(8), ...sprm(0x2a0c, 2)]],
  ["white once, and black again", [...color(WHITE), ...color(BLACK)]],
  ["of another size", sprm(0x4a43, ...word(24))],
  ["spaced out", sprm(0x8840, ...word(40))],
])("digits that are %s are not in doubt", async (_, sprms) => {
  expect(await doubtOf(sprms)).toBeUndefined();
});

test("what is behind a paragraph is behind its digits", async () => {
  const behind = (colour: readonly number[]) => sprm(0xc64d, 10, ...clear(colour));
  expect(await doubtOf(color(WHITE), { sprms: behind(NAVY) })).toBeUndefined();
  expect(await doubtOf(color(NAVY), { sprms: behind(NAVY) })).toBe("obscured");
  expect(await doubtOf(palette(2), { sprms: sprm(0x442d, ...word(2 << 5)) })).toBe("obscured");
});

test("a style tells the colour, which a run may change", async () => {
  const heading = { headingText: color(WHITE) };
  expect(await doubtOf([], { style: 1 }, heading)).toBe("obscured");
  expect(await doubtOf(color(BLACK), { style: 0 }, heading)).toBeUndefined();
});

test("digits behind others of a clearly different size are no further digits of theirs", async () => {
  const runs = [
    { text: "12", sprms: sprm(0x4a43, ...word(21)) },
    { text: "3", sprms: sprm(0x4a43, ...word(10)) },
  ];
  expect(await read([{ runs }])).toMatchObject([{ text: "12^3" }]);
});

test("a style hides its own paragraphs alone, where a run goes on beyond them", async () => {
  const paragraphs = [{ runs: "a" }, { runs: "hidden", style: 1 }, { runs: "b" }];
  const blocks = await read(paragraphs, { headingText: sprm(0x083c, 1), longRuns: true });
  expect(blocks.map((block) => block.kind === "paragraph" && block.text)).toEqual(["a", "b"]);
});

test("a run takes back the line through it that its style says", async () => {
  const heading = { headingText: sprm(0x0837, 1) };
  const runs = [{ text: "a" }, { text: "b", sprms: sprm(0x0837, 0) }, { text: "c", sprms: sprm(0x0837, 0x81) }];
  expect(await read([{ runs, style: 1 }], heading)).toMatchObject([{ text: "bc" }]);
  expect(await read([{ runs: [{ text: "a" }, { text: "b", sprms: sprm(0x0837, 0x81) }] }])).toMatchObject([
    { text: "a" },
  ]);
});

describe("cells", () => {
  const cell = (text: string, sprms: readonly number[]): DocParagraph => ({
    runs: [{ text, sprms }],
    mark: "\x07",
    sprms: inTable(1),
  });
  const end = (more: readonly number[]): DocParagraph => {
    const row = rowEnd([0, 1].map((column) => ({ column, colSpan: 1, rowSpan: 1, isFurther: false })));
    return { ...row, sprms: [...row.sprms!, ...more] };
  };
  const shades = (...ofCells: readonly (readonly number[])[]) => {
    const all = ofCells.flat();
    return sprm(0xd612, all.length, ...all);
  };
  const olderShades = (...ofCells: readonly number[]) => sprm(0xd609, 2 * ofCells.length, ...ofCells.flatMap(word));
  const none = clear(AUTOMATIC);
  const doubts = async (paragraphs: readonly DocParagraph[]): Promise<readonly (CellDoubt | undefined)[]> => {
    const table = (await read(paragraphs)).find((block): block is Table => block.kind === "table")!;
    return table.cells.map(({ doubt }) => doubt);
  };
  const white = color(WHITE);

  test("white digits are in doubt", async () => {
    expect(await doubts([cell("1", white), cell("2", []), end([])])).toEqual(["obscured", undefined]);
  });
  test("white digits are read on the shading of their cell, of this row alone", async () => {
    const rows = [
      ...[cell("1", white), cell("2", white), end(shades(none, clear(NAVY)))],
      ...[cell("3", white), cell("4", white), end([])],
    ];
    expect(await doubts(rows)).toEqual(["obscured", undefined, "obscured", "obscured"]);
  });
  test("a shading of the palette tells as much, where no other stands beside it", async () => {
    const older = olderShades(9 << 5, 0xffff);
    expect(await doubts([cell("1", white), cell("2", white), end(older)])).toEqual([undefined, "obscured"]);
    const both = [...shades(none, clear(NAVY)), ...older];
    expect(await doubts([cell("1", white), cell("2", white), end(both)])).toEqual(["obscured", undefined]);
  });
  test("of tables inside cells nothing is known", async () => {
    const inner = { runs: [{ text: "1", sprms: white }], sprms: [...inTable(2), ...sprm(0x244b, 1)] };
    const innerEnd = rowEnd([{ column: 0, colSpan: 1, rowSpan: 1, isFurther: false }], 2);
    expect(await doubts([inner, innerEnd, cell("a", []), cell("2", []), end([])])).not.toContain("obscured");
  });
});
