/** The parts of a page of an OFD in; its characters and rulings in points, as they are shown, out. */
import { extentOf } from "../append.js";
import type { Box } from "../document.js";
import type { Glyph, PageContent } from "../geometry/page.js";
import { checkLimit, type Limits } from "../limits.js";
import { SOLID_OPACITY } from "../colours.js";
import { addFilling, addUnknown, uncovered, type Filling } from "../geometry/covering.js";
import { withCrossedOut } from "../geometry/crossed-out.js";
import { apply, applyToBox, multiply, toMatrix, type Matrix } from "../geometry/matrix.js";
import { fillRulings, pointsOf, strokeRulings, type Rulings } from "../geometry/path.js";
import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from "../xml.js";
import { clipOf } from "./clip.js";
import { inkOf } from "./ink.js";
import { numbersOf } from "./numbers.js";
import type { PageParts, Resources } from "./package.js";
import { isWhite, paintOf, type Kind, type Paint } from "./paint.js";
import { pathData } from "./path-data.js";
import { glyphsOf } from "./text.js";

/** Points of a millimetre. */
const POINTS = 72 / 25.4;
const A4 = [0, 0, 210, 297];
/** Drawings that use drawings are followed no deeper. */
const DEEPEST = 8;

interface Drawing {
  readonly resources: Resources;
  readonly limits: Limits;
  readonly glyphs: Glyph[];
  readonly rulings: Rulings;
  readonly fillings: Filling[];
  objects: number;
}

/** What an object inherits from what it stands in. */
interface Place {
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly drawParam: string | undefined;
  readonly depth: number;
}

export function readPage(parts: PageParts, number: number, limits: Limits): PageContent {
  const stated = numbersOf(parts.box);
  const [x, y, width, height] = (stated.length === 4 ? stated : A4) as [number, number, number, number];
  const [shownWidth, shownHeight] = [width * POINTS, height * POINTS];
  const drawing: Drawing = {
    ...{ resources: parts.resources, limits, glyphs: [], rulings: { horizontal: [], vertical: [] } },
    ...{ fillings: [], objects: 0 },
  };
  const place: Place = {
    matrix: [POINTS, 0, 0, POINTS, -x * POINTS, -y * POINTS],
    clip: [0, 0, shownWidth, shownHeight],
    ...{ drawParam: undefined, depth: 0 },
  };
  for (const content of parts.contents) {
    const layers = elementsOf(childOf(content, "Content"), "Layer");
    for (const layer of layers.toSorted((a, b) => heightOf(a) - heightOf(b))) drawGroup(layer, place, drawing);
  }
  const glyphs = uncovered(drawing.glyphs, drawing.fillings);
  return withCrossedOut({ number, width: shownWidth, height: shownHeight, glyphs, edges: drawing.rulings });
}

/** How high a layer lies; one that doesn't say is of the body. */
function heightOf(layer: XmlElement): number {
  const type = attributeOf(layer, "Type");
  return type === "Background" ? 0 : type === "Foreground" ? 2 : 1;
}

function drawGroup(group: XmlElement, place: Place, drawing: Drawing): void {
  const inner = { ...place, drawParam: attributeOf(group, "DrawParam") ?? place.drawParam };
  for (const object of elementsOf(group)) {
    checkLimit(drawing.limits, "nodes", ++drawing.objects + drawing.glyphs.length);
    if (attributeOf(object, "Visible") === "false") continue;
    if (object.local === "PageBlock") drawGroup(object, inner, drawing);
    else if (object.local === "ImageObject") drawPicture(object, inner, drawing);
    else if (/^(?:Text|Path|Composite)Object$/.test(object.local)) drawObject(object, inner, drawing);
  }
}

/** An object's coordinates begin at the top left of its boundary, after its own transformation. */
function drawObject(object: XmlElement, outer: Place, drawing: Drawing): void {
  const [x = 0, y = 0] = numbersOf(attributeOf(object, "Boundary"));
  const own = numbersOf(attributeOf(object, "CTM"));
  const placed = multiply(outer.matrix, [1, 0, 0, 1, x, y]);
  const matrix = own.length === 6 ? multiply(placed, toMatrix(own)) : placed;
  const drawParam = attributeOf(object, "DrawParam") ?? outer.drawParam;
  const place: Place = { ...outer, matrix, drawParam, clip: clipOf(object, matrix, outer.clip) };
  if (object.local === "TextObject") drawText(object, place, drawing);
  else if (object.local === "PathObject") drawPath(object, place, drawing);
  else drawComposite(object, place, drawing);
}

/** @param otherwise whether it is painted where the object doesn't say so */
const paint = (object: XmlElement, kind: Kind, otherwise: boolean, { drawParam }: Place, drawing: Drawing): Paint =>
  paintOf(object, kind, otherwise, drawParam, drawing.resources.drawParams);

function drawText(object: XmlElement, place: Place, drawing: Drawing): void {
  const fill = paint(object, "Fill", true, place, drawing);
  const stroke = paint(object, "Stroke", false, place, drawing);
  const ink = fill.visible ? fill : stroke;
  if (!ink.visible) return;
  const inked = inkOf(ink, drawing.fillings);
  for (const glyph of glyphsOf(object, place.matrix, place.clip)) drawing.glyphs.push(inked(glyph));
}

function drawPath(object: XmlElement, place: Place, drawing: Drawing): void {
  const { matrix } = place;
  const data = pathData(textOf(childOf(object, "AbbreviatedData")));
  const stroke = paint(object, "Stroke", true, place, drawing);
  const fill = paint(object, "Fill", false, place, drawing);
  if (stroke.visible && !isWhite(stroke)) strokeRulings(data, matrix, drawing.rulings);
  if (!fill.visible) return;
  if (!isWhite(fill)) fillRulings(data, matrix, drawing.rulings);
  // An area whose colour nobody states is transparent.
  if (fill.isStated) addArea(data, fill, place, drawing);
}

function addArea(data: readonly number[], fill: Paint, { matrix, clip }: Place, drawing: Drawing): void {
  const { glyphs, fillings } = drawing;
  const before = glyphs.length;
  const count = fillings.length;
  if (fill.opacity >= SOLID_OPACITY) addFilling(data, { matrix, clip, colour: fill.colour, before }, fillings);
  if (fillings.length > count || isWhite(fill)) return;
  const points = pointsOf(data).map(([x, y]) => apply(matrix, x, y));
  const [[left, right], [top, bottom]] = [extentOf(points.map(([x]) => x)), extentOf(points.map(([, y]) => y))];
  addUnknown([left, top, right, bottom], before, fillings);
}

function drawPicture(object: XmlElement, { matrix }: Place, { glyphs, fillings }: Drawing): void {
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(attributeOf(object, "Boundary"));
  addUnknown(applyToBox(matrix, x, y, x + width, y + height), glyphs.length, fillings);
}

function drawComposite(object: XmlElement, place: Place, drawing: Drawing): void {
  const unit = drawing.resources.composites.get(attributeOf(object, "ResourceID") ?? "");
  if (!unit || place.depth >= DEEPEST) return;
  const inner = { ...place, depth: place.depth + 1 };
  for (const content of elementsOf(unit, "Content")) drawGroup(content, inner, drawing);
}
