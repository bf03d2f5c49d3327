/** Each mutation of a format's structure changes what its name says, and the same seed makes the same document. */
import { readFileSync } from "node:fs";
import { jest } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
// @ts-expect-error a script without types
import { CFB_MUTATIONS as cfb, partsOf as parts } from "../../scripts/fuzz/cfb.mjs";
// @ts-expect-error a script without types
import { DOC_MUTATIONS as doc } from "../../scripts/fuzz/doc.mjs";
// @ts-expect-error a script without types
import { MIME_MUTATIONS as mime } from "../../scripts/fuzz/mime.mjs";
// @ts-expect-error a script without types
import { MUTATIONS } from "../../scripts/fuzz/mutations.mjs";
// @ts-expect-error a script without types
import { OFD_MUTATIONS as ofd } from "../../scripts/fuzz/ofd.mjs";
// @ts-expect-error a script without types
import { randomFrom as seeded } from "../../scripts/fuzz/random.mjs";
// @ts-expect-error a script without types
import { RTF_MUTATIONS as rtf } from "../../scripts/fuzz/rtf.mjs";
// @ts-expect-error a script without types
import { XLSX_MUTATIONS as xlsx } from "../../scripts/fuzz/xlsx.mjs";
import { openCompoundFile } from "../../parsers/cfb.js";
import { readFileHead, type FileHead, type Place } from "../../parsers/doc/fib.js";

type Random = object;
type Mutations<T> = Readonly<Record<string, (from: T, random: Random) => T>>;

/** All mutations of a format. */
const ofKind = MUTATIONS as Readonly<Record<string, readonly ((bytes: Uint8Array, random: Random) => Uint8Array)[]>>;
const randomFrom = seeded as (seed: number) => Random;
const sample = (kind: string) => new Uint8Array(readFileSync(`samples/lanchuan-water-2024.${kind}`));
const textOf = (kind: string) => strFromU8(sample(kind), true);
const SEEDS = Array.from({ length: 8 }, (_, seed) => seed);

const isSame = (a: string | Uint8Array, b: string | Uint8Array) =>
  typeof a === "string" ? a === b : Buffer.compare(a, b as Uint8Array) === 0;

/** What the mutation makes with each seed, where it changes anything. */
function changes<T extends string | Uint8Array>(mutations: unknown, name: string, from: T): T[] {
  const mutate = (mutations as Mutations<T>)[name]!;
  expect(isSame(mutate(from, randomFrom(1)), mutate(from, randomFrom(1)))).toBe(true);
  const changed = SEEDS.map((seed) => mutate(from, randomFrom(seed))).filter((made) => !isSame(made, from));
  expect(changed.length).toBeGreaterThan(0);
  return changed;
}

/** What stands instead of what, where one place was changed. */
function difference(before: string, after: string): { before: string; after: string } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { before: before.slice(start, before.length - end), after: after.slice(start, after.length - end) };
}

describe.each([
  ["rtf", rtf],
  ["mime", mime],
] as [string, unknown][])("a text with marks, %s", (kind, mutations) => {
  const before = textOf(kind === "mime" ? "mht" : kind);
  test.each(Object.keys(mutations as object))("%s changes one place", (name) => {
    for (const after of changes(mutations, name, before)) {
      const { before: from, after: to } = difference(before, after);
      expect(from.length + to.length).toBeGreaterThan(0);
      expect(before.length - from.length + to.length).toBe(after.length);
      // What is taken away is no more than one mark.
      expect(from.length).toBeLessThan(120);
    }
  });
});

test.each([
  ["controlNumber", /^[-\d]*$/],
  ["dropBrace", /^$/],
  ["deepGroup", /^(?:\{+|\}+)$/],
])("of RTF, %s writes what its name says", (name, written) => {
  for (const after of changes(rtf, name, textOf("rtf"))) {
    expect(difference(textOf("rtf"), after).after).toMatch(written);
  }
});

