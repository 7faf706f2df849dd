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
