/** Word 97–2003 documents as Word and WPS write them, and as nobody should. */
import { gridOf, open, type Block, type SourceDocument, type Table } from "../../../parsers/index.js";
import { compoundFile } from "../../support/cfb-writer.js";
import {
  docOf,
  inTable,
  long,
  rowEnd,
  sprm,
  word,
  type DocParagraph,
  type DocParts,
} from "../../support/doc-writer.js";

const FILLER: DocParagraph = { runs: "a paragraph of some length, so that the document has a text" };
const read = (paragraphs: readonly DocParagraph[], parts: Partial<DocParts> = {}): Promise<SourceDocument> =>
  open(docOf({ ...parts, paragraphs: [...paragraphs, FILLER] }));
const isTable = (block: Block): block is Table => block.kind === "table";
/** The paragraphs but the last, which is the filler, each with its number. */
const texts = ({ blocks }: SourceDocument) =>
  blocks.slice(0, -1).map((block) => (block.kind === "paragraph" ? (block.ordinal ?? "") + block.text : "table"));
const grids = ({ blocks }: SourceDocument) =>
  blocks.filter(isTable).map((table) => gridOf(table).map((row) => row.map((cell) => cell?.text ?? null)));
const refusal = (bytes: Uint8Array) => open(bytes).then(String, (error: unknown) => error);
const textOf = (text: string) => read([{ runs: text }]).then(texts);

describe("text", () => {
  test("a piece of one byte a character is Windows-1252, the next piece UTF-16", async () => {
    const bytes = "\x93a\x94 \x971\r";
    const document = await read([{ runs: bytes.slice(0, -1) }, { runs: "年度报告" }], { compressed: bytes.length });
    expect(texts(document)).toEqual(["“a” —1", "年度报告"]);
  });
  test("marks of lines, hyphens, tabs and pages inside a paragraph", async () => {
    expect(await textOf("a\x0bb\x1ec\x1fd\te\x0cf")).toEqual(["a\nb\u2011cd\te\nf"]);
  });
  test("of a field only the result is printed, also of fields in fields", async () => {
    expect(await textOf("a\x13 REF \x13 X \x14inner\x15 \x14result\x15b\x13 HIDDEN \x15c")).toEqual(["aresultbc"]);
  });
  test("hidden and deleted text is left out, also where a style or a toggle hides it", async () => {
    const runs = [
      { text: "a" },
      { text: "hidden", sprms: sprm(0x083c, 1) },
      { text: "deleted", sprms: sprm(0x0800, 1) },
      { text: "toggled", sprms: sprm(0x083c, 0x81) },
      { text: "b", sprms: [...sprm(0x083c, 1), ...sprm(0x083c, 0)] },
      { text: "c", sprms: sprm(0x0801, 1) },
    ];
    expect(texts(await read([{ runs }]))).toEqual(["abc"]);
  });
  test("a raised number is the mark of a note, other raised digits stay apart, and what is crossed out was withdrawn", async () => {
    const raised = (text: string) => ({ text, sprms: sprm(0x2a48, 1) });
    const paragraphs = [
      { runs: [{ text: "22" }, raised("12")] },
      { runs: [raised("1"), { text: "22" }] },
      { runs: [{ text: "3" }, { text: "1", sprms: sprm(0x4845, ...word(6)) }] },
      { runs: [{ text: "9", sprms: sprm(0x0837, 1) }, { text: "8" }] },
      { runs: [{ text: "3" }, { text: "1", sprms: sprm(0x4845, ...word(0xfffe)) }] },
    ];
    expect(texts(await read(paragraphs))).toEqual(["22[12]", "1^22", "3[1]", "8", "31"]);
  });
  test("the character of a symbol font takes the place of the one in the text", async () => {
    const runs = [{ text: "a" }, { text: "(", sprms: sprm(0x6a09, 0, 0, ...word(0x2460)) }];
    expect(texts(await read([{ runs }]))).toEqual(["a①"]);
  });
  test("a picture is reported", async () => {
    expect((await read([{ runs: "\x01" }])).problems.map(({ code }) => code)).toEqual(["image"]);
  });
  test("a paragraph that the outline holds is a heading", async () => {
    const { blocks } = await read([
      { runs: "head", sprms: sprm(0x2640, 0) },
      { runs: "body", sprms: sprm(0x2640, 9) },
    ]);
    expect(blocks.map((block) => "heading" in block)).toEqual([true, false, false]);
  });
});

