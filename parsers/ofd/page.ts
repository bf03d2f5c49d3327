/** The parts of a page of an OFD in; its characters and rulings in points, as they are shown, out. */
import type { Box } from "../document.js";
import type { Glyph, PageContent } from "../geometry/page.js";
import { checkLimit, type Limits } from "../limits.js";
import { applyToBox, multiply, toMatrix, type Matrix } from "../geometry/matrix.js";
import { fillRulings, pointsOf, strokeRulings, type Rulings } from "../geometry/path.js";
import { attributeOf, childOf, elementsOf, numberOf, textOf, type XmlElement } from "../xml.js";
import { numbersOf } from "./numbers.js";
import type { PageParts, Resources } from "./package.js";
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
    ...{ resources: parts.resources, limits, glyphs: [], rulings: { horizontal: [], vertical: [] }, objects: 0 },
  };
  const place: Place = {
    matrix: [POINTS, 0, 0, POINTS, -x * POINTS, -y * POINTS],
    clip: [0, 0, shownWidth, shownHeight],
    ...{ drawParam: undefined, depth: 0 },
  };
  for (const content of parts.contents) {
    for (const layer of elementsOf(childOf(content, "Content"), "Layer")) drawGroup(layer, place, drawing);
  }
  return { number, width: shownWidth, height: shownHeight, glyphs: drawing.glyphs, edges: drawing.rulings };
}

function drawGroup(group: XmlElement, place: Place, drawing: Drawing): void {
  const inner = { ...place, drawParam: attributeOf(group, "DrawParam") ?? place.drawParam };
  for (const object of elementsOf(group)) {
    checkLimit(drawing.limits, "nodes", ++drawing.objects + drawing.glyphs.length);
    if (attributeOf(object, "Visible") === "false") continue;
    if (object.local === "PageBlock") drawGroup(object, inner, drawing);
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

function drawText(object: XmlElement, { matrix, clip, drawParam }: Place, drawing: Drawing): void {
  const fill = paint(object, "Fill", true, drawParam, drawing.resources);
  const stroke = paint(object, "Stroke", false, drawParam, drawing.resources);
  if (!fill.visible && !stroke.visible) return;
  for (const glyph of glyphsOf(object, matrix, clip)) drawing.glyphs.push(glyph);
}

function drawPath(object: XmlElement, { matrix, drawParam }: Place, drawing: Drawing): void {
  const data = pathData(textOf(childOf(object, "AbbreviatedData")));
  const stroke = paint(object, "Stroke", true, drawParam, drawing.resources);
  const fill = paint(object, "Fill", false, drawParam, drawing.resources);
  if (stroke.visible && !stroke.white) strokeRulings(data, matrix, drawing.rulings);
  if (fill.visible && !fill.white) fillRulings(data, matrix, drawing.rulings);
}

function drawComposite(object: XmlElement, place: Place, drawing: Drawing): void {
  const unit = drawing.resources.composites.get(attributeOf(object, "ResourceID") ?? "");
  if (!unit || place.depth >= DEEPEST) return;
  const inner = { ...place, depth: place.depth + 1 };
  for (const content of elementsOf(unit, "Content")) drawGroup(content, inner, drawing);
}

/** Whether the object is filled or stroked so that it can be seen, and whether white on white. */
function paint(
  object: XmlElement,
  kind: "Fill" | "Stroke",
  otherwise: boolean,
  drawParam: string | undefined,
  resources: Resources,
): { readonly visible: boolean; readonly white: boolean } {
  const stated = attributeOf(object, kind);
  const color = childOf(object, `${kind}Color`) ?? inheritedColor(drawParam, kind, resources);
  const visible = (stated === undefined ? otherwise : stated === "true") && numberOf(object, "Alpha") !== 0;
  const values = numbersOf(attributeOf(color, "Value"));
  const white = values.length === 4 ? values.every((n) => n === 0) : values.length > 0 && values.every((n) => n >= 254);
  return { visible: visible && numberOf(color, "Alpha") !== 0, white };
}

function inheritedColor(
  drawParam: string | undefined,
  kind: string,
  { drawParams }: Resources,
): XmlElement | undefined {
  let param = drawParam === undefined ? undefined : drawParams.get(drawParam);
  for (let hops = 0; param && hops < DEEPEST; hops++) {
    const color = childOf(param, `${kind}Color`);
    if (color) return color;
    param = drawParams.get(attributeOf(param, "Relative") ?? "");
  }
  return undefined;
}

/** Each clip shows the areas in it; several show what all of them do. Only their boxes are looked at. */
function clipOf(object: XmlElement, matrix: Matrix, outer: Box): Box {
  let [x0, y0, x1, y1] = outer;
  for (const clip of elementsOf(childOf(object, "Clips"), "Clip")) {
    const points = elementsOf(clip, "Area").flatMap((area) => areaPoints(area, matrix));
    if (points.length === 0) continue;
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
    const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
    [x0, y0, x1, y1] = [
      ...[Math.max(x0, least(xs)), Math.max(y0, least(ys))],
      ...[Math.min(x1, most(xs)), Math.min(y1, most(ys))],
    ] as [number, number, number, number];
  }
  return [x0, y0, x1, y1];
}

function areaPoints(area: XmlElement, matrix: Matrix): [number, number][] {
  const path = childOf(area, "Path");
  const points = pointsOf(pathData(textOf(childOf(path, "AbbreviatedData"))));
  if (!path || points.length === 0) return [];
  const own = [area, path].map((element) => numbersOf(attributeOf(element, "CTM")));
  const [x = 0, y = 0] = numbersOf(attributeOf(path, "Boundary"));
  const [areaMatrix, pathMatrix] = own.map((values) => toMatrix(values.length === 6 ? values : [])) as [Matrix, Matrix];
  const whole = multiply(multiply(multiply(matrix, areaMatrix), [1, 0, 0, 1, x, y]), pathMatrix);
  return points.flatMap(([px, py]) => {
    const [left, top] = applyToBox(whole, px, py, px, py);
    return [[left, top] as [number, number]];
  });
}
