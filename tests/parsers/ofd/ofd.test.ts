/** OFD as converters and office programs write it, and as nobody should. */
import { gridOf, open, type Block, type PageLocator, type SourceDocument, type Table } from "../../../parsers/index.js";
import { millimetres, ofdFrame, ofdOf, ofdPath, ofdText, type OfdParts } from "../../support/ofd-writer.js";

const PROSE = "一段足够长的文字，使本页有文字层可供读取，不会被当作扫描件而拒绝，此后不再赘述。";
const FILLER = ofdText(50, 700, PROSE);
const read = (page: string, parts: Partial<OfdParts> = {}): Promise<SourceDocument> =>
  open(ofdOf({ pages: [page + FILLER], ...parts }));
const isTable = (block: Block): block is Table => block.kind === "table";
/** The paragraphs but the last, which is the filler. */
const texts = ({ blocks }: SourceDocument) =>
  blocks.flatMap((block) => (block.kind === "paragraph" && block.text !== PROSE ? [block.text] : []));
const grid = ({ blocks }: SourceDocument) =>
  gridOf(blocks.find(isTable)!).map((row) => row.map((cell) => cell?.text ?? null));
const refusal = (bytes: Uint8Array) => open(bytes).then(String, (error: unknown) => error);

/** Two cells side by side, with their texts. */
const cells = ofdText(70, 120, "甲乙") + ofdText(170, 120, "12");
const frames = (look = "", inner = "") =>
  ofdFrame([50, 100, 150, 130], look, inner) + ofdFrame([150, 100, 250, 130], look, inner);

describe("text", () => {
  test("distances are numbers and repeated numbers; a place is that of the first character", async () => {
    const step = millimetres(10);
    const document = await read(ofdText(50, 100, "年度报告书", { deltas: `DeltaX="${step} g 3 ${step}"` }));
    expect(texts(document)).toEqual(["年度报告书"]);
    const { box } = document.blocks[0]!.at as PageLocator;
    expect(box.map(Math.round)).toEqual([50, 91, 100, 101]);
  });
  test("without distances characters follow by their widths", async () => {
    const document = await read(ofdText(50, 100, "共12件"));
    expect(texts(document)).toEqual(["共12件"]);
    expect((document.blocks[0]!.at as PageLocator).box.map(Math.round)).toEqual([50, 91, 80, 101]);
  });
  test("several codes of one object are one line, and a code without a place goes on at the last one's", async () => {
    const second = `<ofd:TextCode X="${millimetres(20)}">报告</ofd:TextCode></ofd:TextObject>`;
    expect(texts(await read(ofdText(50, 100, "年度").replace("</ofd:TextObject>", second)))).toEqual(["年度报告"]);
  });
  test("text that is turned by quarters through its matrix is read, slanted text is a watermark", async () => {
    const turned = ofdText(300, 100, "横排", { more: 'CTM="0 1 -1 0 0 0"' });
    const slanted = ofdText(300, 300, "内部资料", { more: 'CTM="0.7 0.7 -0.7 0.7 0 0"' });
    const scaled = ofdText(50, 100, "放大", { more: 'CTM="2 0 0 2 0 0"' });
    const document = await read(scaled + turned + slanted);
    expect(texts(document).join("")).toContain("横");
    expect(texts(document)).toContain("放大");
    expect(texts(document).join("")).not.toContain("内部资料");
  });
  test("characters that go down a column are read down it", async () => {
    const down = `DeltaX="0 0" DeltaY="${millimetres(12)} ${millimetres(12)}"`;
    expect(texts(await read(ofdText(50, 100, "办结果", { deltas: down }))).join("")).toBe("办结果");
  });
  test("invisible, transparent and clipped text is left out", async () => {
    const clip = `<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 0 1 1"><ofd:AbbreviatedData>M 0 0 L 1 0 L 1 1 L 0 1 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>`;
    const page =
      ofdText(50, 100, "隐", { more: 'Visible="false"' }) +
      ofdText(50, 130, "透", { more: 'Alpha="0"' }) +
      ofdText(50, 160, "空", { more: 'Fill="false"' }) +
      ofdText(50, 190, "剪", { inner: clip }) +
      ofdText(900, 220, "外") +
      ofdText(50, 250, "描", { more: 'Fill="false" Stroke="true"' });
    expect(texts(await read(page))).toEqual(["描"]);
  });
});

