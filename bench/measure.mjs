/*
 * Takes candidates in turn, round after round, and reports each one's median rate and the median of its ratio to another
 * in the same round. Ratios of one run are what to quote: seconds belong to the machine.
 */

/**
 * @param candidates - name -> () => number of things done (splits, rows); each call is one batch.
 * @param rounds - How many times each candidate is taken.
 * @param milliseconds - How long each candidate runs in a round, at least one batch.
 */
export function measure(candidates, { rounds = 11, milliseconds = 40 } = {}) {
  const names = Object.keys(candidates);
  const rates = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) timeBatches(candidates[name], milliseconds);
  for (let round = 0; round < rounds; round++) {
    // The order turns from round to round, so that nobody always runs after the same neighbour.
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length];
      rates[name].push(timeBatches(candidates[name], milliseconds));
    }
  }
  return {
    rate: (name) => median(rates[name]),
    ratio: (name, to) => median(rates[name].map((rate, round) => rate / rates[to][round])),
  };
}

function timeBatches(batch, milliseconds) {
  const start = performance.now();
  let done = 0;
  let spent = 0;
  do {
    done += batch();
    spent = performance.now() - start;
  } while (spent < milliseconds);
  return (done / spent) * 1000;
}

export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A small repeatable source of whole numbers below `limit`. */
export function numbers(seed) {
  let state = seed;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}
