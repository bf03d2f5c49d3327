/** The numbers of an import's options in; those of its pool of processes, with the defaults and within bounds, out. */
import { availableParallelism } from "node:os";
import type { ImportOptions } from "./events.js";

/** Processes at most: more than any machine has cores for; each takes some hundred MiB. */
export const MOST_WORKERS = 256;
/** MiB for one document at least: with less, a process can't even load the parser. */
export const LEAST_MEMORY = 32;
/** The longest time that a timer of Node can wait, milliseconds (24 days): one set longer ends at once. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

export interface PoolSettings {
  readonly workers: number;
  /** Milliseconds for one document. */
  readonly timeout: number;
  /** MiB for one document. */
  readonly memory: number;
}

/** @throws RangeError for a number that no import can be run with */
export function poolSettings(options: Pick<ImportOptions, "workers" | "timeout" | "memory">): PoolSettings {
  const { workers = Math.min(availableParallelism(), MOST_WORKERS), timeout = 60, memory = 1024 } = options;
  if (!Number.isInteger(workers) || workers < 1 || workers > MOST_WORKERS) {
    throw new RangeError(`workers takes a whole number from 1 to ${MOST_WORKERS}, not ${workers}`);
  }
  if (!(timeout > 0)) throw new RangeError(`timeout takes a positive number of seconds, not ${timeout}`);
  if (!Number.isInteger(memory) || memory < LEAST_MEMORY) {
    throw new RangeError(`memory takes a whole number of MiB from ${LEAST_MEMORY}, not ${memory}`);
  }
  return { workers, timeout: Math.min(timeout * 1000, LONGEST_TIMEOUT), memory };
}
