/**
 * What a page draws apart from its content in (groups that are painted as one, annotations, content that can be switched off);
 * where it stands, and whether it is seen, out.
 */
import { applyToBox, multiply, toMatrix } from "../geometry/matrix.js";
import { initialState } from "./graphics-state.js";
import { clipTo, isNumbers, save, type Interpreter } from "./interpreter.js";

interface Group {
  readonly matrix?: unknown;
  readonly bbox?: unknown;
  /** Set where the group is not painted, but masks what is. */
  readonly smask?: unknown;
}

/** What it draws is as transparent as it is itself. The form that follows has its matrix, but not its box. */
export function beginGroup(i: Interpreter, [group]: readonly unknown[]): void {
  save(i);
  const { state } = i;
  const { matrix, bbox, smask } = (group ?? {}) as Group;
  state.isMask ||= Boolean(smask);
  state.groupSeeThrough ||= state.seeThrough;
  state.groupTransparent ||= state.transparent;
  const own = isNumbers(matrix) ? multiply(state.ctm, toMatrix(matrix)) : state.ctm;
  if (isNumbers(bbox)) clipTo(i, applyToBox(own, bbox[0]!, bbox[1]!, bbox[2]!, bbox[3]!));
}

/** It stands in a rectangle of the page, whatever the page did before. */
export function beginAnnotation(i: Interpreter, [, rect, transform, matrix]: readonly unknown[]): void {
  save(i);
  const { ctm, clip } = i.frame;
  i.state = initialState(ctm, clip);
  if (isNumbers(rect)) clipTo(i, applyToBox(ctm, rect[0]!, rect[1]!, rect[2]!, rect[3]!));
  for (const one of [transform, matrix]) {
    if (isNumbers(one)) i.state.ctm = multiply(i.state.ctm, toMatrix(one));
  }
}

export function beginMarked(i: Interpreter, [name, content]: readonly unknown[]): void {
  const isOff = name === "OC" && !i.isVisible(content);
  i.marked.push(isOff);
  if (isOff) i.off++;
}

export function endMarked(i: Interpreter): void {
  if (i.marked.pop()) i.off--;
}

/** True where nothing is painted of what is drawn. */
export const isUnpainted = ({ off, state }: Interpreter): boolean => off > 0 || state.isMask;
