const { hrtime } = process;

const once = (operation: (i: number) => number, count: number): number => {
  let sum = 0;
  const start = hrtime.bigint();
  for (let i = 0; i < count; i++) sum += operation(i);
  const ns = Number(hrtime.bigint() - start);
  if (Number.isNaN(sum)) throw new Error('an operation answered NaN');
  return ns;
};

/** Nanoseconds per operation: the best of seven rounds of about `budgetMs` in all, after a warm-up; other work on the machine only slows. */
export const nsPerOperation = (operation: (i: number) => number, budgetMs = 60): number => {
  let count = 1;
  let ns = once(operation, count);
  while (ns < (budgetMs * 1e6) / 12 && count < 1e8) {
    count *= 2;
    ns = once(operation, count);
  }
  if (ns > budgetMs * 1e6) return ns / count;
  return Math.min(...Array.from({ length: 7 }, () => once(operation, count) / count));
};

/**
 * Nanoseconds per operation of the best of many short rounds. A round should take a few milliseconds: short enough to fall
 * between two turns of whatever else the machine does.
 */
export const bestRound = (operation: (i: number) => number, count: number, rounds: number): number => {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) best = Math.min(best, once(operation, count) / count);
  return best;
};

/** What one search among 5,500 intervals took, at random instants, on the machine the limits were set on. */
const YARDSTICK_NS = 75;

/** How many times slower this machine is now than the one the limits were set on, told by bare searches. */
export const slowness = (): number => {
  const values = Float64Array.from({ length: 5500 }, (_, i) => i * 10);
  const random = generator(7);
  const instants = Float64Array.from({ length: 4096 }, () => random() * 55_000);
  const search = (i: number): number => {
    const wanted = instants[i & 4095]!;
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (values[middle]! <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return bestRound(search, 20_000, 100) / YARDSTICK_NS;
};

/** A measured value beside its limit; machines and neighbours slow both, so a miss is also told in the limit's own terms. */
export const verdict = (value: number, limit: number, slower: number): string => {
  const ratio = (value / limit).toFixed(2);
  if (value <= limit) return `${ratio} of the limit: pass`;
  const fair = value / limit / Math.max(1, slower);
  return `${ratio} of the limit, ${fair.toFixed(2)} allowing for this machine: ${fair <= 1 ? 'pass' : 'FAIL'}`;
};

/** A small seeded generator: the same instants for everyone, in every run. */
export const generator = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

export const perSecond = (ns: number): string => {
  const rate = 1e9 / ns;
  if (rate >= 1e6) return `${(rate / 1e6).toFixed(1)}M`;
  return rate >= 1e3 ? `${(rate / 1e3).toFixed(1)}k` : rate.toFixed(1);
};
