/**
 * The objects of a PDF in; an error where pdfjs would make more of its fonts than the limits. It makes the widths, names and
 * characters of each font anew, also where a thousand fonts share them.
 */
import { checkLimit, type Limits } from "../limits.js";
import {
  CODES_A_NODE,
  isPlainEncoding,
  isPlainMap,
  MAP_BYTES_A_NODE,
  mayBeChinese,
  NAMED_NODES,
  NAMES_A_NODE,
} from "./font-nodes.js";
import type { FontTally } from "./font-tally.js";
import { inTurn } from "./in-turn.js";
import type { Found, Objects } from "./objects.js";
import { isDictionary, Reference, type Dictionary, type Value } from "./values.js";
import { WIDTHS, WidthItems } from "./width-items.js";

const ANY = /DescendantFonts|Encoding|ToUnicode|Widths|Char|#/;
/** Keys of which a font that takes anything has one. */
const KEYS = ["DescendantFonts", "Encoding", "ToUnicode", "Widths", "FirstChar", "LastChar", "FontDescriptor"];

/** A stream of the file. */
export interface MaybeMap {
  /** Where the word stands before its data. */
  readonly word: number;
  /** Bytes once decoded. */
  readonly size: number;
  /** What it takes as a map of characters beside its bytes, in nodes. */
  readonly map: number;
}

interface FontsFile {
  readonly objects: Objects;
  /** What a stream takes as a map of characters, by the offset of the word "stream", in nodes. */
  readonly mapNodes: (word: number) => number;
}

/**
 * Where the fonts may be more than the limits, each is looked at.
 * @throws UnreadableDocumentError "limit-exceeded" for nodes or milliseconds
 */
export async function checkFonts(
  streams: readonly MaybeMap[],
  tally: FontTally,
  objects: () => Promise<Objects>,
  { limits, check }: { readonly limits: Limits; readonly check: () => void },
): Promise<void> {
  const nodesOf = ({ map, size }: MaybeMap) => map + size / MAP_BYTES_A_NODE;
  // What is longer is no map, as its text was not looked at.
  const maps = streams.filter(({ map, size }) => map > 0 || size <= limits.contentBytes);
  if (tally.nodes(maps.reduce((most, one) => Math.max(most, nodesOf(one)), 0)) <= limits.nodes) return;
  const byWord = new Map(streams.map((stream) => [stream.word, nodesOf(stream)]));
  const mapNodes = (word: number) => byWord.get(word) ?? NAMED_NODES;
  await checkEach({ objects: await objects(), mapNodes }, limits, check);
}

async function checkEach(file: FontsFile, limits: Limits, check: () => void): Promise<void> {
  const parts = new FontParts(file, check);
  let nodes = 0;
  for await (const { value } of file.objects.having(ANY)) {
    for (const font of fontsIn(value)) {
      check();
      checkLimit(limits, "nodes", Math.ceil((nodes += await parts.ofFont(font))));
    }
  }
}

/** The dictionaries that may be fonts, those in others included. */
function fontsIn(value: Value): Dictionary[] {
  if (Array.isArray(value)) return (value as readonly Value[]).flatMap(fontsIn);
  if (!isDictionary(value)) return [];
  const inner = [...value.values()].flatMap(fontsIn);
  return KEYS.some((key) => value.has(key)) ? [value, ...inner] : inner;
}

class FontParts {
  /** What arrays of widths take, by the numbers of their objects. */
  private readonly widths = new Map<string, number>();

  constructor(
    private readonly file: FontsFile,
    private readonly check: () => void,
  ) {}

  async ofFont(font: Dictionary): Promise<number> {
    if (!font.has("DescendantFonts")) return this.ofParts([font], false);
    const found = await this.resolve(font.get("DescendantFonts"));
    const first = found.map(({ value }) => (Array.isArray(value) ? (value as readonly Value[])[0] : value));
    const descendants = (await inTurn(first, this.resolve)).map(({ value }) => value).filter(isDictionary);
    return this.most(descendants, async (descendant) => this.ofParts([font, descendant], true));
  }

  private readonly resolve = async (value: Value | undefined): Promise<readonly Found[]> =>
    this.file.objects.resolve(value);

