import { installFakeForge } from '../../test/support/fake-forge';
import { request } from '../../test/support/samples';
import { countUsual, readUsual } from './usual-times';
import { writeRequest } from './update-request';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const NOW = Date.parse('2026-03-20T10:00:00Z');

beforeEach(() => void installFakeForge('alice'));

let made = 0;
/** Of an item, received so many days ago and finished the same day; its approval took so many hours. */
async function order(itemId: string, daysAgo: number, approvalHours?: number): Promise<string> {
  made += 1;
  const at = NOW - daysAgo * DAY;
  const iso = (ms: number): string => new Date(ms).toISOString();
  const approvals =
    approvalHours === undefined
      ? []
      : [
          {
            state: 'approved' as const,
            startedAt: iso(at),
            decidedAt: iso(at + approvalHours * HOUR),
            approvers: ['maria'],
            rule: 'any' as const,
            decisions: [],
          },
        ];
  const issueId = String(made);
  const state = made % 2 === 0 ? 'open' : 'closed';
  await writeRequest(
    null,
    request({ id: `usual-${made}`, itemId, receivedAt: iso(at), state, issueId, approvals }),
  );
  return issueId;
}

it('tells of each item what is usual of the last ninety days, from five requests on', async () => {
  const stops = new Map<string, number>();
  for (const hours of [1, 2, 3, 4, 40]) stops.set(await order('laptop', 30, hours), 30);
  for (const hours of [1, 2, 3, 4]) stops.set(await order('phone', 30, hours), 30);
  // Too long ago to count.
  for (let nth = 0; nth < 5; nth += 1) stops.set(await order('phone', 100, 90), 100);
  await countUsual(NOW, {
    finishedCycles: async (ids) =>
      new Map(
        ids.map((id) => [
          id,
          [
            {
              metricId: 'delivery',
              stopTime: NOW - (stops.get(id) ?? 0) * DAY,
              elapsedMs: 2 * HOUR,
              isLate: true,
            },
          ],
        ]),
      ),
  });
  expect(await readUsual()).toEqual({
    laptop: {
      approval: 3 * HOUR,
      delivery: { delivery: { count: 5, p50: 2 * HOUR, p85: 2 * HOUR, isLate: true } },
    },
  });
});

it('tells nothing before it was counted', async () => {
  expect(await readUsual()).toEqual({});
});
