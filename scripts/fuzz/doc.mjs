// Damages a Word 97-2003 document in its head, piece table, styles and the properties of its runs.
import { changed, streamOf, viewOf } from "./cfb.mjs";
import { ODD_FIELDS, several } from "./edits.mjs";

/** @typedef {import("./random.mjs").Random} Random */

/** The pairs of offset and size in the head, and the counts of characters before them. */
const [PLACES, PAIRS, COUNTS] = [0x9a, 93, 0x4c];
const [STYLES, CHARACTER_RUNS, PARAGRAPH_RUNS, PIECES, LISTS] = [1, 12, 13, 33, 73];
const FKP_SIZE = 512;
/** Properties of paragraphs and characters with operands of each size. */
const SPRMS = [
  0x2416, 0x2417, 0x6649, 0xd608, 0xd609, 0x4600, 0x2640, 0x260a, 0x460b, 0x083b, 0x6a03, 0xc615, 0xffff, 0,
];

/** @param {Uint8Array} bytes */
function streamsOf(bytes) {
  const head = streamOf(bytes, "WordDocument");
  const view = viewOf(bytes);
  const flags = view.getUint16(head.at(10), true);
  const table = streamOf(bytes, flags & 0x0200 ? "1Table" : "0Table");
  /** @param {number} pair */
  const place = (pair) => ({
    start: view.getUint32(head.at(PLACES + 8 * pair), true),
    size: view.getUint32(head.at(PLACES + 8 * pair + 4), true),
  });
  return { head, table, place, view };
}

/** One field of a structure in the table stream. @param {Uint8Array} bytes @param {Random} random @param {number} pair */
function changeStructure(bytes, random, pair) {
  const { table, place } = streamsOf(bytes);
  const { start, size } = place(pair);
  if (size < 4) return bytes;
  const at = table.at(start + 2 * random.int(Math.floor((size - 2) / 2)));
  return changed(bytes, (out) => out.setUint16(at, random.pick(ODD_FIELDS) & 0xffff, true));
}

/** @param {Uint8Array} bytes @param {Random} random @param {number} pair of the table of pages @param {(out: DataView, page: number) => void} change */
function changePage(bytes, random, pair, change) {
  const { head, table, place, view } = streamsOf(bytes);
  const { start, size } = place(pair);
  // Numbers of characters, one more than pages, then the numbers of pages; four bytes each.
  const count = Math.floor((size - 4) / 8);
  if (count < 1) return bytes;
  const page = view.getUint32(table.at(start + 4 * (count + 1) + 4 * random.int(count)), true) & 0x3fffff;
  return changed(bytes, (out) => change(out, head.at(page * FKP_SIZE)));
}

/** @type {Readonly<Record<string, (bytes: Uint8Array, random: Random) => Uint8Array>>} */
export const DOC_MUTATIONS = {
  headPlace: (bytes, random) => {
    const at =
      PLACES +
      8 * random.pick([STYLES, CHARACTER_RUNS, PARAGRAPH_RUNS, PIECES, LISTS, random.int(PAIRS)]) +
      4 * random.int(2);
    const { head } = streamsOf(bytes);
    return changed(bytes, (out) => out.setUint32(head.at(at), random.pick(ODD_FIELDS), true));
  },
  headCount: (bytes, random) => {
    const { head } = streamsOf(bytes);
    return changed(bytes, (out) => out.setUint32(head.at(COUNTS + 4 * random.int(7)), random.pick(ODD_FIELDS), true));
  },
  headFlags: (bytes, random) => {
    const { head } = streamsOf(bytes);
    return changed(bytes, (out) => out.setUint16(head.at(random.pick([0, 2, 10])), random.int(0x10000), true));
  },
  pieceTable: (bytes, random) => changeStructure(bytes, random, PIECES),
  styles: (bytes, random) => changeStructure(bytes, random, STYLES),
  runTable: (bytes, random) => changeStructure(bytes, random, random.pick([CHARACTER_RUNS, PARAGRAPH_RUNS])),
  runCount: (bytes, random) =>
    changePage(bytes, random, random.pick([CHARACTER_RUNS, PARAGRAPH_RUNS]), (out, page) =>
      out.setUint8(page + FKP_SIZE - 1, random.int(256)),
    ),
  property: (bytes, random) =>
    changePage(bytes, random, random.pick([CHARACTER_RUNS, PARAGRAPH_RUNS]), (out, page) =>
      out.setUint16(page + 2 * random.int(FKP_SIZE / 2 - 1), random.pick(SPRMS), true),
    ),
};

/** @param {Uint8Array} bytes @param {Random} random */
export const mutateDoc = (bytes, random) => several(DOC_MUTATIONS, bytes, random);
