/** Web archives: encodings and charsets of parts, which part is the page, and broken ones. */
import { strToU8 } from "fflate";
import { open } from "../../parsers/index.js";

const PAGE = "<html><head><title>年报</title></head><body><p>总体情况</p></body></html>";
/** 总体情况 in GBK. */
const GBK = [0xd7, 0xdc, 0xcc, 0xe5, 0xc7, 0xe9, 0xbf, 0xf6];
const TITLED = ["总体情况"];

const base64 = (text: string) => btoa(String.fromCharCode(...strToU8(text)));
const quoted = (bytes: Iterable<number>) =>
  Array.from(bytes, (byte) =>
    byte < 128 && byte !== 61 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  ).join("");

const part = (body: string, ...fields: string[]) => [...fields, "", body].join("\r\n");
const html = (body: string, ...fields: string[]) =>
  part(base64(body), 'Content-Type: text/html; charset="utf-8"', "Content-Transfer-Encoding: base64", ...fields);
const archive = (fields: string, ...parts: string[]) =>
  `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"${fields}\r\n\r\n${parts.map((one) => `--B\r\n${one}\r\n`).join("")}--B--\r\n`;

async function textsOf(message: string | Uint8Array): Promise<string[]> {
  const { format, blocks } = await open(typeof message === "string" ? strToU8(message) : message);
  expect(format).toBe("mhtml");
  return blocks.map((block) => (block.kind === "paragraph" ? block.text : "table"));
}

test.each([
  ["base64", html(PAGE)],
  [
    "quoted-printable",
    part(quoted(strToU8(PAGE)), "Content-Type: text/html", "Content-Transfer-Encoding: quoted-printable"),
  ],
  [
    "quoted-printable of another charset",
    part(
      `<p>${quoted(GBK)}</p>`,
      "Content-Type: text/html; charset=gb2312",
      "Content-Transfer-Encoding: quoted-printable",
    ),
  ],
  [
    "a wrong charset in the header",
    part(
      `<p>${quoted(GBK)}</p>`,
      "Content-Type: text/html; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
    ),
  ],
  [
    "a header that goes on in the next line",
    part(base64(PAGE), "Content-Type:\r\n\ttext/html", "Content-Transfer-Encoding: base64"),
  ],
])("a part in %s", async (_, one) => {
  expect(await textsOf(archive("", one))).toEqual(TITLED);
});

test("bytes of 8 bit, lines that end in LF alone, and a message of one part", async () => {
  const [before, after] = archive(
    "",
    part("<p>@</p>", "Content-Type: text/html; charset=gbk", "Content-Transfer-Encoding: 8bit"),
  ).split("@");
  expect(await textsOf(Uint8Array.from([...strToU8(before!), ...GBK, ...strToU8(after!)]))).toEqual(TITLED);
  expect(await textsOf(archive("", html(PAGE)).replaceAll("\r", ""))).toEqual(TITLED);
  expect(await textsOf(`MIME-Version: 1.0\r\n${html(PAGE)}`)).toEqual(TITLED);
});

describe("the page", () => {
  const other = html("<p>广告</p>", "Content-ID: <ad>", "Content-Location: http://example.test/ad.html");
  const page = html(PAGE, "Content-ID: <main>", "Content-Location: http://example.test/1.html");

  test("is the first HTML part, and no other", async () => {
    expect(await textsOf(archive("", page, other))).toEqual(TITLED);
  });

  test("is the part that the message names as its start or by its location", async () => {
    expect(await textsOf(archive('; start="<main>"', other, page))).toEqual(TITLED);
    const located = archive("", other, page).replace(
      "MIME",
      "Snapshot-Content-Location: http://example.test/1.html\r\nMIME",
    );
    expect(await textsOf(located)).toEqual(TITLED);
  });

  test("is followed by the frames that it shows", async () => {
    const framed = html(`${PAGE}<iframe src="cid:ad"></iframe>`);
    expect(await textsOf(archive("", framed, other))).toEqual(["总体情况", "广告"]);
  });
});

test("an archive that ends inside the page is read as far as it goes, and says so", async () => {
  const long = archive("", html(PAGE.replace("</body>", `${"<p>正文</p>".repeat(50)}</body>`)));
  const { blocks, problems } = await open(strToU8(long.slice(0, 600)));
  expect(blocks.length).toBeGreaterThan(1);
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["cut-off", "error"]]);
});

test("one that ends behind the page says nothing", async () => {
  const cut = archive("", html(PAGE), part("iVBORw0KGgo=", "Content-Type: image/png")).slice(0, -20);
  expect((await open(strToU8(cut))).problems).toEqual([]);
});

test.each([
  [
    "holds only pictures",
    archive("", part("iVBORw0KGgo=", "Content-Type: image/png", "Content-Transfer-Encoding: base64")),
  ],
  ["ends before its page", archive("", html(PAGE)).slice(0, 90)],
])("one that %s is refused", async (_, message) => {
  await expect(open(strToU8(message))).rejects.toMatchObject({
    code: "damaged",
    text: { zh: "网页归档（MHTML）中没有网页部分，文件可能不完整" },
  });
});

test("the bytes that were given stay as they are, also those of a Buffer, and can be read again", async () => {
  const message = archive("", html(PAGE));
  const bytes = Buffer.from(message);
  expect(await textsOf(bytes)).toEqual(TITLED);
  expect(bytes.toString()).toBe(message);
  expect(await textsOf(bytes)).toEqual(TITLED);
});