describe("numbers of lists", () => {
  const level = (start: number, format: number, text: string) => [
    ...[...long(start), format, 0, ...new Array<number>(22).fill(0)],
    ...[...word(text.length), ...Array.from(text, (character) => word(character.charCodeAt(0))).flat()],
  ];
  // The properties of a level (28 bytes) end in the sizes of two lists and two more bytes.
  const list = (id: number, simple: number) => [...long(id), ...new Array<number>(22).fill(0), simple, 0];
  const override = (id: number, levels = 0) => [...long(id), ...long(0), ...long(0), levels, 0, 0, 0];
  const CHINESE = 37;
  const simple = [...word(1), ...list(7, 1), ...level(1, CHINESE, "\x00、")];
  const numbered = (text: string, more: Partial<DocParagraph> = {}, n = 1): DocParagraph => ({
    runs: text,
    sprms: [...sprm(0x460b, ...word(n)), ...sprm(0x260a, 0)],
    ...more,
  });

  test("a list is counted through the document, in its own format", async () => {
    const overrides = [...long(1), ...override(7), ...long(-1)];
    const document = await read([numbered("a"), { runs: "x" }, numbered("b"), numbered("c")], {
      lists: simple,
      overrides,
    });
    expect(texts(document)).toEqual(["一、a", "x", "二、b", "三、c"]);
  });
  test("an override begins the list anew", async () => {
    const overrides = [
      ...long(2),
      ...override(7),
      ...override(7, 1),
      ...long(-1),
      ...long(-1),
      ...long(9),
      ...long(0x10),
    ];
    const document = await read([numbered("a"), numbered("b", {}, 2), numbered("c", {}, 2)], {
      lists: simple,
      overrides,
    });
    expect(texts(document)).toEqual(["一、a", "九、b", "十、c"]);
  });
  test("a lower level prints the numbers above it and begins anew below each", async () => {
    const levels = [
      level(1, CHINESE, "\x00、"),
      level(1, 0, "\x00.\x01"),
      ...new Array<number[]>(7).fill(level(1, 23, "•")),
    ];
    const lists = [...word(1), ...list(7, 0), ...levels.flat()];
    const overrides = [...long(1), ...override(7), ...long(-1)];
    const inner = (text: string): DocParagraph => ({
      runs: text,
      sprms: [...sprm(0x460b, ...word(1)), ...sprm(0x260a, 1)],
    });
    const document = await read([numbered("a"), inner("x"), inner("y"), numbered("b"), inner("z")], {
      lists,
      overrides,
    });
    expect(texts(document)).toEqual(["一、a", "一.1x", "一.2y", "二、b", "二.1z"]);
  });
  test("a reference to no list is no number", async () => {
    expect(texts(await read([numbered("a", {}, 5), numbered("b", {}, 0xf801)], { lists: simple }))).toEqual(["a", "b"]);
  });
});

describe("tables", () => {
  const cell = (runs: string): DocParagraph => ({ runs, mark: "\x07", sprms: inTable(1) });
  const row = (texts: readonly string[], more: readonly number[] = []): DocParagraph[] => {
    const places = texts.map((_, column) => ({ column, colSpan: 1, rowSpan: 1, isFurther: false }));
    const end = rowEnd(places);
    return [...texts.map(cell), { ...end, sprms: [...end.sprms!, ...more] }];
  };
  test("cells that were merged after the row was defined are one cell", async () => {
    const merged = row(["a", "", "b"], sprm(0x5624, 0, 2));
    const vertical = [...row(["x", "1", "2"], sprm(0xd62b, 2, 0, 3)), ...row(["", "3", "4"], sprm(0xd62b, 2, 0, 1))];
    expect(grids(await read([...merged, ...vertical]))).toEqual([
      [
        ["a", "a", "b"],
        ["x", "1", "2"],
        ["x", "3", "4"],
      ],
    ]);
  });
  test("a cell of several paragraphs is a cell of lines", async () => {
    const first: DocParagraph = { runs: "one", sprms: inTable(1) };
    expect(grids(await read([first, ...row(["two", "3"])]))).toEqual([[["one\ntwo", "3"]]]);
  });
  test("properties too long for their page stand in another stream; without it the table is still read", async () => {
    const end = rowEnd([0, 1].map((column) => ({ column, colSpan: 1, rowSpan: 1, isFurther: false })));
    const document = await read([
      cell("a"),
      cell("b"),
      { ...end, sprms: [...sprm(0x6646, ...long(4_000_000_000)), ...end.sprms!] },
    ]);
    expect(grids(document)).toEqual([[["a", "b"]]]);
  });
});

