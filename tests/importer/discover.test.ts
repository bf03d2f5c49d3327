import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process, { platform } from "node:process";
import { createArchiveReader, type ArchiveReader } from "../../src/importer/archive-reader.js";
import { discover } from "../../src/importer/discover.js";
import { rawZip } from "../support/raw-zip.js";
import { zipOf } from "./zip-archive.js";

let folder: string;
let archives: ArchiveReader;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "nianbao-discover-")));
  archives = createArchiveReader();
});
afterEach(async () => {
  archives.close();
  await rm(folder, { recursive: true });
});

const write = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);

async function names(...sources: string[]): Promise<string[]> {
  const found = await discover(
    sources.map((source) => join(folder, source)),
    archives,
  );
  return found.map(({ path }) => path.slice(folder.length + 1));
}

/** 澜川县水务局.html in GBK */
const GBK = Uint8Array.from(
  [0xc0, 0xbd, 0xb4, 0xa8, 0xcf, 0xd8, 0xcb, 0xae, 0xce, 0xf1, 0xbe, 0xd6].concat([...Buffer.from(".html")]),
);

test("folders are searched to the bottom, without litter and stores", async () => {
  await mkdir(join(folder, "2024/县[1]"), { recursive: true });
  for (const name of ["a.html", "2024/b.docx", "2024/县[1]/c.pdf"]) await write(name, "x");
  for (const name of [".DS_Store", "2024/~$b.docx", "Thumbs.db", "archive.duckdb", "archive.duckdb.wal"]) {
    await write(name, "x");
  }
  expect(await names("")).toEqual(["2024/b.docx", "2024/县[1]/c.pdf", "a.html"]);
  expect(await names("2024/县[1]")).toEqual(["2024/县[1]/c.pdf"]);
});

test("a link that leads nowhere is found as a file that can't be read", async () => {
  await write("a.html", "x");
  await symlink("gone.html", join(folder, "link.html"));
  await symlink("gone", join(folder, ".hidden"));
  const found = await discover([folder], archives);
  expect(found.map(({ path, content }) => [path.slice(folder.length + 1), Object.keys(content)[0]])).toEqual([
    ["a.html", "file"],
    ["link.html", "error"],
  ]);
  expect(found[1]!.content).toMatchObject({ error: { code: "ENOENT" } });
});

// Other systems have no such names.
(platform === "linux" ? test : test.skip)(
  "a folder that can't be listed is found, and a name in GBK is told",
  async () => {
    const named = (name: Uint8Array) => Buffer.concat([Buffer.from(`${folder}/`), name]);
    await mkdir(named(GBK.subarray(0, 6)));
    await writeFile(Buffer.concat([named(GBK.subarray(0, 6)), Buffer.from("/a.html")]), "x");
    await writeFile(named(GBK), "x");
    const found = await discover([folder], archives);
    expect(found.map(({ content }) => content)).toMatchObject([
      { error: { code: "name-encoding" } },
      { error: { code: "name-encoding" } },
    ]);
  },
);

test("a folder that may not be opened is found as one that can't be read", async () => {
  await mkdir(join(folder, "closed"));
  await write("closed/a.html", "x");
  await write("b.html", "x");
  await chmod(join(folder, "closed"), 0o000);
  const found = await discover([folder], archives);
  await chmod(join(folder, "closed"), 0o700);
  // Nothing is closed to the superuser.
  const closed = process.getuid?.() === 0 ? [] : [{ error: { code: "EACCES" } }];
  expect(found.map(({ content }) => content).filter((content) => "error" in content)).toMatchObject(closed);
});

test("globs are taken, files named twice are found once", async () => {
  await mkdir(join(folder, "2024"));
  for (const name of ["a.html", "2024/b.html", "2024/c.txt"]) await write(name, "x");
  expect(await names("**/*.html", "a.html")).toEqual(["2024/b.html", "a.html"]);
});

test("a path that doesn't exist is an error, a glob that matches nothing is not", async () => {
  await expect(names("nowhere")).rejects.toMatchObject({ code: "ENOENT" });
  expect(await names("nowhere/*.html")).toEqual([]);
});

