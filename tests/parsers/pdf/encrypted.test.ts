/**
 * Encrypted PDFs: what opens without a password is read, what needs one is refused by name. The fixtures are made by
 * scripts/make-encrypted-pdfs.mjs.
 */
import { readFileSync } from "node:fs";
import { zlibSync } from "fflate";
// @ts-expect-error a script without types
import * as encryptedPdfs from "../../../scripts/hostile/encrypted-pdf.mjs";
// @ts-expect-error a script without types
import { pdfOfContent as pdf } from "../../../scripts/hostile/pdf.mjs";
import { DEFAULT_LIMITS } from "../../../parsers/limits.js";
import { checkInflated } from "../../../parsers/pdf/inflated.js";
import { readPages } from "../../../parsers/pdf/open.js";
import { parseReport } from "../../../src/index.js";

type Made = (way: string, filters: string, data: Uint8Array, options?: object | string) => Uint8Array;
const { ENCRYPTIONS, encryptedPdf, encryptedGeneration, encryptedObjectStream } = encryptedPdfs as unknown as Record<
  "encryptedPdf" | "encryptedGeneration" | "encryptedObjectStream",
  Made
> & { ENCRYPTIONS: Record<string, { V: number }> };
const pdfOfContent = pdf as (content: string, options?: { more: string[] }) => Uint8Array;
const fixture = (name: string) => readFileSync(`tests/fixtures/encrypted-${name}.pdf`);

test.each(["rc4", "aes", "rc4-streams", "aes-128-streams", "aes-streams"])(
  "a PDF that an empty password opens is read: %s",
  async (method) => {
    const report = await parseReport(fixture(`${method}-open`));
    if (report.form !== "2021") throw new Error(report.form ?? "no form");
    expect([report.body, report.year]).toEqual(["松屏县档案馆", 2024]);
    expect(report.proactiveDisclosure.normativeDocuments).toEqual({ issued: 3, repealed: 1, inForce: 24 });
    expect(report.sections[0]?.text).toContain("全年培训业务人员两次，未发生泄密事件。");
  },
);

test("what one key decrypts alike for every object number that may be meant is counted once", async () => {
  const report = await parseReport(fixture("aes-streams-open"), { limits: { nodes: 50_000 } });
  expect(report.body).toBe("松屏县档案馆");
});

test.each(["rc4", "aes"])("a PDF that needs a password is refused as encrypted: %s", async (method) => {
  await expect(parseReport(fixture(`${method}-locked`))).rejects.toMatchObject({
    name: "UnreadableDocumentError",
    code: "encrypted",
  });
});

