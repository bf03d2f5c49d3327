/**
 * Streams of a PDF in; an error where pdfjs would make far more of one than its bytes: a range of a character map is as many
 * entries as it spans, a function as many samples as it says, and a mesh a few objects a byte.
 */
import { checkLimit, type Limits } from "../limits.js";
import { NAMED_NODES, NAMES_A_NODE } from "./font-nodes.js";
import type { StreamHead } from "./uses.js";

/** Nodes that take as much memory as a byte of a mesh. */
const NODES_A_BYTE = 4;
const SECTION = /begin(?:bf|cid|notdef)range([^]*?)(?:end(?:bf|cid|notdef)range|$)/g;
const SECTION_WORD = "range";
/** Takes all entries of a map that is only named. */
const NAMED = "usecmap";
const COMMENT = /%[^\r\n]*/g;
const OPERAND = /<([^<>]*)>|\[[^[\]]*\]|[^\s\0<>[\]]+/g;
const GAP = String.raw`(?:[\s\0]|%[^\r\n]*[\r\n])*`;
const SIZE = new RegExp(String.raw`/(?:S|#53)(?:i|#69)(?:z|#7a)(?:e|#65)${GAP}(?:\[([\s\0\d]*)\])?`, "gi");

export interface Expansions {
  /**
   * @returns what it takes as a map of characters, beside its bytes, in nodes
   * @throws UnreadableDocumentError "limit-exceeded" for nodes
   */
  readonly addText: (text: string) => number;
  /** @throws UnreadableDocumentError "limit-exceeded" for nodes */
  readonly addStream: (head: StreamHead, dictionary: string, size: number) => void;
}

export function expansionsWithin(limits: Limits): Expansions {
  let [entries, meshes] = [0, 0];
  return {
    addText: (text) => {
      const named = text.includes(NAMED) ? NAMED_NODES : 0;
      if (!text.includes(SECTION_WORD)) return named;
      const own = entriesIn(text);
      entries += own;
      checkLimit(limits, "nodes", Math.ceil(entries / NAMES_A_NODE));
      return own / NAMES_A_NODE + named;
    },
    addStream: ({ names }, dictionary, size) => {
      if (names.has("ShadingType")) checkLimit(limits, "nodes", (meshes += size * NODES_A_BYTE));
      if (names.has("FunctionType")) checkLimit(limits, "nodes", samplesOf(dictionary));
    },
  };
}

/** The entries of all ranges in a character map. */
function entriesIn(text: string): number {
  let entries = 0;
  for (const [, section = ""] of text.matchAll(SECTION)) {
    const plain = section.replace(COMMENT, "");
    // What is written as a string, as nobody does, may span anything.
    if (plain.includes("(")) return Infinity;
    // First code, last code, and what the first stands for: a code, a number or an array.
    const codes = [...plain.matchAll(OPERAND)].map(([, digits]) => (digits === undefined ? NaN : codeOf(digits)));
    for (let i = 0; i + 1 < codes.length; i += 3) entries += Math.max(0, codes[i + 1]! - codes[i]! + 1) || 0;
  }
  return entries;
}

const codeOf = (digits: string) => Number.parseInt(digits.replace(/[^\da-f]/gi, "") || "0", 16);

/** A function of samples says how many it has along each of its dimensions. */
function samplesOf(dictionary: string): number {
  const sizes = [...dictionary.matchAll(SIZE)].map(([, numbers]) =>
    // Where they stand elsewhere, as nobody writes them, they may be any.
    numbers === undefined ? Infinity : (numbers.match(/\d+/g) ?? []).reduce((all, one) => all * Number(one), 1),
  );
  return Math.max(0, ...sizes);
}