test("names in a zip archive are read as GBK where they are not UTF-8", async () => {
  await write(
    "a.zip",
    zipOf([
      { name: GBK, content: "gbk" },
      { name: "2024\\档案局.html", content: "utf8 without flag" },
      { name: "教育局.html", content: "flagged", flags: 0x800 },
      { name: "_.html", content: "extra field", unicodeName: "民政局.html" },
      { name: "__MACOSX/._x", content: "litter" },
      { name: "folder/", content: "" },
    ]),
  );
  const found = await discover([join(folder, "a.zip")], archives);
  expect(found.map(({ path }) => path.split("!/")[1])).toEqual([
    "澜川县水务局.html",
    "2024/档案局.html",
    "教育局.html",
    "民政局.html",
  ]);
  const content = found[0]!.content as { archive: [string]; entry: string };
  expect(Buffer.from(await archives.read(content.archive, content.entry)).toString()).toBe("gbk");
});

test("an archive in an archive is opened, and two entries of one name are two files", async () => {
  const inner = zipOf([
    { name: "x.html", content: "first" },
    { name: "x.html", content: "second" },
  ]);
  await write("outer.zip", zipOf([{ name: "inner.zip", content: inner }]));
  const found = await discover([join(folder, "outer.zip")], archives);
  expect(found.map(({ path }) => path.slice(folder.length + 1))).toEqual([
    "outer.zip!/inner.zip!/x.html",
    "outer.zip!/inner.zip!/x.html#2",
  ]);
  const contents = await Promise.all(
    found.map(async ({ content }) => {
      const { archive, entry } = content as { archive: [string]; entry: string };
      return Buffer.from(await archives.read(archive, entry)).toString();
    }),
  );
  expect(contents).toEqual(["first", "second"]);
});

test("a docx named .zip is a document, a damaged archive a file that can't be read", async () => {
  await write("report.zip", zipOf([{ name: "[Content_Types].xml", content: "<Types/>" }]));
  await write("damaged.zip", "PK no archive");
  const found = await discover([folder], archives);
  expect(found.map(({ content }) => Object.keys(content))).toEqual([["error"], ["file"]]);
  expect(found[0]!.content).toMatchObject({ error: { code: "zip-damaged" } });
});

test.each(["META-INF/manifest.xml", "OFD.xml"])("a zip with %s is one document, whatever its name", async (part) => {
  await write("report.zip", zipOf([{ name: part, content: "<x/>" }]));
  expect((await discover([folder], archives)).map(({ content }) => Object.keys(content))).toEqual([["file"]]);
});

test("an encrypted entry and one with a wrong checksum are refused", async () => {
  await write(
    "a.zip",
    zipOf([
      { name: "locked.html", content: "x", flags: 1 },
      { name: "altered.html", content: "x", crc: 1 },
    ]),
  );
  const chain = [join(folder, "a.zip")] as const;
  await expect(archives.read(chain, "locked.html")).rejects.toMatchObject({ code: "encrypted" });
  await expect(archives.read(chain, "altered.html")).rejects.toMatchObject({ code: "zip-damaged" });
});

test("an entry is read up to the limit that was set, above the default and below", async () => {
  const large = 101 * 1024 * 1024;
  await write("a.zip", rawZip([{ name: "large.txt", content: new Uint8Array(large) }]));
  const chain = [join(folder, "a.zip")] as const;
  await expect(archives.read(chain, "large.txt")).rejects.toMatchObject({ code: "limit-exceeded" });
  const wide = createArchiveReader({ bytes: large });
  const tight = createArchiveReader({ bytes: large - 1 });
  expect((await wide.read(chain, "large.txt")).byteLength).toBe(large);
  await expect(tight.read(chain, "large.txt")).rejects.toThrow(`beyond the limit bytes = ${large - 1} (${large})`);
  for (const reader of [wide, tight]) reader.close();
});

test("an archive in an archive may be larger than what a document may be", async () => {
  const inner = zipOf([{ name: "x.html", content: "1234" }]);
  await write("outer.zip", zipOf([{ name: "inner.zip", content: inner }]));
  const tight = createArchiveReader({ bytes: 4 });
  const [found] = await discover([join(folder, "outer.zip")], tight);
  const { archive, entry } = found!.content as { archive: [string]; entry: string };
  expect(Buffer.from(await tight.read(archive, entry)).toString()).toBe("1234");
  tight.close();
});

const onUnix = platform === "win32" ? test.skip : test;

onUnix("a named pipe and a device are found as what can't be read, and not opened", async () => {
  execFileSync("mkfifo", [join(folder, "pipe")]);
  for (const path of [join(folder, "pipe"), "/dev/zero"]) {
    const found = await discover([path], archives);
    expect(found.map(({ content }) => content)).toEqual([
      { error: expect.objectContaining({ code: "no-regular-file" }) as unknown },
    ]);
  }
});
