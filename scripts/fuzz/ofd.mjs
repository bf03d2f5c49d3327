// Damages an OFD in its references to pages, matrices, distances of characters and data of paths.
import { ODD_NUMBERS, changeEntry, changeOne, several } from "./edits.mjs";

/** @typedef {import("./random.mjs").Random} Random */

const PAGE = /Content\.xml$/;
const DOCUMENT = /Document\.xml$/;
const NUMBERS = [...ODD_NUMBERS, "1e308", "-1e308", "NaN", "Infinity", ".", "", "0.0000001"];
const MATRICES = [
  "0 0 0 0 0 0",
  "1 0 0 1",
  "1e308 0 0 1e308 0 0",
  "0 1 -1 0 0 0",
  "a b c d e f",
  "",
  "-1 0 0 -1 297 210",
];
const LOCATIONS = [
  "Document.xml",
  "../../../etc/none",
  "/",
  "",
  "Pages/Page_0/Content.xml",
  "Pages/None.xml",
  "/Doc_0/Pages/Page_1/Content.xml",
];
const PATH_DATA = [
  "M",
  "L 1",
  "M 0 0 L",
  "S 0 0 Q 1 1",
  "B 1 2 3 4 5 6",
  "A 0 0 0 0 0 0 0",
  "C",
  "M NaN NaN L 1e308 1e308",
  "M 0 0 ".repeat(9_000),
];

/** @param {RegExp} entry @param {import("./edits.mjs").TextMutation} change */
const inEntry = (entry, change) => (/** @type {Uint8Array} */ bytes, /** @type {Random} */ random) =>
  changeEntry(bytes, entry, random, change);

/** One number of an attribute. @param {string} attribute @param {Random} random */
const oddNumberIn = (attribute, random) =>
  changeOne(attribute, /[-\d.]+(?=[\s"])/g, random, () => random.pick(NUMBERS));

/** @type {Readonly<Record<string, (bytes: Uint8Array, random: Random) => Uint8Array>>} */
export const OFD_MUTATIONS = {
  pageLocation: inEntry(DOCUMENT, (text, random) =>
    changeOne(text, /BaseLoc="[^"]*"/g, random, () => `BaseLoc="${random.pick(LOCATIONS)}"`),
  ),
  doublePages: inEntry(DOCUMENT, (text, random) =>
    changeOne(text, /<ofd:Page [^>]*>/g, random, (page) => page.repeat(random.int(300))),
  ),
  documentRoot: inEntry(/OFD\.xml$/, (text, random) =>
    changeOne(text, /(?<=<ofd:DocRoot>)[^<]*/g, random, () => random.pick(LOCATIONS)),
  ),
  template: inEntry(DOCUMENT, (text, random) =>
    changeOne(
      text,
      /<ofd:CommonData>/g,
      random,
      (tag) => `${tag}<ofd:TemplatePage ID="${random.int(500)}" BaseLoc="${random.pick(LOCATIONS)}"/>`,
    ),
  ),
  useTemplate: inEntry(PAGE, (text, random) =>
    changeOne(text, /<ofd:Content>/g, random, (tag) => `<ofd:Template TemplateID="${random.int(500)}"/>${tag}`),
  ),
  box: inEntry(PAGE, (text, random) => changeOne(text, /Boundary="[^"]*"/g, random, (box) => oddNumberIn(box, random))),
  pageBox: inEntry(/\.xml$/, (text, random) =>
    changeOne(text, /(?<=<ofd:PhysicalBox>)[^<]*/g, random, () =>
      random.pick(["0 0 0 0", "0 0 -1 -1", "0 0 1e9 1e9", "", "0 0 NaN 1"]),
    ),
  ),
  matrix: inEntry(PAGE, (text, random) =>
    changeOne(text, / Boundary=/g, random, (name) => ` CTM="${random.pick(MATRICES)}"${name}`),
  ),
  deltas: inEntry(PAGE, (text, random) =>
    changeOne(
      text,
      /Delta[XY]="[^"]*"/g,
      random,
      () => `DeltaX="${random.pick(["g 99999999999 1", "g 3", "g -1 1", "1", "", ...NUMBERS])}"`,
    ),
  ),
  size: inEntry(PAGE, (text, random) =>
    changeOne(text, / Size="[^"]*"/g, random, () => ` Size="${random.pick(NUMBERS)}"`),
  ),
  pathData: inEntry(PAGE, (text, random) =>
    changeOne(text, /(?<=<ofd:AbbreviatedData>)[^<]*/g, random, () => random.pick(PATH_DATA)),
  ),
  textCode: inEntry(PAGE, (text, random) =>
    changeOne(text, /(?<=<ofd:TextCode[^>]*>)[^<]*/g, random, (code) =>
      random.pick(["", code.repeat(300), "\u202e1", "&#x10FFFF;"]),
    ),
  ),
};

/** @param {Uint8Array} bytes @param {Random} random */
export const mutateOfd = (bytes, random) => several(OFD_MUTATIONS, bytes, random);