describe("files that are refused", () => {
  const whole = docOf({ paragraphs: [FILLER] });
  test("an encrypted document", async () => {
    expect(await refusal(docOf({ paragraphs: [FILLER], flags: 0x0100 }))).toMatchObject({ code: "encrypted" });
  });
  test.each([
    ["Word 6", 0xa5dc, 0x65],
    ["Word 95", 0xa5ec, 0x68],
  ])("a document of %s, by name", async (_, magic, version) => {
    const stream = new Uint8Array(4_096);
    stream.set([...word(magic), ...word(version)]);
    const refused = await refusal(compoundFile({ WordDocument: stream }));
    expect(refused).toMatchObject({ code: "unsupported-format", message: expect.stringContaining("Word 6/95") });
  });
  test.each([
    ["Workbook", "Excel 97–2003 (.xls)"],
    ["PowerPoint Document", "PowerPoint 97–2003 (.ppt)"],
    ["MatOST", "Microsoft Works (.wps)"],
    ["Contents of nothing", "OLE2"],
  ])("an OLE2 file with the stream %s: %s", async (stream, name) => {
    const refused = await refusal(compoundFile({ [stream]: new Uint8Array(4_096) }));
    expect(refused).toMatchObject({ code: "unsupported-format", message: expect.stringContaining(name) });
  });
  test("an encrypted document of a newer Office", async () => {
    expect(await refusal(compoundFile({ EncryptedPackage: new Uint8Array(4_096) }))).toMatchObject({
      code: "encrypted",
    });
  });
  test("a file that is cut off anywhere is damaged", async () => {
    for (const size of [100, 512, 1_024, 3_000, whole.length - 600]) {
      expect(await refusal(whole.subarray(0, size))).toMatchObject({ code: "damaged" });
    }
  });
  test("a chain of sectors that goes round in circles is damaged", async () => {
    const bytes = whole.slice();
    const view = new DataView(bytes.buffer);
    const sector = view.getUint32(48, true);
    view.setUint32(512 + 4 * sector, sector, true);
    expect(await refusal(bytes)).toMatchObject({ code: "damaged" });
  });
  test("allocation tables listed in a circle are damaged", async () => {
    const bytes = whole.slice();
    const view = new DataView(bytes.buffer);
    view.setUint32(68, 2, true);
    view.setUint32(512 + 2 * 512 + 508, 2, true);
    expect(await refusal(bytes)).toMatchObject({ code: expect.stringMatching(/damaged/) });
  });
  test("directory entries that are each other's siblings end", async () => {
    const bytes = whole.slice();
    const view = new DataView(bytes.buffer);
    const directory = 512 * (1 + view.getUint32(48, true));
    for (const entry of [1, 2]) view.setUint32(directory + 128 * entry + 68, 1, true);
    expect((await open(bytes)).format).toBe("doc");
  });
  test("pieces that use the same bytes over and over are damaged", async () => {
    const bytes = whole.slice();
    // A piece table of one piece: its size, and the text's first and last offsets.
    const head = [2, ...long(16), ...long(0), ...long(FILLER.runs.length + 1)];
    const at = bytes.findIndex((_, i) => head.every((byte, k) => bytes[i + k] === byte));
    expect(at).toBeGreaterThan(0);
    new DataView(bytes.buffer).setUint32(at + 9, 3_000_000, true);
    expect(await refusal(bytes)).toMatchObject({ code: "damaged" });
  });
});
