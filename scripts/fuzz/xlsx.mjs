// Damages a workbook in its shared strings, styles, references, merges and dimension.
import { ODD_NUMBERS, changeEntry, changeOne, insertBehind, several } from "./edits.mjs";

/** @typedef {import("./random.mjs").Random} Random */

const SHEET = /worksheets\/[^/]*\.xml$/;
const REFERENCES = ["A1", "A0", "A-1", "XFD1048576", "XFE1", "ZZZZZZ9", "A99999999999", "1A", "", "$A$1", "A1:A1"];
const RANGES = ["A1:XFD1048576", "B2:A1", "A1:A1", "A1", ":", "A1:B", "A1:B2:C3", "A0:B0", "A1:A1048576"];
const TYPES = ["s", "str", "inlineStr", "b", "e", "n", "d", "?", ""];
const FORMATS = [
  "0",
  "@",
  "yyyy年m月d日",
  '[>9]0;[Red]0;"',
  "#,##0.00",
  "[",
  "0".repeat(5_000),
  "General",
  ";;;",
  "0E+0",
];

/** @param {RegExp} entry @param {import("./edits.mjs").TextMutation} change */
const inEntry = (entry, change) => (/** @type {Uint8Array} */ bytes, /** @type {Random} */ random) =>
  changeEntry(bytes, entry, random, change);

/** @type {Readonly<Record<string, (bytes: Uint8Array, random: Random) => Uint8Array>>} */
export const XLSX_MUTATIONS = {
  stringIndex: inEntry(SHEET, (text, random) =>
    changeOne(text, /<v>\d+<\/v>/g, random, () => `<v>${random.pick(ODD_NUMBERS)}</v>`),
  ),
  stringText: inEntry(/sharedStrings\.xml$/, (text, random) =>
    changeOne(text, /<si>.*?<\/si>/gs, random, (item) =>
      random.pick(["", "<si/>", `<si><r>${item}</r></si>`, item + item]),
    ),
  ),
  styleIndex: inEntry(SHEET, (text, random) =>
    changeOne(text, / s="\d+"/g, random, () => ` s="${random.pick(ODD_NUMBERS)}"`),
  ),
  numberFormat: inEntry(/styles\.xml$/, (text, random) => {
    const code = random.pick(FORMATS).replaceAll('"', "&quot;").replaceAll(">", "&gt;");
    return changeOne(
      text.replace(/(<fonts )/, `<numFmts count="1"><numFmt numFmtId="200" formatCode="${code}"/></numFmts>$1`),
      /numFmtId="\d+"/g,
      random,
      () => `numFmtId="${random.pick(["200", ...ODD_NUMBERS])}"`,
    );
  }),
  cellReference: inEntry(SHEET, (text, random) =>
    changeOne(text, /<c r="[^"]*"/g, random, () => `<c r="${random.pick(REFERENCES)}"`),
  ),
  rowNumber: inEntry(SHEET, (text, random) =>
    changeOne(text, /<row r="[^"]*"/g, random, () => `<row r="${random.pick([...ODD_NUMBERS, ""])}"`),
  ),
  cellType: inEntry(SHEET, (text, random) => changeOne(text, / t="\w*"/g, random, () => ` t="${random.pick(TYPES)}"`)),
  merge: inEntry(SHEET, (text, random) =>
    changeOne(text, /<mergeCell ref="[^"]*"/g, random, () => `<mergeCell ref="${random.pick(RANGES)}"`),
  ),
  overlappingMerge: inEntry(SHEET, (text, random) =>
    insertBehind(text, /<mergeCell [^>]*>/g, random, `<mergeCell ref="${random.pick(RANGES)}"/>`),
  ),
  dimension: inEntry(SHEET, (text, random) =>
    changeOne(text, /<dimension ref="[^"]*"/g, random, () => `<dimension ref="${random.pick(RANGES)}"`),
  ),
  sheetTarget: inEntry(/\.rels$/, (text, random) =>
    changeOne(
      text,
      /Target="[^"]*"/g,
      random,
      () => `Target="${random.pick(["", "../..", "/", "sharedStrings.xml", "http://[", "xl/none.xml"])}"`,
    ),
  ),
  sheetState: inEntry(/workbook\.xml$/, (text, random) =>
    changeOne(text, /state="\w+"/g, random, () => `state="${random.pick(["hidden", "veryHidden", "?"])}"`),
  ),
};

/** @param {Uint8Array} bytes @param {Random} random */
export const mutateXlsx = (bytes, random) => several(XLSX_MUTATIONS, bytes, random);