describe.each(Object.keys(ENCRYPTIONS))("%s", (way) => {
  const made = encryptedPdf;
  const LIMITS = { ...DEFAULT_LIMITS, streamBytes: 1_000_000 };
  const bomb = zlibSync(new Uint8Array(2_000_000).fill(32));
  const page = zlibSync(Buffer.from("BT /F 9 Tf 50 700 Td (2024) Tj ET"));
  const SECOND = { metadata: false };

  test.each(["/Filter /Standard", "/Filter/#53tandard", "/Filter 9 0 R"])(
    "a second dictionary in an object stream is refused: %s",
    async (handler) => {
      const words = `30 0 obj << /Type /ObjStm /N 1 /First 5 >>\nstream\n31 0 << ${handler} /V 1 >>\nendstream endobj\n`;
      const bytes = Buffer.concat([made(way, "/FlateDecode", page), Buffer.from(words)]);
      await expect(checkInflated(bytes, LIMITS)).rejects.toMatchObject({ code: "encrypted" });
    },
  );

  test.each([undefined, SECOND])("a page is read: %j", async (options) => {
    const { pages } = await readPages(made(way, "/FlateDecode", page, options), LIMITS);
    expect(pages[0]?.glyphs.map(({ text }) => text).join("")).toBe("2024");
  });

  test.each([
    ["Flate", "/FlateDecode", bomb],
    ["Flate in hexadecimal", "/ASCIIHexDecode /FlateDecode", Buffer.from(`${Buffer.from(bomb).toString("hex")}>`)],
  ])("a content that inflates beyond the limit is refused: %s", async (_, filters, data) => {
    for (const options of [undefined, SECOND]) {
      const refused = checkInflated(made(way, filters, data, options), LIMITS);
      await expect(refused).rejects.toThrow("streamBytes = 1000000");
    }
  });

  const others: [string, Made][] = [
    ["a content of another generation", encryptedGeneration],
    ["objects in an encrypted stream, and a table that is a stream", encryptedObjectStream],
    ["streams left as they are", (...of) => encryptedPdf(of[0], of[1], of[2], { identity: true })],
  ];
  const apart = others.filter((_, i) => i < 2 || ENCRYPTIONS[way]!.V >= 4);

  test.each(apart)("%s: read, and counted", async (_, make) => {
    const { pages } = await readPages(make(way, "/FlateDecode", page), LIMITS);
    expect(pages[0]?.glyphs.map(({ text }) => text).join("")).toBe("2024");
    await expect(checkInflated(make(way, "/FlateDecode", bomb), LIMITS)).rejects.toThrow("streamBytes = 1000000");
  });

  test("what an encrypted object stream names is seen", async () => {
    const hidden = encryptedObjectStream(way, "/FlateDecode", page, "/A /BrotliDecode");
    await expect(checkInflated(hidden, LIMITS)).rejects.toMatchObject({ code: "unsupported-filter" });
  });

  test("its dictionary may stand in the trailer, and again in every revision", async () => {
    const text = Buffer.from(made(way, "/FlateDecode", page)).toString("latin1");
    const [object = "", dictionary = ""] = /\n6 0 obj\n(<<.*>>)/.exec(text)!;
    const direct = text.replace(object, "\n6 0 obj\nnull").replace("/Encrypt 6 0 R", () => `/Encrypt ${dictionary}`);
    expect((await readPages(Buffer.from(direct, "latin1"), LIMITS)).pages[0]?.glyphs).toHaveLength(4);
    const revised = text.replace("%PDF-1.7\n", (head) => head + `${object}\nendobj\n`.repeat(9));
    await expect(checkInflated(Buffer.from(revised, "latin1"), LIMITS)).resolves.toBeDefined();
  });

  test("its dictionary may hold binary strings", async () => {
    const binary = (_: string, digits: string) =>
      `(${Buffer.from(digits, "hex")
        .toString("latin1")
        .replace(/[()\\\r]/g, (c) => (c === "\r" ? "\\r" : `\\${c}`))})`;
    const written = (data: Uint8Array) => {
      const text = Buffer.from(made(way, "/FlateDecode", data)).toString("latin1");
      return Buffer.from(text.replace(/(?<=\/[OU]E? )<([\da-f]+)>/g, binary), "latin1");
    };
    expect((await readPages(written(page), LIMITS)).pages).toHaveLength(1);
    await expect(checkInflated(written(bomb), LIMITS)).rejects.toThrow("streamBytes = 1000000");
  });

  test.each([
    ["a string without end", "/Encrypt 6 0 R", `/Encrypt (${" ".repeat(9_000_000)}`],
    ["an unknown handler", "/Standard", "/Standxrd"],
    ["another password", "/U <", "/U <00"],
    ["a part that stands elsewhere", "/P -4", "/P 9 0 R"],
    ["a second dictionary with another password", "1 0 obj", "6 %\n0 obj\n<< /Filter /Standard >>\nendobj\n1 0 obj"],
    ["the same by a number that is written otherwise", "1 0 obj", "06 0 obj\n<< /Filter /Standard >>\nendobj\n1 0 obj"],
    ["a dictionary that stands nowhere", "/Encrypt 6 0 R", "/Encrypt 8 0 R"],
    ["an object in the middle of the number of another", "\n3 0 obj", "\n13 0 obj"],
  ])("refused before anything is opened: %s", async (name, from, to) => {
    const text = Buffer.from(made(way, "/FlateDecode", bomb))
      .toString("latin1")
      .replace(from, to);
    const code = name.startsWith("an object") ? "limit-exceeded" : "encrypted";
    await expect(checkInflated(Buffer.from(text, "latin1"), LIMITS)).rejects.toMatchObject({ code });
  });
});

describe("a PDF that isn't encrypted", () => {
  const [SHOWN, LIMITS] = ["BT /F 9 Tf 50 700 Td (2024) Tj ET", DEFAULT_LIMITS];

  test.each([
    ["a title", pdfOfContent(SHOWN, { more: ["<< /Title (how to use /Encrypt 5 0 R) >>"] })],
    ["a title like a dictionary", pdfOfContent(SHOWN, { more: ["<< /Title (/Encrypt << /Filter /Standard >>) >>"] })],
    ["a comment", pdfOfContent(SHOWN, { more: ["<< >> % /Encrypt 77 0 R"] })],
    ["a title with a filter that nobody can count", pdfOfContent(SHOWN, { more: ["<< /Title (/BrotliDecode) >>"] })],
    ["its text", pdfOfContent("BT /F 9 Tf 50 700 Td (/Encrypt 5 0 R: 2024) Tj ET")],
  ])("is read though it names its encryption in %s", async (_, bytes) => {
    const { pages } = await readPages(bytes, LIMITS);
    expect(pages[0]?.glyphs.map(({ text }) => text).join("")).toContain("2024");
  });

  test("two at once are read as each alone, one of them encrypted and one refused", async () => {
    const way = "AES of 256 bits, revision 6";
    const content = zlibSync(Buffer.from(SHOWN.replace("2024", "2025")));
    const bomb = zlibSync(new Uint8Array(9_000_000).fill(32));
    const all = await Promise.allSettled([
      readPages(pdfOfContent(SHOWN), LIMITS),
      readPages(encryptedPdf(way, "/FlateDecode", content), LIMITS),
      readPages(encryptedPdf(way, "/FlateDecode", bomb), LIMITS),
      readPages(pdfOfContent(SHOWN.replace("2024", "2026")), LIMITS),
    ]);
    const read = all.map((one) =>
      one.status === "rejected"
        ? (one.reason as { code: string }).code
        : one.value.pages[0]?.glyphs.map(({ text }) => text).join(""),
    );
    expect(read).toEqual(["2024", "2025", "limit-exceeded", "2026"]);
  });
});
