import { installFakeForge } from '../../../test/support/fake-forge';
import { published, request } from '../../../test/support/samples';
import { countUsual, readUsual } from './usual-times';
import { writeRequest } from './update-request';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const NOW = Date.parse('2026-03-20T10:00:00Z');

beforeEach(() => void installFakeForge('alice'));

const NOTHING = {
  finishedCycles: async () => new Map(),
  statusMovesOf: async () => new Map(),
  publishedItem: async () => null,
};

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
    ...NOTHING,
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

describe('how long stages take', () => {
  const stages = [
    { id: 'new', name: { en: 'Received' }, statusIds: ['1'], actor: 'provider', kind: 'open' },
    { id: 'work', name: { en: 'In progress' }, statusIds: ['2'], actor: 'provider', kind: 'open' },
    { id: 'done', name: { en: 'Done' }, statusIds: ['9'], actor: 'nobody', kind: 'resolved' },
  ] as const;
  const item = published({ stages });

  it('is told of open stages that five requests have left', async () => {
    const moves = new Map<string, { at: number; from: string; to: string }[]>();
    for (const hours of [1, 2, 3, 4, 50]) {
      const id = await order('chair', 20);
      const at = NOW - 20 * DAY + hours * HOUR;
      const isUnderWay = hours === 50;
      moves.set(id, [
        { at, from: '1', to: '2' },
        ...(isUnderWay ? [] : [{ at: at + HOUR, from: '2', to: '9' }]),
      ]);
    }
    const asked: string[][] = [];
    await countUsual(NOW, {
      ...NOTHING,
      statusMovesOf: async (ids) => {
        asked.push([...ids]);
        return moves;
      },
      publishedItem: async () => item,
    });
    expect((await readUsual())['chair']).toEqual({ stages: { new: 3 * HOUR } });
    expect(asked).toHaveLength(1);
  });

  it('is not told where Jira does not say, and all else is', async () => {
    for (const hours of [1, 2, 3, 4, 5]) await order('desk', 20, hours);
    await countUsual(NOW, {
      ...NOTHING,
      statusMovesOf: async () => Promise.reject(new Error('no Jira')),
      publishedItem: async () => item,
    });
    expect((await readUsual())['desk']).toEqual({ approval: 3 * HOUR });
  });

  it('begins after the approval where that is asked before there is a work item', async () => {
    const step = { approvers: ['maria'], rule: 'any', beforeIssue: true } as const;
    const first = published({ stages, approvals: [step] });
    const moves = new Map<string, { at: number; from: string; to: string }[]>();
    for (const hours of [1, 2, 3, 4, 5]) {
      const id = await order('phone', 20, 10);
      moves.set(id, [{ at: NOW - 20 * DAY + (10 + hours) * HOUR, from: '1', to: '2' }]);
    }
    await countUsual(NOW, {
      ...NOTHING,
      statusMovesOf: async () => moves,
      publishedItem: async () => first,
    });
    expect((await readUsual())['phone']?.stages).toEqual({ new: 3 * HOUR });
  });
});