describe("tables", () => {
  test("frames around text are cells", async () => {
    expect(grid(await read(frames() + cells))).toEqual([["甲乙", "12"]]);
  });
  test("thin filled boxes are rulings", async () => {
    const bar = (box: readonly [number, number, number, number]) => ofdFrame(box, 'Stroke="false" Fill="true"');
    const rows = [100, 130].map((y) => bar([50, y, 250.5, y + 0.5]));
    const columns = [50, 150, 250].map((x) => bar([x, 100, x + 0.5, 130]));
    expect(grid(await read(rows.join("") + columns.join("") + cells))).toEqual([["甲乙", "12"]]);
  });
  test.each([
    ["white", "", '<ofd:StrokeColor Value="255 255 255"/>'],
    ["no ink at all (CMYK)", "", '<ofd:StrokeColor Value="0 0 0 0"/>'],
    ["transparent", "", '<ofd:StrokeColor Value="0 0 0" Alpha="0"/>'],
    ["not stroked", 'Stroke="false"', ""],
    ["white by its settings", 'DrawParam="7"', ""],
  ])("frames that can't be seen are none: %s", async (_, look, inner) => {
    const resources =
      '<ofd:DrawParams><ofd:DrawParam ID="7" Relative="8"/><ofd:DrawParam ID="8"><ofd:StrokeColor Value="255 255 255"/></ofd:DrawParam></ofd:DrawParams>';
    expect((await read(frames(look, inner) + cells, { resources })).blocks.some(isTable)).toBe(false);
  });
  test("curves are no rulings, and what follows a broken operator is left out", async () => {
    const page =
      ofdPath([50, 100, 250, 130], "M 0 0 A 5 5 0 0 1 70 0 C") + ofdPath([50, 100, 250, 130], "M 0 0 L 70 0 X L 70 10");
    expect((await read(page + cells)).blocks.some(isTable)).toBe(false);
  });
  test("a table whose frame is the template's and whose text is the page's is one table", async () => {
    const document = await read(cells, { template: frames() + ofdText(50, 80, "附表") });
    expect(grid(document)).toEqual([["甲乙", "12"]]);
    expect(texts(document)).toEqual(["附表"]);
  });
  test("objects in blocks and in repeated drawings are drawn where they stand", async () => {
    const unit = `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5"><ofd:Content>${frames()}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`;
    const composite = '<ofd:CompositeObject ResourceID="5" Boundary="0 0 210 297"/>';
    const document = await read(`<ofd:PageBlock>${composite}${cells}</ofd:PageBlock>`, { resources: unit });
    expect(grid(document)).toEqual([["甲乙", "12"]]);
  });
});

describe("files", () => {
  test("pages keep their order and number; the title is the declared one", async () => {
    const { pages, title, blocks } = await open(ofdOf({ pages: [ofdText(50, 100, "第一"), FILLER], title: "年报" }));
    expect([pages, title]).toEqual([2, "年报"]);
    expect(blocks.map(({ at }) => (at as PageLocator).page)).toEqual([1, 2]);
  });
  test("pages of pictures alone need character recognition", async () => {
    const page = '<ofd:ImageObject ResourceID="3" Boundary="0 0 210 297"/>';
    const refused = await refusal(ofdOf({ pages: [page] }));
    expect(refused).toMatchObject({ code: "needs-ocr", message: expect.stringContaining("the OFD has no text layer") });
  });
  test("an encrypted file is refused by name", async () => {
    expect(await refusal(ofdOf({ pages: [FILLER], files: { "Encryptions.xml": "<x/>" } }))).toMatchObject({
      code: "encrypted",
    });
  });
  test("a page that is missing is damage, not an empty page", async () => {
    const files = { "Doc_0/Document.xml": "<Document><Pages><Page BaseLoc='gone.xml'/></Pages></Document>" };
    expect(await refusal(ofdOf({ pages: [FILLER], files }))).toMatchObject({ code: "damaged" });
  });
  test("drawings that draw themselves end", async () => {
    const inner = '<ofd:CompositeObject ResourceID="5" Boundary="0 0 9 9"/>';
    const resources = `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5"><ofd:Content>${inner.repeat(50)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`;
    expect(await refusal(ofdOf({ pages: [FILLER + inner], resources }))).toMatchObject({ code: "limit-exceeded" });
  });
  test("a number of repetitions beyond the characters places nothing", async () => {
    expect(texts(await read(ofdText(50, 100, "年报", { deltas: 'DeltaX="g 1000000000 3.5"' })))).toEqual(["年报"]);
  });
});
