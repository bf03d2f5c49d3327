/** Zips that are broken, that lie, or that hold more than they seem to. */
import { strToU8, zipSync } from "fflate";
import { DEFAULT_LIMITS, type Limits } from "../../parsers/limits.js";
import { openZip } from "../../parsers/zip.js";
import { rawZip } from "../support/raw-zip.js";

const open = (bytes: Uint8Array, limits: Partial<Limits> = {}) => openZip(bytes, { ...DEFAULT_LIMITS, ...limits });
const hello = strToU8("你好，世界");
const zeros = new Uint8Array(1_000_000);
const damaged = expect.objectContaining({ code: "damaged" });
const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test("stored and deflated entries are read by name, zip64 and a comment at the end included", () => {
  const written = zipSync({ "a/b.xml": hello, c: [hello, { level: 0 }], empty: new Uint8Array() });
  for (const zip of [written, rawZip([{ name: "c", content: hello }], { zip64: true })]) {
    expect(new TextDecoder().decode(open(zip).read("c")!)).toBe("你好，世界");
    expect(open(zip).sizeOf("c")).toBe(hello.length);
  }
  expect(open(written).names).toEqual(["a/b.xml", "c", "empty"]);
  expect(open(written).read("empty")).toHaveLength(0);
  expect(open(written).read("absent")).toBeNull();
  const commented = Buffer.concat([written, Buffer.from("  comment")]);
  commented.writeUInt16LE(9, written.length - 2);
  expect(open(commented).names).toHaveLength(3);
});

test("a number of entries beyond the limit is refused before any is looked at", () => {
  const zip = rawZip([{ name: "a", content: hello }], { count: 6_000 });
  expect(() => open(zip)).toThrow("beyond the limit zipEntries = 5000 (6000)");
});

test("entries that would inflate beyond the limit are refused before they are inflated", () => {
  const zip = rawZip([{ name: "a", content: hello, size: 4_000_000_000 }]);
  expect(() => open(zip)).toThrow("beyond the limit expandedBytes");
  expect(() => open(rawZip([{ name: "a", content: zeros }]), { expandedBytes: 999_999 })).toThrow("expandedBytes");
});

test.each([
  ["less", 10],
  ["more", 1_100_000],
])("an entry that states %s than it holds is refused, and no more is inflated than it states", (_, size) => {
  const zip = open(rawZip([{ name: "a", content: zeros, size }]));
  expect(thrownBy(() => zip.read("a"))).toEqual(damaged);
});

test("an entry whose bytes were changed is refused", () => {
  expect(thrownBy(() => open(rawZip([{ name: "a", content: hello, method: 0, crc: 1 }])).read("a"))).toEqual(damaged);
  expect(thrownBy(() => open(rawZip([{ name: "a", content: hello, method: 99 }])).read("a"))).toEqual(damaged);
});

test("entries that share their bytes are refused", () => {
  const zip = rawZip([
    { name: "a", content: zeros },
    { name: "b", content: zeros, overlaps: true },
  ]);
  expect(thrownBy(() => open(zip))).toEqual(damaged);
});

test("an encrypted entry is told as such", () => {
  const zip = open(rawZip([{ name: "a", content: hello, flags: 1 }]));
  expect(thrownBy(() => zip.read("a"))).toEqual(expect.objectContaining({ code: "encrypted" }));
});

test("a zip cut off at any byte is refused or has all its entries", () => {
  const zip = zipSync({ a: hello, b: hello });
  for (let length = 0; length < zip.length; length++) {
    expect(thrownBy(() => open(zip.subarray(0, length)))).toEqual(damaged);
  }
});

test("a name that leads out of the zip is only a name", () => {
  const zip = open(zipSync({ "../../etc/passwd": hello, "/absolute": hello }));
  expect(zip.names).toEqual(["../../etc/passwd", "/absolute"]);
  expect(zip.read("../../etc/passwd")).toHaveLength(hello.length);
});
