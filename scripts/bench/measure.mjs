// Times functions in turn (A B A B …), so that a ratio holds when the machine's speed drifts.

/** Time that works are run before any is counted: V8 compiles what runs often while it runs. Milliseconds. */
const WARM_UP = 1_000;
/** A measurement ends after this many rounds or milliseconds, but not before the fewest rounds. */
const MOST_ROUNDS = 101;
const FEWEST_ROUNDS = 5;
const LONGEST = 2_000;

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function time(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * @param {readonly (() => unknown)[]} works each may return a promise
 * @returns the milliseconds of each work, round by round
 */
export async function rounds(works) {
  const warm = performance.now();
  do for (const work of works) await work();
  while (performance.now() - warm < WARM_UP);
  const start = performance.now();
  const times = [];
  while (times.length < MOST_ROUNDS && (times.length < FEWEST_ROUNDS || performance.now() - start < LONGEST)) {
    const round = [];
    for (const work of works) round.push(await time(work));
    times.push(round);
  }
  return times;
}

/** The median of what is computed from each round. */
export const medianOf = (times, compute) => median(times.map(compute));
