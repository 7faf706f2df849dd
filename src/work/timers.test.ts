import { inTurn, pushInPortions, sweepKind, type TimerKind, timerChores } from './timers';

const MINUTE = 60_000;
const QUARTER = Date.parse('2026-03-02T10:15:00Z');

beforeEach(() => {
  for (const level of ['info', 'error'] as const) jest.spyOn(console, level).mockImplementation(() => {});
});

const kindOf = (name: string, rows: readonly string[], over: Partial<TimerKind<string>> = {}) => {
  const asked: unknown[] = [];
  const taken: string[] = [];
  const kind: TimerKind<string> = {
    name,
    rows: {
      queryAll: async (query, max) => {
        asked.push([query.partition?.[0], query.range, max]);
        return rows.slice(0, max);
      },
    },
    quota: 2,
    aheadMs: 0,
    take: async (found) => taken.push(...found),
    ...over,
  };
  return { kind, asked, taken };
};

describe('a sweep', () => {
  it('takes of each kind no more than its quota, in one query', async () => {
    const { kind, asked, taken } = kindOf('a', ['1', '2', '3'], { aheadMs: 15 * MINUTE });
    expect(await sweepKind(kind, QUARTER)).toBe(2);
    expect(taken).toEqual(['1', '2']);
    expect(asked).toEqual([['y', { op: 'lte', value: '2026-03-02T10:30:00.000Z' }, 2]]);
  });

  it('looks for what has failed once in a quarter of an hour, after all else, and not ahead of its time', async () => {
    const { kind, asked } = kindOf('a', [], { aheadMs: 15 * MINUTE });
    const minutes = [0, 5, 10, 15];
    for (const minute of minutes)
      for (const chore of Object.values(timerChores([kind], QUARTER + minute * MINUTE))) await chore();
    expect(asked.map((each) => (each as string[])[0])).toEqual(['y', 'f', 'y', 'y', 'y', 'f']);
    expect(asked[1]).toEqual(['f', { op: 'lte', value: '2026-03-02T10:15:00.000Z' }, 2]);
    const both = [kind, kindOf('b', []).kind];
    expect(Object.keys(timerChores(both, QUARTER))).toEqual(['a', 'b', 'a.failing', 'b.failing']);
  });
});

describe('carrying out in turn', () => {
  it('goes on after one that fails', async () => {
    const done: number[] = [];
    const count = await inTurn(
      [1, 2, 3],
      () => 0,
      async (row) => {
        if (row === 2) throw new Error('no');
        done.push(row);
      },
    );
    expect([count, done]).toEqual([3, [1, 3]]);
  });

  it('leaves to the next sweep what there is no time for', async () => {
    let now = 0;
    expect(
      await inTurn(
        [1, 2, 3, 4],
        () => now,
        async () => void (now += 30_000),
      ),
    ).toBe(2);
  });
});

describe('pushing in portions', () => {
  const events = (count: number) => Array.from({ length: count }, (_, index) => index);

  it('leaves some of each minute to others, and ends before the next sweep', async () => {
    const steps: unknown[] = [];
    const push = async (portion: readonly number[]) => (steps.push(portion.length), portion);
    const pause = async (ms: number) => void steps.push(`${ms / 1000} s`);
    expect(await pushInPortions(events(2000), push, pause)).toHaveLength(1200);
    expect(steps).toEqual([400, '60 s', 400, '60 s', 400]);
  });

  it('stops where the queue takes no more', async () => {
    const push = async (portion: readonly number[]) => portion.slice(0, 150);
    const never = () => Promise.reject(new Error('not reached'));
    expect(await pushInPortions(events(900), push, never)).toEqual(events(150));
  });
});