test.each([
  ["unicode", /\\uc-?\d+\\u-?\d+ \?/g],
  ["surrogate", /\\u-?\d+\?/g],
  ["binary", /\\bin-?\d+ /g],
  ["codePage", /\\ansicpg/g],
  ["destination", /\{\\/g],
])("of RTF, %s writes one more", (name, written) => {
  const count = (text: string) => text.match(written)?.length ?? 0;
  for (const after of changes(rtf, name, textOf("rtf"))) expect(count(after)).toBe(count(textOf("rtf")) + 1);
});

test.each([
  ["dropHeader", (text: string) => text.match(/^[\w-]+:/gm)!.length, -1],
  ["doubleHeader", (text: string) => text.match(/^[\w-]+:/gm)!.length, 1],
  ["dropBoundary", (text: string) => text.match(/^------=_SavedPage/gm)!.length, -1],
  ["emptyPart", (text: string) => text.match(/^------=_SavedPage/gm)!.length, 1],
])("of a web archive, %s leaves one fewer or one more", (name, count, by) => {
  const before = textOf("mht");
  for (const after of changes(mime, name, before)) expect(count(after) - count(before)).toBe(by);
});

describe("an entry of a zip", () => {
  const SHEET = "xl/worksheets/sheet1.xml";
  test.each([
    ["xlsx", "stringIndex", [SHEET], /<v>-?\d+<\/v>/],
    ["xlsx", "stringText", ["xl/sharedStrings.xml"], /./],
    ["xlsx", "styleIndex", [SHEET], / s="-?\d+"/],
    ["xlsx", "numberFormat", ["xl/styles.xml"], /<numFmt numFmtId="200"/],
    ["xlsx", "cellReference", [SHEET], /<c r="/],
    ["xlsx", "rowNumber", [SHEET], /<row r="/],
    ["xlsx", "cellType", [SHEET], / t="/],
    ["xlsx", "merge", [SHEET], /<mergeCell ref="/],
    ["xlsx", "overlappingMerge", [SHEET], /<mergeCell ref="/],
    ["xlsx", "dimension", [SHEET], /<dimension ref="/],
    ["xlsx", "sheetTarget", ["xl/_rels/workbook.xml.rels", "_rels/.rels"], /Target="/],
    ["xlsx", "sheetState", ["xl/workbook.xml"], /state="(?:hidden|veryHidden|\?)"/],
    ["ofd", "pageLocation", ["Doc_0/Document.xml"], /BaseLoc="/],
    ["ofd", "doublePages", ["Doc_0/Document.xml"], /./],
    ["ofd", "documentRoot", ["OFD.xml"], /DocRoot/],
    ["ofd", "template", ["Doc_0/Document.xml"], /<ofd:TemplatePage /],
    ["ofd", "useTemplate", ["Content.xml"], /<ofd:Template /],
    ["ofd", "box", ["Content.xml"], /Boundary="/],
    ["ofd", "pageBox", ["Content.xml", "Doc_0/Document.xml"], /PhysicalBox/],
    ["ofd", "matrix", ["Content.xml"], / CTM="/],
    ["ofd", "deltas", ["Content.xml"], /DeltaX="/],
    ["ofd", "size", ["Content.xml"], / Size="/],
    ["ofd", "pathData", ["Content.xml"], /AbbreviatedData/],
    ["ofd", "textCode", ["Content.xml"], /TextCode/],
  ] as const)("of %s: %s changes nothing else", (kind, name, where, written) => {
    const before = unzipSync(sample(kind));
    const touched = new Set<string>();
    for (const made of changes(kind === "xlsx" ? xlsx : ofd, name, sample(kind))) {
      const after = unzipSync(made);
      const changed = Object.keys(after).filter((entry) => Buffer.compare(after[entry]!, before[entry]!) !== 0);
      expect(changed.every((entry) => where.some((end) => entry.endsWith(end)))).toBe(true);
      expect(changed.length).toBeLessThan(2);
      for (const entry of changed) {
        touched.add(entry);
        expect(strFromU8(after[entry]!)).toMatch(written);
      }
    }
    expect(touched.size).toBeGreaterThan(0);
  });

  test.each(["xlsx", "ofd", "docx"])("the same seed makes the same %s at any time", (kind) => {
    const make = (day: string) => {
      jest.useFakeTimers({ now: new Date(day) });
      try {
        return ofKind[kind]!.map((mutation) => Buffer.from(mutation(sample(kind), randomFrom(1))));
      } finally {
        jest.useRealTimers();
      }
    };
    expect(make("2024-01-02")).toEqual(make("2025-03-04"));
  });

  test("every mutation is tested", () => {
    expect([Object.keys(xlsx as object).length, Object.keys(ofd as object).length]).toEqual([12, 12]);
  });
});

describe("a Word 97-2003 document", () => {
  const before = sample("doc");
  const streams = (bytes: Uint8Array) => {
    const file = openCompoundFile(bytes);
    return {
      head: file.read("WordDocument")!,
      table: file.read(readFileHead(file.read("WordDocument")!).tableStream)!,
    };
  };
  const { head, table } = streams(before);
  const places = readFileHead(head);
  /** Offsets of the bytes that differ. */
  const differing = (a: Uint8Array, b: Uint8Array) => [...a.keys()].filter((i) => a[i] !== b[i]);
  const rangeOf: Record<string, (fib: FileHead) => Place[]> = {
    pieceTable: ({ pieces }) => [pieces],
    styles: ({ styles }) => [styles],
    runTable: ({ characterRuns, paragraphRuns }) => [characterRuns, paragraphRuns],
  };

  test.each(Object.keys(rangeOf))("%s changes that structure of the table stream", (name) => {
    for (const made of changes(doc, name, before)) {
      const after = streams(made);
      expect(differing(head, after.head)).toEqual([]);
      const at = differing(table, after.table);
      expect(rangeOf[name]!(places).some(({ start, size }) => at.every((n) => n >= start && n < start + size))).toBe(
        true,
      );
    }
  });

  test.each([
    ["headPlace", 0x9a, 0x9a + 8 * 93],
    ["headCount", 0x4c, 0x4c + 4 * 7],
    ["headFlags", 0, 12],
    ["runCount", 512, Infinity],
    ["property", 512, Infinity],
  ])("%s changes those bytes of the main stream", (name, start, end) => {
    for (const made of changes(doc, name, before)) {
      const at = differing(head, openCompoundFile(made).read("WordDocument")!);
      expect(at.length).toBeGreaterThan(0);
      expect(at.every((n) => n >= start && n < end)).toBe(true);
    }
  });

  test.each(Object.keys(cfb as object))("%s changes that part of the compound file", (name) => {
    const { entries, size } = (parts as (bytes: Uint8Array) => { entries: number[]; size: number })(before);
    const inEntry = (n: number) => entries.some((at) => n >= at && n < at + 128);
    for (const made of changes(cfb, name, before)) {
      const at = differing(before, made);
      if (name === "headerField") expect(at.every((n) => n < 512)).toBe(true);
      else if (name === "chain") expect(new Set(at.map((n) => Math.floor(n / 4))).size).toBe(1);
      else expect(at.every(inEntry)).toBe(true);
      expect(at.every((n) => Math.floor(n / size) === Math.floor(at[0]! / size))).toBe(true);
    }
  });
});
