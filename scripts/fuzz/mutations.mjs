// Damages a document in the ways that broken and hostile files are damaged. Every function returns new bytes.
import { strToU8, strFromU8, unzipSync } from "fflate";
import { mutateCfb } from "./cfb.mjs";
import { mutateDoc } from "./doc.mjs";
import { zipOf } from "./edits.mjs";
import { mutateMime } from "./mime.mjs";
import { mutateOfd } from "./ofd.mjs";
import { mutateRtf } from "./rtf.mjs";
import { mutateXlsx } from "./xlsx.mjs";

/** @typedef {import("./random.mjs").Random} Random */

const HUGE = [
  "99999999999",
  "-1",
  "0",
  "65536",
  "1e308",
  "NaN",
  "1,2,3",
  "３",
  "１，２３４",
  "=1+1",
  "\u0000",
  "\u202e",
  "（",
  "）",
];

/** Flips, drops, doubles or fills bytes. @param {Uint8Array} bytes @param {Random} random */
export function mutateBytes(bytes, random) {
  const out = Uint8Array.from(bytes);
  for (let n = 1 + random.int(8); n > 0 && out.length > 0; n--) out[random.int(out.length)] = random.int(256);
  if (random.int(4) > 0) return out;
  const at = random.int(out.length);
  const length = random.int(Math.min(2_000, out.length - at));
  return random.int(2)
    ? concat(out.subarray(0, at), out.subarray(at + length))
    : concat(out.subarray(0, at + length), out.subarray(at));
}

/** Cuts the file off. @param {Uint8Array} bytes @param {Random} random */
export function truncate(bytes, random) {
  return bytes.slice(0, random.int(bytes.length));
}

/** Tags, attributes, numbers and texts of markup. @param {Uint8Array} bytes @param {Random} random */
export function mutateMarkup(bytes, random) {
  let text = new TextDecoder().decode(bytes);
  for (let n = 1 + random.int(5); n > 0; n--) text = mutateOnce(text, random);
  return strToU8(text);
}

/** @param {string} text @param {Random} random */
function mutateOnce(text, random) {
  const tags = [...text.matchAll(/<[^>]{1,300}>/g)];
  if (tags.length === 0) return text;
  const tag = random.pick(tags);
  const end = tag.index + tag[0].length;
  const other = random.pick(tags)[0];
  const choices = [
    () => text.slice(0, tag.index) + text.slice(end),
    () => text.slice(0, end) + tag[0] + text.slice(end),
    () => text.slice(0, tag.index) + other + text.slice(end),
    () => text.slice(0, end) + tag[0].repeat(random.int(2_000)) + text.slice(end),
    () => text.slice(0, tag.index) + tag[0].replace(/\d+/, random.pick(HUGE)) + text.slice(end),
    () => text.slice(0, end) + random.pick(HUGE) + text.slice(end),
    () =>
      text.slice(0, tag.index) +
      tag[0].replace(/^<(\w+)/, `<$1 colspan="${random.pick(HUGE)}" rowspan="9999"`) +
      text.slice(end),
  ];
  return random.pick(choices)();
}

/** An entry of a zip: its markup or bytes changed, dropped, renamed or doubled. @param {Uint8Array} bytes @param {Random} random */
export function mutateZip(bytes, random) {
  const entries = new Map(Object.entries(unzipSync(bytes)));
  const names = [...entries.keys()];
  const xml = names.filter((name) => name.endsWith(".xml"));
  const name = random.int(4) ? (xml.find((n) => n.endsWith("document.xml")) ?? random.pick(names)) : random.pick(names);
  const entry = /** @type {Uint8Array} */ (entries.get(name));
  const choices = [
    () => entries.set(name, mutateMarkup(entry, random)),
    () => entries.set(name, mutateMarkup(entry, random)),
    () => entries.set(name, mutateBytes(entry, random)),
    () => entries.set(`../../${name}`, entry),
    () => entries.delete(name),
  ];
  random.pick(choices)();
  return zipOf(Object.fromEntries(entries));
}

/** Numbers, names and streams of PDF objects. @param {Uint8Array} bytes @param {Random} random */
export function mutatePdf(bytes, random) {
  let text = strFromU8(bytes, true);
  for (let n = 1 + random.int(4); n > 0; n--) {
    const tokens = [...text.matchAll(/\b\d+ 0 R|\/[A-Z][A-Za-z]+|\/Length \d+|startxref\s+\d+|\bobj\b|\bendstream\b/g)];
    if (tokens.length === 0) break;
    const token = random.pick(tokens);
    const replacement = random.pick([
      () => token[0].replace(/\d+/, String(random.int(60))),
      () => token[0].replace(/\d+/, random.pick(HUGE)),
      () => random.pick(tokens)[0],
      () => "",
    ])();
    text = text.slice(0, token.index) + replacement + text.slice(token.index + token[0].length);
  }
  return strToU8(text, true);
}

/** Lines of a text: dropped, doubled, joined, swapped, numbers changed. @param {Uint8Array} bytes @param {Random} random */
export function mutateText(bytes, random) {
  const lines = new TextDecoder().decode(bytes).split("\n");
  for (let n = 1 + random.int(6); n > 0 && lines.length > 1; n--) {
    const at = random.int(lines.length);
    const line = lines[at];
    random.pick([
      () => lines.splice(at, 1),
      () => lines.splice(at, 0, line),
      () => lines.splice(at, 2, line + (lines[at + 1] ?? "")),
      () => (lines[at] = line.replace(/\d+/, random.pick(HUGE))),
      () => (lines[at] = line.replaceAll("|", random.pick(["", "||", "\t", "\n|\n"]))),
      () => (lines[at] = line.repeat(random.int(200))),
    ])();
  }
  return strToU8(lines.join("\n"));
}

/** The mutations that make sense for a file, by its ending. */
export const MUTATIONS = {
  docx: [mutateZip, mutateZip, mutateBytes, truncate],
  odt: [mutateZip, mutateZip, mutateBytes, truncate],
  ofd: [mutateOfd, mutateOfd, mutateZip, mutateBytes, truncate],
  xlsx: [mutateXlsx, mutateXlsx, mutateZip, mutateBytes, truncate],
  pdf: [mutatePdf, mutatePdf, mutateBytes, truncate],
  html: [mutateMarkup, mutateMarkup, mutateBytes, truncate],
  mht: [mutateMime, mutateMime, mutateMarkup, mutateText, mutateBytes, truncate],
  txt: [mutateText, mutateText, mutateBytes, truncate],
  md: [mutateText, mutateText, mutateBytes, truncate],
  rtf: [mutateRtf, mutateRtf, mutateText, mutateBytes, truncate],
  doc: [mutateDoc, mutateDoc, mutateCfb, mutateBytes, truncate],
};

/** @param {Uint8Array} a @param {Uint8Array} b */
function concat(a, b) {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}
