// Times functions in rounds, so that a ratio holds when the machine's speed drifts; in each round in another order, so that
// none always runs with the caches, and with the garbage, that another one has left.

/**
 * Time that works are run before any is counted: V8 compiles what runs often while it runs, and of a large document little
 * runs often within a second. Milliseconds.
 */
const WARM_UP = 3_000;
/** A measurement ends after this many rounds or milliseconds, but not before the fewest rounds. */
const MOST_ROUNDS = 501;
const FEWEST_ROUNDS = 5;
const LONGEST = 5_000;

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** @param work a function, or { prepare, run }: only `run` counts, with what `prepare` makes anew each time */
async function time(work) {
  const { prepare, run = work } = work;
  const prepared = await prepare?.();
  const start = performance.now();
  await run(prepared);
  return performance.now() - start;
}

async function warmUp(works) {
  const start = performance.now();
  do for (const work of works) await time(work);
  while (performance.now() - start < WARM_UP);
  // What is short beside its preparation has run too seldom by then to be compiled.
  for (const { prepare, run } of works) {
    const prepared = await prepare?.();
    const from = performance.now();
    while (prepare && performance.now() - from < WARM_UP) await run(prepared);
  }
}

/** The numbers below this one in a random order. */
function shuffled(count) {
  const numbers = [...Array(count).keys()];
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [numbers[last], numbers[other]] = [numbers[other], numbers[last]];
  }
  return numbers;
}

/**
 * @param works functions, or { prepare, run } where something is to be made before that isn't counted; each may return
 *   a promise
 * @returns the milliseconds of each work, round by round
 */
export async function rounds(works) {
  await warmUp(works);
  const start = performance.now();
  const times = [];
  while (times.length < MOST_ROUNDS && (times.length < FEWEST_ROUNDS || performance.now() - start < LONGEST)) {
    const round = [];
    for (const place of shuffled(works.length)) round[place] = await time(works[place]);
    times.push(round);
  }
  return times;
}

/** The median of what is computed from each round. */
export const medianOf = (times, compute) => median(times.map(compute));
