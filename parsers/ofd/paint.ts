/** An object of an OFD and its settings in (GB/T 33190-2016, 8.2 and 8.3); what it is filled and stroked with out. */
import type { Colour } from "../colours.js";
import { attributeOf, childOf, elementsOf, numberOf, type XmlElement } from "../xml.js";
import { numbersOf } from "./numbers.js";

export type Kind = "Fill" | "Stroke";

/** What an object is filled or stroked with. */
export interface Paint {
  readonly visible: boolean;
  /** Whether a colour is stated; the usual one of text and lines is black, areas have none. */
  readonly isStated: boolean;
  /** Null for a pattern, and for one that isn't known. */
  readonly colour: Colour | null;
  /** From 0 to 1. */
  readonly opacity: number;
}

type DrawParams = ReadonlyMap<string, XmlElement>;

/** Settings that refer to settings are followed no further. */
const MOST_HOPS = 8;
const FULL = 255;
const BLACK: Colour = [0, 0, 0];

/**
 * @param otherwise whether it is painted where the object doesn't say so
 * @param drawParam the number of the settings that hold where it says nothing
 */
export function paintOf(
  object: XmlElement,
  kind: Kind,
  otherwise: boolean,
  drawParam: string | undefined,
  drawParams: DrawParams,
): Paint {
  const stated = attributeOf(object, kind);
  const color = childOf(object, `${kind}Color`) ?? inheritedColor(drawParam, kind, drawParams);
  const opacity = [object, color].reduce((share, one) => share * opacityOf(one), 1);
  const visible = (stated === undefined ? otherwise : stated === "true") && opacity !== 0;
  return { visible, opacity, isStated: color !== undefined, colour: color ? colourOf(color) : BLACK };
}

export const isWhite = ({ colour }: Paint): boolean => colour !== null && colour.every((channel) => channel >= 254);

const opacityOf = (element: XmlElement | undefined) =>
  Math.min(1, Math.max(0, ((element && numberOf(element, "Alpha")) ?? FULL) / FULL));

/** The colour spaces are grey, RGB and CMYK, which the count of values tells apart. */
function colourOf(color: XmlElement): Colour | null {
  const stated = attributeOf(color, "Value");
  if (stated === undefined) return elementsOf(color).length > 0 || attributeOf(color, "Index") ? null : BLACK;
  const values = numbersOf(stated.replaceAll("#", "0x"));
  if (values.length === 1) return [values[0]!, values[0]!, values[0]!];
  if (values.length === 3) return values as unknown as Colour;
  if (values.length !== 4) return null;
  const [cyan, magenta, yellow, key] = values as [number, number, number, number];
  const channel = (ink: number) => Math.max(0, FULL - ink - key);
  return [channel(cyan), channel(magenta), channel(yellow)];
}

function inheritedColor(drawParam: string | undefined, kind: Kind, drawParams: DrawParams): XmlElement | undefined {
  let param = drawParam === undefined ? undefined : drawParams.get(drawParam);
  for (let hops = 0; param && hops < MOST_HOPS; hops++) {
    const color = childOf(param, `${kind}Color`);
    if (color) return color;
    param = drawParams.get(attributeOf(param, "Relative") ?? "");
  }
  return undefined;
}
