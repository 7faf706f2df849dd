import { inParallel } from './in-parallel';

// By the tests' own clock: a busy machine's timers end in an order of their own.
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

async function ended<T>(run: Promise<T>): Promise<T> {
  await Promise.all([run.catch(() => undefined), jest.runAllTimersAsync()]);
  return run;
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it('answers in the order of what was asked for, whichever ends first', async () => {
  const answers = await ended(
    inParallel([30, 1, 10], 3, async (ms, index) => {
      await after(ms);
      return `${index}: ${ms}`;
    }),
  );
  expect(answers).toEqual(['0: 30', '1: 1', '2: 10']);
});

it('has no more under way than it may, and begins the next as soon as one ends', async () => {
  let [running, most] = [0, 0];
  const order: number[] = [];
  await ended(
    inParallel([40, 5, 5, 5], 2, async (ms) => {
      most = Math.max(most, (running += 1));
      await after(ms);
      running -= 1;
      order.push(ms);
    }),
  );
  expect(most).toBe(2);
  expect(order).toEqual([5, 5, 5, 40]);
});

it('begins none after one has failed', async () => {
  const begun: number[] = [];
  const run = inParallel([1, 2, 3, 4, 5], 2, async (each) => {
    begun.push(each);
    await after(each);
    if (each === 1) throw new Error('refused');
  });
  await expect(ended(run)).rejects.toThrow('refused');
  expect(begun).toEqual([1, 2]);
});
