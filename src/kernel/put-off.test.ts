import { JiraRefused, JiraUnavailable } from './errors';
import { backOffMs, putOffAfter, type PutOff } from './put-off';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const refused = new JiraRefused(400, ['No.']);

const waits = (error: unknown, count: number): readonly number[] => {
  let put: PutOff | undefined;
  let now = 0;
  return Array.from({ length: count }, () => {
    put = putOffAfter(put, error, now);
    const wait = put[1] - now;
    now = put[1];
    return wait;
  });
};

it('waits longer each time, up to a day', () => {
  const all = [30_000, 5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, 24 * HOUR, 24 * HOUR];
  expect(waits(refused, 7)).toEqual(all);
  expect(waits(new TypeError('undefined is not a function'), 7)).toEqual(all);
  expect(backOffMs(9, HOUR)).toBe(HOUR);
});

it('waits no longer than a quarter of an hour for what may pass, and no shorter than Jira asks', () => {
  expect(waits(new JiraUnavailable('503.'), 5).at(-1)).toBe(15 * MINUTE);
  expect(waits(new JiraUnavailable('429.', 90), 2)).toEqual([90_000, 5 * MINUTE]);
});

it('counts one of several tries at once', () => {
  const put = putOffAfter(undefined, refused, 0);
  expect(putOffAfter(put, refused, 29_999)).toBe(put);
  expect(putOffAfter(put, refused, 30_000)).toEqual([2, 30_000 + 5 * MINUTE]);
});
