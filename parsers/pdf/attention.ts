/**
 * What pdfjs draws for itself (a pattern, the glyph of a Type 3 font, an annotation) it tells nobody of before it is done, and
 * forms in forms may be drawn any number of times. It runs in the same thread and never lets a timer come between; but it
 * waits for its own promises. In between, this looks at the clock: it goes on for as long as pdfjs is at work, and is woken
 * by every message, for pdfjs begins nothing without one.
 */
import { limitError, type Limits } from "../limits.js";

/** Promises waited for between two looks at the clock. */
const WAITS = 64;
/** Looks in which nothing was done, behind which there is nothing to wait for. */
const IDLE_LOOKS = 4;
/** A promise that only this waits for takes a tenth of that, milliseconds. */
const IDLE_WAIT = 0.001;
/** Share of the time for a document that may pass without a message: as it passes, memory is taken. */
const SILENT_SHARE = 0.1;
/** A single step may be long, as the reading of a font is; more of it doesn't count, milliseconds. */
const LONGEST_STEP = 250;

export interface Attention {
  /** To be called with every message. */
  readonly wake: () => void;
  readonly end: () => void;
}

/**
 * @param check throws once the time is over
 * @param stop told of what was thrown
 */
export function attention(limits: Limits, check: () => void, stop: (cause: unknown) => void): Attention {
  const most = limits.milliseconds * SILENT_SHARE;
  let [isAwake, hasEnded, silent, last] = [false, false, 0, 0];

  async function attend(): Promise<void> {
    for (let idle = 0; idle < IDLE_LOOKS && !hasEnded;) {
      for (let i = 0; i < WAITS; i++) await undefined;
      const now = performance.now();
      const passed = now - last;
      last = now;
      idle = passed < WAITS * IDLE_WAIT ? idle + 1 : 0;
      silent += Math.min(passed, LONGEST_STEP);
      check();
      if (silent > most) throw limitError("milliseconds", limits.milliseconds);
    }
  }

  return {
    wake: () => {
      silent = 0;
      last = performance.now();
      if (isAwake || hasEnded) return;
      isAwake = true;
      void attend()
        .catch(stop)
        .finally(() => (isAwake = false));
    },
    end: () => void (hasEnded = true),
  };
}