  private async ofParts(dictionaries: readonly Dictionary[], isComposite: boolean): Promise<number> {
    let nodes = 0;
    for (const one of dictionaries) {
      nodes += await this.ofCharacters(one, isComposite);
      nodes += await this.ofWidths(one.get("Widths"), 0);
      for (const [key, values] of Object.entries(isComposite ? WIDTHS : {})) {
        nodes += await this.ofWidths(one.get(key), values);
      }
    }
    const hasMap = dictionaries.some((one) => one.has("ToUnicode"));
    const isNamed = isComposite ? !hasMap && dictionaries.some((one) => one.has("CIDSystemInfo")) : false;
    return nodes + (isNamed ? NAMED_NODES : 0);
  }

  /** The names and characters of its codes. */
  private async ofCharacters(font: Dictionary, isComposite: boolean): Promise<number> {
    let nodes = 0;
    const encodings = await this.resolve(font.get("Encoding"));
    nodes += await this.most(encodings, async (one) => this.ofEncoding(one, isComposite));
    for (const key of ["ToUnicode", "CIDToGIDMap"]) {
      const maps = await this.resolve(font.get(key));
      nodes += await this.most(maps, async (one) => this.ofMap(one, isPlainMap));
    }
    for (const key of ["FirstChar", "LastChar"]) {
      const ends = await this.resolve(font.get(key));
      nodes += await this.most(ends, async ({ value }) => Math.abs(Number(value)) / NAMES_A_NODE || 0);
    }
    const names = [...(await this.resolve(font.get("BaseFont"))), ...(await this.namesOfDescriptor(font))];
    const isChinese = names.some(({ value }) => typeof value === "string" && mayBeChinese(value));
    return nodes + (isChinese && !isComposite ? NAMED_NODES : 0);
  }

  private async namesOfDescriptor(font: Dictionary): Promise<readonly Found[]> {
    const descriptors = (await this.resolve(font.get("FontDescriptor"))).map(({ value }) => value).filter(isDictionary);
    return inTurn(descriptors, async (one) => this.resolve(one.get("FontName")));
  }

  private async ofEncoding(found: Found, isComposite: boolean): Promise<number> {
    const { value, word } = found;
    if (word !== null || !isDictionary(value)) return this.ofMap(found, isComposite ? isPlainEncoding : () => true);
    const differences = await this.resolve(value.get("Differences"));
    return this.most(differences, async ({ value: names }) => itemsOf(names).length / NAMES_A_NODE);
  }

  private async ofMap({ value, word }: Found, isPlain: (name: string) => boolean): Promise<number> {
    if (word !== null) return this.file.mapNodes(word);
    return typeof value === "string" && !isPlain(value) ? NAMED_NODES : 0;
  }

  private async ofWidths(value: Value | undefined, values: number): Promise<number> {
    const key = value instanceof Reference ? `${value.number} ${values}` : null;
    const known = key !== null && this.widths.get(key);
    if (typeof known === "number") return known;
    const nodes = await this.most(await this.resolve(value), async ({ value: one }) => this.ofWidthItems(one, values));
    if (key !== null) this.widths.set(key, nodes);
    return nodes;
  }

  /** @param values numbers behind the ends of a range; 0 where there are no ranges */
  private async ofWidthItems(widths: Value, values: number): Promise<number> {
    const items = new WidthItems(Infinity);
    for (const item of itemsOf(widths)) {
      this.check();
      const found = await this.resolve(item);
      const arrays = found.flatMap(({ value }) => (Array.isArray(value) ? value.length : []));
      const numbers = found.flatMap(({ value }) => (typeof value === "number" ? value : []));
      // Where a reference may lead to several numbers, the range may be from any to any.
      if (numbers.length > 1) return Infinity;
      if (arrays.length > 0) items.addArray(Math.max(...arrays));
      else items.add(numbers[0] ?? NaN);
    }
    return (items.length + (values === 0 ? 0 : items.codes(values))) / CODES_A_NODE;
  }

  /** The most that any of them takes: only one is read. */
  private async most<T>(all: readonly T[], nodesOf: (one: T) => Promise<number>): Promise<number> {
    let most = 0;
    for (const one of all) most = Math.max(most, await nodesOf(one));
    return most;
  }
}

const itemsOf = (value: Value): readonly Value[] => (Array.isArray(value) ? (value as readonly Value[]) : []);
