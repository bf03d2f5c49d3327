/** The container of a workbook (ECMA-376) in; its visible sheets, shared texts and cell styles out. */
import { asRaised, withoutSigns } from "../raised.js";
import { checkLimit, type Limits } from "../limits.js";
import {
  attributeOf,
  childOf,
  damagedPart,
  descendantsOf,
  elementsOf,
  numberOf,
  readXmlPart,
  textOf,
  type XmlElement,
} from "../xml.js";
import type { Zip } from "../zip.js";
import { WHITE, type Colour } from "../colours.js";
import { asObscured, isObscure } from "../obscured.js";
import { colourOf, fillOf } from "./colours.js";
import { builtInFormat } from "./printed-number.js";

export interface CellStyle {
  /** Number format; undefined for the general one. */
  readonly pattern: string | undefined;
  /** True where two sides or more have a line: one alone underlines a heading. */
  readonly bordered: boolean;
  /** True where the cell's font is crossed out. */
  readonly struck: boolean;
  /** True where the cell's font has the colour of its filling, or a size that nobody reads. */
  readonly obscured: boolean;
  /** Of the font and of the filling; null where it isn't known. */
  readonly color: Colour | null;
  readonly fill: Colour | null;
}

/** What a conditional format changes; undefined where it leaves it as it is. */
export interface Difference {
  readonly struck: boolean;
  readonly pattern: string | undefined;
  readonly color: Colour | null | undefined;
  readonly fill: Colour | null | undefined;
}

export interface Workbook {
  readonly sheets: readonly XmlElement[];
  readonly texts: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly differences: readonly Difference[];
  readonly since1904: boolean;
}

const FOLDER = "xl/";

/** @throws UnreadableDocumentError "damaged", "limit-exceeded" */
export function readWorkbook(zip: Zip, limits: Limits): Workbook {
  const part = (name: string) => readXmlPart(zip, name, limits);
  const workbook = part(`${FOLDER}workbook.xml`);
  if (!workbook) throw damagedPart(`${FOLDER}workbook.xml`);
  const targets = new Map(
    elementsOf(part(`${FOLDER}_rels/workbook.xml.rels`)).map((relation) => [
      attributeOf(relation, "Id") ?? "",
      resolved(attributeOf(relation, "Target") ?? ""),
    ]),
  );
  const visible = elementsOf(childOf(workbook, "sheets"), "sheet").filter(
    (sheet) => !/hidden$/i.test(attributeOf(sheet, "state") ?? ""),
  );
  checkLimit(limits, "pages", visible.length);
  const sheets = visible.flatMap((sheet) => {
    const name = targets.get(relationOf(sheet) ?? "");
    const root = name === undefined ? null : part(name);
    if (!root) throw damagedPart(name ?? "worksheet");
    return root.local === "worksheet" ? [root] : [];
  });
  const properties = childOf(workbook, "workbookPr");
  const styles = part(`${FOLDER}styles.xml`);
  return {
    sheets,
    texts: elementsOf(part(`${FOLDER}sharedStrings.xml`), "si").map(richText),
    ...{ styles: readStyles(styles), differences: elementsOf(childOf(styles, "dxfs"), "dxf").map(differenceOf) },
    since1904: /^(?:1|true)$/.test(attributeOf(properties, "date1904") ?? ""),
  };
}

/** The sheet's reference to its part, which is no plain "id". */
function relationOf({ attributes }: XmlElement): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1];
}

function resolved(target: string): string {
  return target.startsWith("/") ? target.slice(1) : FOLDER + target.replace(/^\.\//, "");
}

/** The runs of a text without the readings of its characters and what is crossed out. */
export function richText(element: XmlElement | undefined): string {
  const runs = elementsOf(element).filter(({ local }) => local === "t" || local === "r");
  return withoutSigns(runs.map(runText).join(""))
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, "\n");
}

/** A run may be crossed out, or stand above or below the line. */
function runText(run: XmlElement): string {
  if (run.local === "t") return textOf(run);
  const properties = childOf(run, "rPr");
  if (isStruck(properties)) return "";
  const text = seenText(textOf(childOf(run, "t")), properties);
  const align = childOf(properties, "vertAlign");
  return align && /^su(?:per|b)script$/.test(attributeOf(align, "val") ?? "") ? asRaised(text) : text;
}

/** What is behind a run is said by its cell: of the colours of runs only white may be that of any. */
function seenText(text: string, properties: XmlElement | undefined): string {
  return text !== "" && isObscuredFont(properties, WHITE) ? asObscured(text) : text;
}

/** @param font a font of the styles, or the properties of a run */
function isObscuredFont(font: XmlElement | undefined, background: Colour | null): boolean {
  const size = numberOf(childOf(font, "sz"), "val") ?? null;
  return isObscure({ color: colourOf(childOf(font, "color")), background, size, spacing: 0, scale: 1 });
}

/** @param font a font of the styles, or the properties of a run */
function isStruck(font: XmlElement | undefined): boolean {
  const strike = childOf(font, "strike");
  return strike !== undefined && !/^(?:0|false)$/.test(attributeOf(strike, "val") ?? "");
}

/** @param one a difference of the styles, or one that stands in a rule itself */
export function differenceOf(one: XmlElement): Difference {
  const font = childOf(one, "font");
  const color = childOf(font, "color");
  const filling = childOf(childOf(one, "fill"), "patternFill");
  // Unlike a cell's, its plain filling is the background of a pattern.
  const background = filling && childOf(filling, "bgColor");
  return {
    struck: isStruck(font),
    pattern: attributeOf(childOf(one, "numFmt"), "formatCode"),
    color: color && colourOf(color),
    fill: filling && colourOf(background),
  };
}

function readStyles(root: XmlElement | null): CellStyle[] {
  const patterns = new Map(
    descendantsOf(childOf(root, "numFmts"), "numFmt").map((one) => [
      numberOf(one, "numFmtId"),
      attributeOf(one, "formatCode"),
    ]),
  );
  const bordered = elementsOf(childOf(root, "borders"), "border").map(
    (border) =>
      elementsOf(border).filter(
        (side) =>
          /^(?:left|right|start|end|top|bottom)$/.test(side.local) &&
          !/^(?:none)?$/.test(attributeOf(side, "style") ?? ""),
      ).length >= 2,
  );
  const fonts = elementsOf(childOf(root, "fonts"), "font");
  const struck = fonts.map(isStruck);
  const colours = fonts.map((font) => colourOf(childOf(font, "color")));
  const fills = elementsOf(childOf(root, "fills"), "fill").map(fillOf);
  return elementsOf(childOf(root, "cellXfs"), "xf").map((style) => {
    const id = numberOf(style, "numFmtId") ?? 0;
    const font = numberOf(style, "fontId") ?? 0;
    const [color = null, fill = WHITE] = [colours[font], fills[numberOf(style, "fillId") ?? 0]];
    return {
      pattern: patterns.get(id) ?? builtInFormat(id),
      bordered: bordered[numberOf(style, "borderId") ?? 0] ?? false,
      struck: struck[font] ?? false,
      obscured: isObscuredFont(fonts[font], fill),
      ...{ color, fill },
    };
  });
}
