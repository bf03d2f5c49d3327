// Times pairs of functions in turn (A B A B …), so that a ratio holds when the machine's speed drifts.

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function time(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * @param {() => Promise<unknown>} a
 * @param {() => Promise<unknown>} b
 * @param {{ rounds: number, warmUp: number }} options
 * @returns medians in milliseconds, and the median of the ratios a/b taken pair by pair
 */
export async function compare(a, b, { rounds, warmUp }) {
  for (let n = 0; n < warmUp; n++) {
    await a();
    await b();
  }
  const pairs = [];
  for (let n = 0; n < rounds; n++) pairs.push([await time(a), await time(b)]);
  return {
    a: median(pairs.map(([x]) => x)),
    b: median(pairs.map(([, y]) => y)),
    ratio: median(pairs.map(([x, y]) => x / y)),
  };
}
