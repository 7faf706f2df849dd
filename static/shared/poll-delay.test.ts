import { pollDelay } from './poll-delay';

/** What one process lets a person read within a minute, and what an answer about long work may cost of it. */
const SHARE = 74;
const COST = 3;

it.each([1_500, 2_000, 3_000])(
  'followed every %i ms at first, long work leaves people a part of their share',
  (fast) => {
    let asked = 0;
    for (let at = 0; at < 60_000; at += pollDelay(asked, fast)) asked += 1;
    expect(asked * COST).toBeLessThan(SHARE);
  },
);

it('is asked about as often as wanted while it may end any moment', () => {
  expect([0, 1, 7].map((asked) => pollDelay(asked, 1_500))).toEqual([1_500, 1_500, 1_500]);
});
