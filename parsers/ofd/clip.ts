/** An object of an OFD with its clips in (GB/T 33190-2016, 8.4); the part of the page that it can be seen in out. */
import { extentOf } from "../append.js";
import type { Box } from "../document.js";
import { apply, multiply, toMatrix, type Matrix } from "../geometry/matrix.js";
import { pointsOf } from "../geometry/path.js";
import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from "../xml.js";
import { numbersOf } from "./numbers.js";
import { pathData } from "./path-data.js";

/** Each clip shows the areas in it; several show what all of them do. Only their boxes are looked at. */
export function clipOf(object: XmlElement, matrix: Matrix, outer: Box): Box {
  let box = outer;
  for (const clip of elementsOf(childOf(object, "Clips"), "Clip")) {
    const points = elementsOf(clip, "Area").flatMap((area) => areaPoints(area, matrix));
    if (points.length === 0) continue;
    const [left, right] = extentOf(points.map(([x]) => x));
    const [top, bottom] = extentOf(points.map(([, y]) => y));
    const [x0, y0, x1, y1] = box;
    box = [Math.max(x0, left), Math.max(y0, top), Math.min(x1, right), Math.min(y1, bottom)];
  }
  return box;
}

function areaPoints(area: XmlElement, matrix: Matrix): (readonly [number, number])[] {
  const path = childOf(area, "Path");
  const points = pointsOf(pathData(textOf(childOf(path, "AbbreviatedData"))));
  if (!path || points.length === 0) return [];
  const own = [area, path].map((element) => numbersOf(attributeOf(element, "CTM")));
  const [x = 0, y = 0] = numbersOf(attributeOf(path, "Boundary"));
  const [areaMatrix, pathMatrix] = own.map((values) => toMatrix(values.length === 6 ? values : [])) as [Matrix, Matrix];
  const whole = multiply(multiply(multiply(matrix, areaMatrix), [1, 0, 0, 1, x, y]), pathMatrix);
  return points.map(([px, py]) => apply(whole, px, py));
}
