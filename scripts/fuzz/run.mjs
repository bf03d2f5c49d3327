// The damaged document of a run: the same for the same seed, number and files.
import { readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { MUTATIONS } from "./mutations.mjs";
import { randomFrom } from "./random.mjs";

/** @typedef {{ name: string, kind: string, bytes: Uint8Array }} Original */

/** The files of a folder that there are mutations for, in the order of their names. @param {string} folder */
export function originalsOf(folder, only = "") {
  return readdirSync(folder)
    .sort()
    .filter((name) => MUTATIONS[extname(name).slice(1)] && name.endsWith(only))
    .map((name) => ({
      name,
      kind: extname(name).slice(1),
      bytes: new Uint8Array(readFileSync(join(folder, name))),
    }));
}

/** @param {readonly Original[]} originals @param {number} seed @param {number} run */
export function damagedDocument(originals, seed, run) {
  const random = randomFrom(seed * 1_000_003 + run);
  const original = random.pick(originals);
  const mutate = random.pick(MUTATIONS[original.kind]);
  return { original, mutation: mutate.name, bytes: mutate(original.bytes, random) };
}
