/**
 * A content of a PDF with the resources that it names in; what drawing it takes out, with all forms, patterns and glyphs that it
 * draws: each as many times as pdfjs draws it anew.
 */
import { checkLimit, type Limits } from "../limits.js";
import { contentsIn, isForm, isKept, itemsOf, type Content } from "./contents.js";
import { mostOf, NOTHING, withTimes, type Cost } from "./cost.js";
import { inTurn } from "./in-turn.js";
import { invocationsIn, type Invocations } from "./invocations.js";
import type { Objects } from "./objects.js";
import { scopesOf, type Named, type Scope, type Scopes } from "./scope.js";
import { isDictionary, type Dictionary } from "./values.js";

/** What the beginning and the end of a form take, in nodes. */
const FORM_NODES = 8;
/** Contents that are gone through again, where forms draw one another in a circle, take as long as so many nodes. */
const NODES_AGAIN = 100;

export interface DrawnFile {
  readonly objects: Objects;
  /** What the operators of a stream take, by the offset of the word "stream", in nodes. */
  readonly weightOf: (word: number) => Promise<number>;
  /** Whether its content may name another. */
  readonly mayName: (word: number) => boolean;
  /** Its texts, by each way in which it may be decoded; none where it names nothing. */
  readonly contentOf: (word: number) => Promise<readonly string[]>;
}

/** Where the walk is. */
export interface Place {
  readonly scope: Scope;
  /** The contents around, each with its place: pdfjs draws none in itself, unless a pattern or a glyph comes between. */
  readonly path: ReadonlyMap<number, number>;
  readonly depth: number;
}

export class DrawingCosts {
  readonly scopes: Scopes;
  private readonly costs = new Map<string, Cost>();
  private readonly seen = new Set<string>();
  private readonly invocations = new Map<number, Invocations>();
  /** By the number of its object, what the glyphs of a font take. */
  private readonly fonts = new Map<number, number>();
  private readonly fontsSeen = new Set<string>();
  private again = 0;
  private names = 0;

  /** @param check throws once the time is over */
  constructor(
    private readonly file: DrawnFile,
    private readonly limits: Limits,
    private readonly check: () => void,
  ) {
    this.scopes = scopesOf(file.objects);
  }

  /** What the glyphs of all fonts take that were met and are read once. */
  ofFonts(): number {
    return [...this.fonts.values()].reduce((sum, cost) => sum + cost, 0);
  }

  /** A content with its own resources, or those around it. */
  async ofForm(form: Content, place: Place): Promise<Cost> {
    const own = await this.scopes.layerOf(form.dictionary);
    return this.ofContent(form, own.length > 0 ? { ...place, scope: this.scopes.scopeOf(own) } : place);
  }

  private async ofContent({ word }: Content, { scope, path, depth }: Place): Promise<Cost> {
    this.check();
    checkLimit(this.limits, "depth", depth);
    const met = path.get(word);
    if (met !== undefined) return { ...NOTHING, full: FORM_NODES, outermost: met };
    const key = `${word} ${scope.id}`;
    const known = this.costs.get(key);
    if (known) return known;
    if (this.seen.has(key)) checkLimit(this.limits, "nodes", (this.again += NODES_AGAIN));
    this.seen.add(key);
    const invocations = await this.invocationsOf(word);
    const named = await this.ofNames(invocations, {
      scope,
      path: new Map(path).set(word, path.size),
      depth: depth + 1,
    });
    const cost = { ...named, full: named.full + (await this.file.weightOf(word)) + FORM_NODES };
    // What was left out of it because of where the walk is may not be left out elsewhere.
    if (cost.outermost >= path.size) this.costs.set(key, { ...cost, outermost: Infinity });
    return cost;
  }

  private async invocationsOf(word: number): Promise<Invocations> {
    const known = this.invocations.get(word);
    if (known) return known;
    const invocations = invocationsIn((await this.file.contentOf(word)).join("\n"), this.limits, this.check);
    checkLimit(this.limits, "nodes", (this.names += invocations.size));
    this.invocations.set(word, invocations);
    return invocations;
  }

