// Damages RTF in its control words, groups and destinations.
import { ODD_NUMBERS, changeOne, insertBehind, severalOfBytes } from "./edits.mjs";

/** @typedef {import("./random.mjs").Random} Random */

const CONTROL = /\\[a-z]+-?\d* ?/g;
const NUMBERED = /\\[a-z]+-?\d+/g;
const DESTINATIONS = [
  "\\fonttbl",
  "\\*\\unknown",
  "\\info",
  "\\pict",
  "\\stylesheet",
  "\\field",
  "\\fldinst",
  "\\header",
];

/** @type {Readonly<Record<string, import("./edits.mjs").TextMutation>>} */
export const RTF_MUTATIONS = {
  controlNumber: (text, random) =>
    changeOne(text, NUMBERED, random, (word) => word.replace(/-?\d+$/, random.pick(ODD_NUMBERS))),
  dropControl: (text, random) => changeOne(text, CONTROL, random, () => ""),
  swapControl: (text, random) => {
    const other = random.pick(text.match(CONTROL) ?? [""]);
    return changeOne(text, CONTROL, random, () => other);
  },
  repeatControl: (text, random) => changeOne(text, CONTROL, random, (word) => word.repeat(2 + random.int(500))),
  dropBrace: (text, random) => changeOne(text, /[{}]/g, random, () => ""),
  deepGroup: (text, random) => insertBehind(text, CONTROL, random, random.pick(["{", "}"]).repeat(1 + random.int(600))),
  binary: (text, random) =>
    insertBehind(text, CONTROL, random, `\\bin${random.pick([...ODD_NUMBERS, "20"])} }{\\par \0\xff`),
  unicode: (text, random) =>
    insertBehind(text, CONTROL, random, `\\uc${random.pick(ODD_NUMBERS)}\\u${random.pick(ODD_NUMBERS)} ?`),
  surrogate: (text, random) => insertBehind(text, CONTROL, random, `\\u${random.pick(["-10179", "-8704", "8238"])}?`),
  destination: (text, random) => insertBehind(text, CONTROL, random, `{${random.pick(DESTINATIONS)} `),
  codePage: (text, random) =>
    insertBehind(text, CONTROL, random, `\\ansicpg${random.pick([...ODD_NUMBERS, "936", "950", "1200", "65001"])} `),
  hexadecimal: (text, random) => insertBehind(text, CONTROL, random, random.pick(["\\'", "\\'8", "\\'zz", "\\'81\\'"])),
};

/** @param {Uint8Array} bytes @param {Random} random */
export const mutateRtf = (bytes, random) => severalOfBytes(RTF_MUTATIONS, bytes, random);
