/** What pdfjs would do with a font program, counted in steps; an error where they are far more than the program's bytes. */
import { limitError, type Limits } from "../../limits.js";

export interface Work {
  /** @throws UnreadableDocumentError "limit-exceeded" for nodes or milliseconds */
  readonly add: (steps: number) => void;
}

/** Steps that take as much time as making one node. */
const STEPS_A_NODE = 16;
/** A program is read, interpreted and written again. */
const STEPS_A_BYTE = 4;
/** A byte that is interpreted becomes numbers in lists several times over: eighty bytes at the most. */
export const INTERPRETED_STEPS = 8;
const STEPS_AT_ONCE = 100_000;

/** @param check throws once the time is over */
export function workOn(bytes: Uint8Array, limits: Limits, check: () => void): Work {
  let left = bytes.length * STEPS_A_BYTE + limits.nodes * STEPS_A_NODE;
  let nextCheck = left;
  return {
    add: (steps) => {
      // A number that isn't any is as bad as one without end.
      if (!(steps <= left)) throw limitError("nodes", limits.nodes);
      left -= steps;
      if (left > nextCheck) return;
      nextCheck = left - STEPS_AT_ONCE;
      check();
    },
  };
}
