/** OpenDocument texts as LibreOffice and WPS write them, and as nobody should. */
import { gridOf, open, type Block, type SourceDocument, type Table } from "../../../parsers/index.js";
import { fodtOf, odtOf, type OdtParts } from "../../support/odt-writer.js";
import { zipOf } from "../../support/zip-of.js";

const FILLER = "<text:p>a paragraph of some length, so that the document has a text</text:p>";
const read = (body: string, parts: Partial<OdtParts> = {}): Promise<SourceDocument> =>
  open(odtOf({ ...parts, body: body + FILLER }));
const isTable = (block: Block): block is Table => block.kind === "table";
/** The paragraphs but the last, which is the filler, each with its number. */
const texts = ({ blocks }: SourceDocument) =>
  blocks.slice(0, -1).map((block) => (block.kind === "paragraph" ? (block.ordinal ?? "") + block.text : "table"));
const grid = ({ blocks }: SourceDocument) => {
  const table = blocks.find(isTable)!;
  return gridOf(table).map((row) => row.map((cell) => cell?.text ?? null));
};
const refusal = (bytes: Uint8Array) => open(bytes).then(String, (error: unknown) => error);

describe("texts", () => {
  test("spaces, tabs and line breaks are elements; white space of the file collapses", async () => {
    const body =
      '<text:p>a<text:s text:c="3"/>b\n   c<text:tab/>d<text:line-break/>e<text:span> f </text:span> g</text:p>';
    expect(texts(await read(body))).toEqual(["a   b c\td\ne f g"]);
  });
  test("deleted text, notes, comments, readings and hidden text are left out", async () => {
    const styles =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>';
    const body =
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>" +
      '<text:p>a<text:change text:change-id="1"/><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note>' +
      "<office:annotation><text:p>comment</text:p></office:annotation>" +
      '<text:ruby><text:ruby-base>b</text:ruby-base><text:ruby-text>r</text:ruby-text></text:ruby><text:span text:style-name="H">hidden</text:span>c</text:p>' +
      '<text:section text:display="none"><text:p>hidden section</text:p></text:section>';
    expect(texts(await read(body, { styles }))).toEqual(["abc"]);
  });
  test("a raised number is the mark of a note, other raised digits stay apart, and what is crossed out was withdrawn", async () => {
    const style = (name: string, properties: string) =>
      `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;
    const styles =
      style("U", 'style:text-position="super 58%"') +
      style("N", 'style:text-position="0% 100%"') +
      style("M", 'style:text-position="-9% 100%"') +
      style("X", 'style:text-line-through-style="solid"');
    const span = (name: string, text: string) => `<text:span text:style-name="${name}">${text}</text:span>`;
    const body = [
      `22${span("U", "1")}`,
      `${span("U", "1")}22`,
      `2${span("N", "1")}`,
      `2${span("M", "1")}`,
      `${span("X", "9")}8`,
    ]
      .map((text) => `<text:p>${text}</text:p>`)
      .join("");
    expect(texts(await read(body, { styles }))).toEqual(["22[1]", "1^22", "21", "21", "8"]);
  });
  test("a style takes back what the style around it, or the one that it goes back to, hides or crosses out", async () => {
    const style = (name: string, properties: string, more = "") =>
      `<style:style style:name="${name}" ${more}><style:text-properties ${properties}/></style:style>`;
    const styles =
      style("P", 'style:text-line-through-style="solid"') +
      style("N", 'style:text-line-through-style="none"') +
      style("C", 'style:text-line-through-type="none"', 'style:parent-style-name="P"') +
      style("H", 'text:display="none"') +
      style("S", 'text:display="true"');
    const body =
      '<text:p text:style-name="P">a<text:s/><text:span text:style-name="N">b</text:span></text:p>' +
      '<text:p text:style-name="C">c</text:p>' +
      '<text:p><text:span text:style-name="H">d<text:span text:style-name="S">e</text:span><text:tab/></text:span></text:p>';
    expect(texts(await read(body, { styles }))).toEqual(["b", "c", "e"]);
  });
  test("a style is hidden or a heading by the style that it goes back to", async () => {
    const styles =
      '<style:style style:name="B" style:family="paragraph"><style:text-properties text:display="none"/></style:style>' +
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="B"/>' +
      '<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"/>' +
      '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Heading_20_1"/>';
    const { blocks } = await read('<text:p text:style-name="P1">x</text:p><text:p text:style-name="P2">head</text:p>', {
      styles,
    });
    expect(blocks[0]).toMatchObject({ text: "head", heading: true });
  });
  test("a text box comes after the paragraph that it is anchored in, and a picture is reported", async () => {
    const frame =
      "<draw:frame><draw:text-box><text:p>in the box</text:p></draw:text-box><svg:title>t</svg:title></draw:frame>" +
      "<draw:frame><draw:image/><svg:desc>d</svg:desc></draw:frame>";
    const document = await read(`<text:p>before${frame} after</text:p>`);
    expect(texts(document)).toEqual(["before after", "in the box"]);
    expect(document.problems.map(({ code }) => code)).toEqual(["image"]);
  });
  test("a generated table of contents is no text of its own", async () => {
    const body =
      "<text:table-of-content><text:index-body><text:p>一、总体情况 1</text:p></text:index-body></text:table-of-content>";
    expect(texts(await read(body))).toEqual([]);
  });
  test("the title of the document is its declared title", async () => {
    expect((await read("", { meta: "<dc:title>年度报告</dc:title>" })).title).toBe("年度报告");
  });
});

test("a long text that a number repeats is beyond the limit of characters", async () => {
  const cell = (times: number) =>
    `<table:table-cell table:number-columns-repeated="${times}"><text:p>${"长".repeat(2_000)}</text:p></table:table-cell>`;
  const row = (times: number, cells: string) =>
    `<table:table-row table:number-rows-repeated="${times}">${cells}</table:table-row>`;
  for (const rows of [row(1, cell(2_500)), row(2_500, cell(1)), row(50, cell(50))]) {
    await expect(read(`<table:table>${rows}</table:table>`)).rejects.toThrow("textBytes");
  }
});

describe("numbers of lists", () => {
  const level = (n: number, format: string, prefix: string, suffix: string, more = "") =>
    `<text:list-level-style-number text:level="${n}" style:num-format="${format}" style:num-prefix="${prefix}" style:num-suffix="${suffix}"${more}/>`;
  const styles =
    `<text:list-style style:name="L">${level(1, "一, 二, 三, ...", "", "、")}${level(2, "1", "", ".", ' text:display-levels="2"')}</text:list-style>` +
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>';
  const list = (items: string, more = "") => `<text:list text:style-name="L"${more}>${items}</text:list>`;
  const item = (text: string, more = "") => `<text:list-item${more}><text:p>${text}</text:p></text:list-item>`;

  test("Chinese numbers are counted, also over an interruption", async () => {
    const goesOn = list(item("c") + item("j", ' text:start-value="10"') + item("k"), ' text:continue-numbering="true"');
    expect(texts(await read(`${list(item("a") + item("b"))}<text:p>x</text:p>${goesOn}`, { styles }))).toEqual([
      ...["一、a", "二、b", "x", "三、c", "十、j", "十一、k"],
    ]);
  });
  test("lists inside count anew in each item; further paragraphs of an item have no number", async () => {
    const inner = `<text:list>${item("x")}${item("y")}</text:list>`;
    const outer = `<text:list-item><text:p>a</text:p><text:p>more</text:p>${inner}</text:list-item>`;
    expect(texts(await read(list(outer + outer), { styles }))).toEqual([
      ...["一、a", "more", "一.1.x", "一.2.y", "二、a", "more", "二.1.x", "二.2.y"],
    ]);
  });
  test("bullets are no numbers", async () => {
    expect(texts(await read(list(item("a")).replace('"L"', '"B"'), { styles }))).toEqual(["a"]);
  });
  test("no more of a long label is kept than programs let one write", async () => {
    const long = `<text:list-style style:name="L">${level(1, "1", "y".repeat(9_000), "x".repeat(9_000))}</text:list-style>`;
    expect(texts(await read(list(item("a")), { styles: long }))).toEqual([`${"y".repeat(255)}1${"x".repeat(255)}a`]);
  });
  test("headings are numbered by the outline", async () => {
    const outline =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二" style:num-suffix="、"/></text:outline-style>';
    const body =
      '<text:h text:outline-level="1">a</text:h><text:h text:outline-level="2">x</text:h><text:h text:outline-level="1">b</text:h>';
    expect(texts(await read(body, { styles: outline }))).toEqual(["一、a", "x", "二、b"]);
  });
  test("a number that the file states is taken as it is", async () => {
    const body = '<text:h text:outline-level="1"><text:number>三、</text:number>a</text:h>';
    expect(texts(await read(body))).toEqual(["三、a"]);
  });
});

describe("tables", () => {
  const cell = (text: string, more = "") => `<table:table-cell${more}><text:p>${text}</text:p></table:table-cell>`;
  const row = (inner: string, more = "") => `<table:table-row${more}>${inner}</table:table-row>`;
  const table = (rows: string) => `<table:table>${rows}</table:table>`;

  test("repeated cells and rows are as many cells", async () => {
    const rows =
      row(cell("a") + cell("0", ' table:number-columns-repeated="3"')) +
      row(cell("b", ' table:number-columns-repeated="4"'), ' table:number-rows-repeated="2"');
    expect(grid(await read(table(rows)))).toEqual([
      ["a", "0", "0", "0"],
      new Array(4).fill("b"),
      new Array(4).fill("b"),
    ]);
  });
  test("rows in groups are read in order, hidden ones are left out, and covered cells keep their place", async () => {
    const spanned = cell("a", ' table:number-rows-spanned="2"') + cell("1");
    const rows =
      `<table:table-header-rows>${row(cell("h") + cell("n"))}</table:table-header-rows>` +
      `<table:table-rows>${row(spanned)}${row(cell("x") + cell("y"), ' table:visibility="collapse"')}` +
      `${row(`<table:covered-table-cell>${"<text:p>covered</text:p>"}</table:covered-table-cell>${cell("2")}`)}</table:table-rows>`;
    expect(grid(await read(table(rows)))).toEqual([
      ["h", "n"],
      ["a", "1"],
      ["a", "2"],
    ]);
  });
  test.each(["table:number-columns-repeated", "table:number-rows-repeated"])(
    "a huge %s is beyond the limit",
    async (name) => {
      const body = name.includes("rows") ? row(cell("0"), ` ${name}="1000000000"`) : row(cell("0", ` ${name}="1e300"`));
      expect(await refusal(odtOf({ body: table(body) }))).toMatchObject({ code: "limit-exceeded" });
    },
  );
});

describe("files", () => {
  test("a flat file is read like a zipped one", async () => {
    const { format, blocks, title } = await open(
      fodtOf({ body: `<text:p>${"text ".repeat(10)}</text:p>`, meta: "<dc:title>t</dc:title>" }),
    );
    expect([format, blocks.length, title]).toEqual(["odt", 1, "t"]);
  });
  describe("a document type before a flat file", () => {
    const flat = (type: string) => {
      const text = new TextDecoder().decode(fodtOf({ body: `<text:p>1&a;2 ${"text ".repeat(10)}</text:p>` }));
      return new TextEncoder().encode(text.replace("<office:document ", `${type}<office:document `));
    };
    test("is passed over where it declares nothing", async () => {
      const { format, blocks } = await open(flat('<!DOCTYPE office:document PUBLIC "-//ODF//DTD" "office.dtd">\n'));
      expect([format, blocks[0]]).toMatchObject(["odt", { text: expect.stringMatching(/^1&a;2 /) as string }]);
    });
    test("is refused where it declares entities", async () => {
      expect(await refusal(flat('<!DOCTYPE office:document [<!ENTITY a "0">]>'))).toMatchObject({
        code: "damaged",
        message:
          "the part office:document of the file declares entities in its document type, which is not read for safety; save it anew",
      });
    });
  });
  test("an encrypted document is refused by name", async () => {
    const manifest =
      '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>';
    expect(await refusal(odtOf({ body: FILLER, manifest }))).toMatchObject({ code: "encrypted" });
  });
  test("a spreadsheet in the same container is refused by name", async () => {
    const content =
      "<office:document-content><office:body><office:spreadsheet/></office:body></office:document-content>";
    expect(await refusal(zipOf({ mimetype: "m", "content.xml": content }))).toMatchObject({
      code: "unsupported-format",
      message: expect.stringContaining("spreadsheet"),
    });
  });
  test("content that is cut off is damaged", async () => {
    const content = "<office:document-content><office:body><office:text><text:p>12";
    expect(await refusal(zipOf({ mimetype: "m", "content.xml": content }))).toMatchObject({ code: "damaged" });
  });
  test("elements that cross each other are damage", async () => {
    expect(await refusal(odtOf({ body: `${FILLER}<text:p><text:span>1</text:p></text:span>` }))).toMatchObject({
      code: "damaged",
    });
  });
  test("elements nested without end are beyond the limit of depth", async () => {
    expect(await refusal(odtOf({ body: "<text:section>".repeat(10_000) }))).toMatchObject({ code: "limit-exceeded" });
  });
});

describe("numbers that can't be seen as they are stored", () => {
  const text = (name: string, properties: string) =>
    `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;
  const cell = (color: string) =>
    `<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:background-color="${color}"/></style:style>`;
  const doubtOf = async (properties: string, ofCell = "transparent") => {
    const own = `<table:table-cell table:style-name="C"><text:p><text:span text:style-name="T">9</text:span>12</text:p></table:table-cell>`;
    const body = `<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>${own}</table:table-row></table:table>`;
    const { blocks } = await read(body, { styles: text("T", properties) + cell(ofCell) });
    return blocks.find(isTable)!.cells[1]!.doubt;
  };
  test.each([
    ["white", 'fo:color="#ffffff"', "transparent"],
    ["the colour of the cell", 'fo:color="#dddddd"', "#dddddd"],
    ["their own background", 'fo:color="#cc0000" fo:background-color="#cc0000"', "transparent"],
    ["a size that nobody reads", 'fo:font-size="1pt"', "transparent"],
    ["letters over one another", 'fo:letter-spacing="-0.5cm"', "transparent"],
    ["letters without width", 'style:text-scale="1%"', "transparent"],
    ["letters on top of each other", 'style:text-combine="letters"', "transparent"],
    ["no ink", 'loext:opacity="0%"', "transparent"],
  ])("are in doubt: %s", async (_, properties, ofCell) => {
    expect(await doubtOf(properties, ofCell)).toBe("obscured");
  });
  test.each([
    ["white on a dark cell", 'fo:color="#ffffff"', "#003366"],
    ["the colour that the program chooses", 'fo:color="#ffffff" style:use-window-font-color="true"', "transparent"],
    ["a little closer", 'fo:letter-spacing="-0.01cm" style:text-scale="90%"', "transparent"],
  ])("are not in doubt: %s", async (_, properties, ofCell) => {
    expect(await doubtOf(properties, ofCell)).toBeUndefined();
  });
  test.each([
    ["a much smaller size is no further digit", "4pt", "", "12^9"],
    ["a share of the size around them is none", "40%", "", "12^9"],
    ["much the same size is one", "11pt", "", "129"],
    ["the size of the text around them is one", "6pt", "6pt", "129"],
  ])("a digit of %s", async (_, size, usual, printed) => {
    const standard = usual && `<style:default-style style:family="paragraph"><style:text-properties fo:font-size="${usual}"/></style:default-style>`; // prettier-ignore
    const body = '<text:p>12<text:span text:style-name="T">9</text:span>件</text:p>';
    expect(texts(await read(body, { styles: standard + text("T", `fo:font-size="${size}"`) }))).toEqual([
      `${printed}件`,
    ]);
  });
  test("what is crossed out by its type alone was withdrawn", async () => {
    const styles =
      text("X", 'style:text-line-through-type="single"') + text("N", 'style:text-line-through-type="none"');
    const body =
      '<text:p><text:span text:style-name="X">9</text:span><text:span text:style-name="N">8</text:span></text:p>';
    expect(texts(await read(body, { styles }))).toEqual(["8"]);
  });
});
