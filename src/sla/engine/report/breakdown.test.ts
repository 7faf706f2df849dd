import { describe, expect, it } from '@jest/globals';
import { at, definitionsOf, fieldAt, goalOf, historyOf, HOUR, metricOf, statusAt } from '../testing/build';
import { attributeBreaches, timeByHolder, timeByStatus } from './breakdown';
import { affectsParent } from './parent-risk';
import { replay } from '../replay/replay';

const facts = [
  fieldAt('2026-06-01T11:00', 'group', ['network'], ['desk']),
  statusAt('2026-06-01T12:00', 'Open', 'Waiting'),
  statusAt('2026-06-01T13:00', 'Waiting', 'Work'),
  fieldAt('2026-06-01T16:00', 'group', ['desk'], ['network']),
];
const agreements = [
  { id: 'sla', name: 'sla', kind: 'SLA', provider: 'it', consumers: [], affectsParent: 'none' } as const,
  {
    id: 'ola',
    name: 'ola',
    kind: 'OLA',
    parentId: 'sla',
    provider: 'it',
    consumers: [],
    affectsParent: 'breach',
  } as const,
];
const definitions = definitionsOf(
  [
    metricOf({ agreementId: 'ola', goals: [goalOf(4)] }),
    metricOf({ id: 'parent', agreementId: 'sla', goals: [goalOf(20)] }),
  ],
  { agreements },
);
const report = replay(
  definitions,
  historyOf('2026-06-01T10:00', facts, { group: ['desk'] }),
  at('2026-06-01T17:00'),
  {
    trace: true,
  },
);

describe('time by holder and status', () => {
  it('splits a cycle by group, and says during which the breach was', () => {
    const [breakdown] = timeByHolder(report, 'group');
    expect(breakdown?.shares).toMatchObject([
      { key: 'network', runningMs: 4 * HOUR, pausedMs: HOUR, percentOfTarget: 100, breachedHere: true },
      { key: 'desk', runningMs: 2 * HOUR, pausedMs: 0, percentOfTarget: 50, breachedHere: false },
    ]);
  });

  it('splits a cycle by status', () => {
    const shares = timeByStatus(report)[0]?.shares ?? [];
    expect(shares.map(({ key, runningMs, pausedMs }) => [key, runningMs / HOUR, pausedMs / HOUR])).toEqual([
      ['Open', 2, 0],
      ['Waiting', 0, 1],
      ['Work', 4, 0],
    ]);
  });
});

describe('breaches', () => {
  it('are attributed to the holder with the most working time beyond its own allowance', () => {
    expect(attributeBreaches(report)[0]?.responsible).toBe('network');
    const allowance = (holder: string | null): number => (holder === 'network' ? 4 * HOUR : 0);
    expect(attributeBreaches(report, 'group', allowance)[0]?.responsible).toBe('desk');
  });

  it('of a child that affects its parent put the parent at risk', () => {
    expect(affectsParent(definitions, report)).toEqual([
      {
        parentAgreementId: 'sla',
        parentMetricIds: ['parent'],
        childMetricId: 'm',
        at: at('2026-06-01T15:00'),
      },
    ]);
  });
});
