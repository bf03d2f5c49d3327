/**
 * A PDF in; an error where forms multiply in what pdfjs draws for itself: a tiling pattern, a glyph of a Type 3 font, the
 * appearance of an annotation. It tells nobody of their operators before it has them all: what drawing them takes is counted
 * before it begins. The forms that a page draws are counted as they come.
 */
import { checkLimit, type Limits } from "../limits.js";
import { contentsIn, itemsOf, type Content } from "./contents.js";
import { DrawingCosts, type DrawnFile } from "./drawing-cost.js";
import { inTurn } from "./in-turn.js";
import { invocationsIn } from "./invocations.js";
import { ReachableResources } from "./reachable.js";
import type { Layer } from "./scope.js";
import { isDictionary, type Dictionary, type Value } from "./values.js";

/** Words of which a page has one, if it draws anything; any of them may be written with escapes. */
const PAGE = /Contents|Annots|#/;

/**
 * @param onPages whether pages may draw patterns or glyphs, and not only annotations
 * @param check throws once the time is over
 * @throws UnreadableDocumentError "limit-exceeded" for nodes, depth, streamBytes or milliseconds
 */
export async function checkMultiplied(
  file: DrawnFile,
  onPages: boolean,
  limits: Limits,
  check: () => void,
): Promise<void> {
  const walk = new PageWalk(file, limits, check);
  const reachable = new ReachableResources(file, check);
  let most = 0;
  // What a page draws is let go behind it; the glyphs are kept for all.
  const compare = (page: number, glyphs: number) => {
    checkLimit(limits, "nodes", Math.ceil((most = Math.max(most, page)) + glyphs));
  };
  for await (const { value: page } of file.objects.having(PAGE)) {
    if (!isDictionary(page)) continue;
    if (onPages && !reachable.needsContents) await reachable.add(await walk.resourcesOf(page));
    compare(await walk.ofAnnotations(page), walk.costs.ofFonts() + (reachable.needsContents ? 0 : reachable.glyphs));
  }
  if (!reachable.needsContents) return;
  for await (const { value: page } of file.objects.having(PAGE)) {
    if (!isDictionary(page)) continue;
    compare((await walk.ofAnnotations(page)) + (await walk.ofContents(page)), walk.costs.ofFonts());
  }
}

class PageWalk {
  readonly costs: DrawingCosts;

  constructor(
    private readonly file: DrawnFile,
    private readonly limits: Limits,
    private readonly check: () => void,
  ) {
    this.costs = new DrawingCosts(file, limits, check);
  }

  /** All that its contents may name in. */
  async resourcesOf(page: Dictionary): Promise<Dictionary[]> {
    return (await this.layersOf(page)).flat();
  }

  /** Those of its contents, of the page and of all above it in the tree of pages. */
  private async layersOf(page: Dictionary): Promise<Layer[]> {
    const all = new Set((await this.partsOf(page)).map(({ dictionary }) => dictionary));
    all.add(page);
    // A set goes on with what is added to it.
    for (const one of all) for (const above of await this.dictionariesAt(one.get("Parent"))) all.add(above);
    return inTurn(all, async (one) => [await this.costs.scopes.layerOf(one)]);
  }

  /** What pdfjs draws for itself while it draws the page. */
  async ofContents(page: Dictionary): Promise<number> {
    const parts = await this.partsOf(page);
    // A name may begin in one part and end in the next.
    const text = (await inTurn(parts, async ({ word }) => this.file.contentOf(word))).join("");
    const { hidden } = await this.costs.ofNames(invocationsIn(text, this.limits, this.check), {
      scope: this.costs.scopes.scopeOf(...(await this.layersOf(page))),
      path: new Map(parts.length === 1 ? [[parts[0]!.word, 0]] : []),
      depth: 0,
    });
    return hidden;
  }

  private async partsOf(page: Dictionary): Promise<Content[]> {
    const { resolve } = this.file.objects;
    const contents = await resolve(page.get("Contents"));
    return contentsIn([...contents, ...(await inTurn(contents.flatMap(itemsOf), resolve))]);
  }

  private async dictionariesAt(value: Value | undefined): Promise<Dictionary[]> {
    return (await this.file.objects.resolve(value)).map(({ value: one }) => one).filter(isDictionary);
  }

  async ofAnnotations(page: Dictionary): Promise<number> {
    let sum = 0;
    for (const item of (await this.file.objects.resolve(page.get("Annots"))).flatMap(itemsOf)) {
      let most = 0;
      for (const one of await this.dictionariesAt(item)) most = Math.max(most, await this.ofAnnotation(one));
      sum += most;
    }
    return sum;
  }

  /** The most that one of its appearances takes: only one is shown. */
  private async ofAnnotation(annotation: Dictionary): Promise<number> {
    const { resolve } = this.file.objects;
    const kinds = (await this.dictionariesAt(annotation.get("AP"))).flatMap((one) => [...one.values()]);
    const appearances = await inTurn(kinds, resolve);
    // In place of a stream there may be one for each of its states.
    const states = appearances.flatMap(({ value, word }) =>
      word === null && isDictionary(value) ? [...value.values()] : [],
    );
    let most = 0;
    for (const appearance of contentsIn([...appearances, ...(await inTurn(states, resolve))])) {
      const place = { scope: this.costs.scopes.empty, path: new Map<number, number>(), depth: 0 };
      most = Math.max(most, (await this.costs.ofForm(appearance, place)).full);
    }
    return most;
  }
}