  /** All that a content draws by name. */
  async ofNames(names: Invocations, place: Place): Promise<Cost> {
    let sum = NOTHING;
    const add = (times: number, cost: Cost) => void (sum = withTimes(sum, times, cost));
    for (const [name, { XObject, ExtGState, Pattern, Font }] of names) {
      this.check();
      const lookUp = async (category: "XObject" | "ExtGState" | "Pattern" | "Font") =>
        this.scopes.lookUp(place.scope, category, name);
      if (XObject > 0) add(XObject, await this.ofForms((await lookUp("XObject")).filter(isForm), place));
      if (ExtGState > 0) add(ExtGState, await this.ofStates(await lookUp("ExtGState"), place));
      if (Pattern > 0) add(1, await this.ofPatterns(await lookUp("Pattern"), Pattern, place));
      // A font is read once by each content.
      if (Font > 0) add(1, await this.ofFontsNamed(await lookUp("Font"), place));
    }
    return sum;
  }

  private async ofForms(named: readonly Named[], place: Place): Promise<Cost> {
    const forms = contentsIn(named.map(({ found }) => found));
    return mostOf(forms, async (form) => this.ofForm(form, place));
  }

  /** A graphics state may hold a mask, which is a form that is drawn each time, and a font. */
  private async ofStates(named: readonly Named[], place: Place): Promise<Cost> {
    const { resolve } = this.file.objects;
    const states = named.map(({ found }) => found.value).filter(isDictionary);
    return mostOf(states, async (state) => {
      const masks = (await resolve(state.get("SMask"))).map(({ value }) => value).filter(isDictionary);
      const forms = contentsIn(await inTurn(masks, async (mask) => resolve(mask.get("G"))));
      const { full, hidden, outermost } = await mostOf(forms, async (form) => this.ofForm(form, place));
      const font = await this.ofFontsNamed(await this.fontsOf(state), place);
      return { full: full + font.full, hidden: hidden + font.hidden, outermost };
    });
  }

  private async fontsOf(state: Dictionary): Promise<readonly Named[]> {
    const arrays = await this.file.objects.resolve(state.get("Font"));
    return inTurn(arrays, async (array) => this.scopes.namedBy(itemsOf(array)[0]));
  }

  /** pdfjs keeps what it has drawn of a pattern for the content that names it, where it isn't written in a way that it refuses. */
  private async ofPatterns(named: readonly Named[], times: number, place: Place): Promise<Cost> {
    return mostOf(contentsIn(named.map(({ found }) => found)), async (pattern) => {
      const scope = this.scopes.scopeOf(await this.scopes.layerOf(pattern.dictionary), ...place.scope.layers);
      const { full } = await this.ofContent(pattern, { scope, path: new Map(), depth: place.depth });
      const all = isKept(pattern.dictionary) ? full : times * full;
      return { full: all, hidden: all, outermost: Infinity };
    });
  }

  private async ofFontsNamed(named: readonly Named[], place: Place): Promise<Cost> {
    return mostOf(named, async ({ number, found: { value } }) => {
      if (!isDictionary(value) || !value.has("CharProcs")) return NOTHING;
      const own = await this.scopes.layerOf(value);
      const scope = own.length > 0 ? this.scopes.scopeOf(own) : place.scope;
      if (number === null) {
        const full = await this.ofGlyphs(value, { ...place, scope });
        return { full, hidden: full, outermost: Infinity };
      }
      // A font of its own object is read once for all contents.
      const key = `${number} ${scope.id}`;
      if (this.fontsSeen.has(key)) return NOTHING;
      this.fontsSeen.add(key);
      const cost = await this.ofGlyphs(value, { ...place, scope });
      this.fonts.set(number, Math.max(cost, this.fonts.get(number) ?? 0));
      return NOTHING;
    });
  }

  private async ofGlyphs(font: Dictionary, { scope, depth }: Place): Promise<number> {
    const { resolve } = this.file.objects;
    let sum = 0;
    for (const { value: glyphs } of await resolve(font.get("CharProcs"))) {
      if (!isDictionary(glyphs)) continue;
      for (const glyph of glyphs.values()) {
        const place = { scope, path: new Map(), depth: depth + 1 };
        const { full } = await mostOf(contentsIn(await resolve(glyph)), async (one) => this.ofContent(one, place));
        sum += full;
      }
    }
    return sum;
  }
}
