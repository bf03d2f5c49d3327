/**
 * The resources that a content may name in; what a name leads to out. A content without resources of its own names those of
 * what draws it; a pattern names both.
 */
import { inTurn } from "./in-turn.js";
import type { Category } from "./invocations.js";
import type { Found, Objects } from "./objects.js";
import { isDictionary, Reference, type Dictionary, type Value } from "./values.js";

/** The dictionaries of resources that a reference may lead to. */
export type Layer = readonly Dictionary[];

export interface Scope {
  /** The first that knows a name tells. */
  readonly layers: readonly Layer[];
  readonly id: string;
}

export interface Named {
  /** The number of the object that is referred to; null where it stands in the resources themselves. */
  readonly number: number | null;
  readonly found: Found;
}

export interface Scopes {
  readonly empty: Scope;
  /** What stands under a dictionary's key of resources; empty where there are none. */
  readonly layerOf: (dictionary: Dictionary) => Promise<Layer>;
  readonly scopeOf: (...layers: readonly Layer[]) => Scope;
  /** What a value is, or what its reference may lead to. */
  readonly namedBy: (value: Value | undefined) => Promise<readonly Named[]>;
  readonly lookUp: (scope: Scope, category: Category, name: string) => Promise<readonly Named[]>;
}

export function scopesOf(objects: Objects): Scopes {
  const ids = new WeakMap<Dictionary, number>();
  let count = 0;
  const idOf = (one: Dictionary) => {
    if (!ids.has(one)) ids.set(one, ++count);
    return ids.get(one)!;
  };
  const dictionaries = async (value: Value | undefined): Promise<readonly Dictionary[]> =>
    (await objects.resolve(value)).map(({ value: one }) => one).filter(isDictionary);
  const scopeOf = (...layers: readonly Layer[]): Scope => {
    const byId = new Map(layers.filter((layer) => layer.length > 0).map((layer) => [layer.map(idOf).join(), layer]));
    return { layers: [...byId.values()], id: [...byId.keys()].join(";") };
  };
  const namedBy = async (value: Value | undefined): Promise<readonly Named[]> => {
    const number = value instanceof Reference ? value.number : null;
    return (await objects.resolve(value)).map((found) => ({ number, found }));
  };
  const namedIn = async (resources: Dictionary, category: Category, name: string): Promise<readonly Named[]> => {
    return inTurn(await dictionaries(resources.get(category)), async (one) => namedBy(one.get(name)));
  };
  const lookUp = async (scope: Scope, category: Category, name: string): Promise<readonly Named[]> => {
    const named: (readonly Named[])[] = [];
    for (const layer of scope.layers) {
      let isIn = true;
      for (const one of layer) {
        const own = await namedIn(one, category, name);
        named.push(own);
        isIn &&= own.length > 0;
      }
      if (isIn) break;
    }
    return named.flat();
  };
  const layerOf = async (dictionary: Dictionary) => dictionaries(dictionary.get("Resources"));
  return { empty: scopeOf(), layerOf, scopeOf, namedBy, lookUp };
}
