/**
 * The resources of the pages of a PDF in; whether contents have to be looked at for what pdfjs draws for itself out. Most pages
 * may draw no tiling pattern, and fonts only that name no form in their glyphs: it is enough to know them then.
 */
import { contentsIn, type Content } from "./contents.js";
import type { DrawnFile } from "./drawing-cost.js";
import { inTurn } from "./in-turn.js";
import type { Category } from "./invocations.js";
import type { Found } from "./objects.js";
import { isDictionary, Reference, type Dictionary, type Value } from "./values.js";

const CATEGORIES: readonly Category[] = ["XObject", "ExtGState", "Pattern", "Font"];

export class ReachableResources {
  /** Whether there is more than the glyphs of fonts that name nothing. */
  needsContents = false;
  /** What the glyphs of all fonts take, in nodes. */
  glyphs = 0;
  private readonly all = new Set<Dictionary>();
  private readonly forms = new Set<number>();
  private readonly fonts = new Set<number>();

  /** @param check throws once the time is over */
  constructor(
    private readonly file: DrawnFile,
    private readonly check: () => void,
  ) {}

  /** Goes through the resources, and those of all forms in them. */
  async add(resources: Iterable<Dictionary>): Promise<void> {
    const more = new Set([...resources].filter((one) => !this.all.has(one)));
    // A set goes on with what is added to it.
    for (const one of more) {
      this.check();
      this.all.add(one);
      for (const form of await this.formsIn(one)) {
        if (this.forms.has(form.word)) continue;
        this.forms.add(form.word);
        for (const own of await this.dictionaries(form.dictionary.get("Resources"))) more.add(own);
      }
      if (contentsIn(await this.under(one, "Pattern")).length > 0) this.needsContents = true;
      for (const fonts of await this.dictionaries(one.get("Font"))) {
        for (const font of fonts.values()) await this.addFont(font);
      }
      if (this.needsContents) break;
    }
  }

  private async formsIn(resources: Dictionary): Promise<Content[]> {
    const { resolve } = this.file.objects;
    const states = (await this.under(resources, "ExtGState")).map(({ value }) => value).filter(isDictionary);
    // A font of a graphics state may stand in it.
    if (states.some((state) => state.has("Font"))) this.needsContents = true;
    const masks = await inTurn(states, async (state) => this.dictionaries(state.get("SMask")));
    const groups = await inTurn(masks, async (mask) => resolve(mask.get("G")));
    return contentsIn([...(await this.under(resources, "XObject")), ...groups]);
  }

  private async addFont(font: Value): Promise<void> {
    if (font instanceof Reference) {
      if (this.fonts.has(font.number)) return;
      this.fonts.add(font.number);
    }
    for (const value of await this.dictionaries(font)) {
      if (!value.has("CharProcs")) continue;
      // One that stands in the resources may be read by each content.
      if (!(font instanceof Reference)) this.needsContents = true;
      const own = await this.dictionaries(value.get("Resources"));
      const mayName = own.length === 0 || own.some((one) => CATEGORIES.some((category) => one.has(category)));
      const glyphs = await inTurn(await this.dictionaries(value.get("CharProcs")), async (one) => one.values());
      for (const { word } of contentsIn(await inTurn(glyphs, this.file.objects.resolve))) {
        this.glyphs += await this.file.weightOf(word);
        if (mayName && this.file.mayName(word)) this.needsContents = true;
      }
    }
  }

  private async under(resources: Dictionary, category: Category): Promise<readonly Found[]> {
    const entries = await inTurn(await this.dictionaries(resources.get(category)), async (one) => one.values());
    return inTurn(entries, this.file.objects.resolve);
  }

  private async dictionaries(value: Value | undefined): Promise<Dictionary[]> {
    return (await this.file.objects.resolve(value)).map(({ value: one }) => one).filter(isDictionary);
  }
}
