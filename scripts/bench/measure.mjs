// Times functions in turn (A B A B …), so that a ratio holds when the machine's speed drifts.

/** A measurement ends after this many rounds or milliseconds, but not before the fewest rounds. */
const MOST_ROUNDS = 11;
const FEWEST_ROUNDS = 3;
const LONGEST = 1_500;
const WARM_UP = 1;

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
  const start = performance.now();
  for (let n = 0; n < WARM_UP; n++) for (const work of works) await work();
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
