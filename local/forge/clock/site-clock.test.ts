import { describe, expect, test } from '@jest/globals';
import { SiteClock, type TimedSource } from './site-clock';

const START = Date.parse('2026-03-02T09:00:00Z');

const standing = () =>
  new SiteClock({ running: false, offset: 0, standingAt: START, onMove: () => undefined });

/** Work at given instants; each may add more. */
class Work implements TimedSource {
  readonly done: { readonly at: number; readonly seen: number }[] = [];
  constructor(
    private readonly clock: SiteClock,
    private readonly waiting: number[],
    private readonly afterwards: (at: number) => number[] = () => [],
  ) {}
  nextDue() {
    return this.waiting.length === 0 ? undefined : Math.min(...this.waiting);
  }
  async runDue(now: number) {
    for (const at of [...this.waiting].sort((a, b) => a - b).filter((instant) => instant <= now)) {
      this.waiting.splice(this.waiting.indexOf(at), 1);
      await Promise.resolve();
      this.done.push({ at: at - START, seen: this.clock.now() - START });
      this.waiting.push(...this.afterwards(at));
    }
  }
}

describe('the site clock', () => {
  test('stands still until it is moved', async () => {
    const clock = standing();
    expect(clock.now()).toBe(START);
    await clock.advance(1500);
    expect(clock.now()).toBe(START + 1500);
  });

  test('a jump stops at every due instant, in order, with the time of that instant', async () => {
    const clock = standing();
    const work = new Work(clock, [START + 3000, START + 1000]);
    clock.add(work);
    await clock.advance(10_000);
    expect(work.done).toEqual([
      { at: 1000, seen: 1000 },
      { at: 3000, seen: 3000 },
    ]);
    expect(clock.now()).toBe(START + 10_000);
  });

  test('work that appears on the way is done on the way', async () => {
    const clock = standing();
    const work = new Work(clock, [START + 1000], (at) => (at < START + 3000 ? [at + 1000] : []));
    clock.add(work);
    await clock.advance(2500);
    expect(work.done.map((entry) => entry.at)).toEqual([1000, 2000]);
    await clock.advance(500);
    expect(work.done.map((entry) => entry.at)).toEqual([1000, 2000, 3000]);
  });

  test('two moves at once happen one after the other', async () => {
    const clock = standing();
    await Promise.all([clock.advance(1000), clock.advance(1000)]);
    expect(clock.now()).toBe(START + 2000);
  });

  test('never goes back', async () => {
    const clock = standing();
    await expect(clock.advance(-1)).rejects.toThrow(/forward/);
  });

  test('a running clock follows real time plus its offset and keeps the offset of a move', async () => {
    let real = 1000;
    const moves: unknown[] = [];
    const clock = new SiteClock({
      running: true,
      offset: 500,
      standingAt: 0,
      onMove: (state) => moves.push(state),
      realNow: () => real,
    });
    real = 2000;
    expect(clock.now()).toBe(2500);
    await clock.advance(10_000);
    expect(clock.now()).toBe(12_500);
    expect(moves.at(-1)).toMatchObject({ offset: 10_500 });
    await clock.stop();
  });
});
