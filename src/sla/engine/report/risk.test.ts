import { describe, expect, it } from '@jest/globals';
import { replay } from '../replay/replay';
import type { Agreement, Fact } from '../model';
import { risksOf } from './risk';
import { agreementOf, at, definitionsOf, goalOf, historyOf, metricOf, statusAt } from '../testing/build';

const definitionsWith = (affects: Agreement['affectsParent'], parentHours = 20) =>
  definitionsOf(
    [
      metricOf({ agreementId: 'ola', goals: [goalOf(4)] }),
      metricOf({ id: 'parent', agreementId: 'sla', goals: [goalOf(parentHours)] }),
      metricOf({ id: 'other', goals: [goalOf(20)] }),
    ],
    {
      agreements: [
        agreementOf('sla', { kind: 'SLA' }),
        agreementOf('ola', { kind: 'OLA', parentId: 'sla', affectsParent: affects }),
      ],
    },
  );
const risksAt = (now: string, definitions = definitionsWith('breach'), facts: readonly Fact[] = []) =>
  risksOf(definitions, replay(definitions, historyOf('2026-06-01T10:00', facts), at(now)));
const BREACH = at('2026-06-01T14:00');

describe('a breach below', () => {
  it('puts the clocks of the agreement above at risk, and no others', () => {
    expect(risksAt('2026-06-01T13:00').size).toBe(0);
    expect([...risksAt('2026-06-01T16:00')]).toEqual([['parent', { metricId: 'm', at: BREACH }]]);
  });

  it.each(['none', 'pause'] as const)('says nothing where it has the effect %s', (effect) => {
    expect(risksAt('2026-06-01T16:00', definitionsWith(effect)).size).toBe(0);
  });

  it('is no risk any more once the clock above is breached itself, or has stopped', () => {
    expect(risksAt('2026-06-01T16:00', definitionsWith('breach', 5)).size).toBe(0);
    const done = statusAt('2026-06-01T15:30', 'Open', 'Done');
    expect(risksAt('2026-06-01T16:00', definitionsWith('breach'), [done]).size).toBe(0);
  });

  it('does not count when it is excused', () => {
    const excuse: Fact = {
      kind: 'excuse',
      at: at('2026-06-01T15:00'),
      id: '9',
      by: 'kim',
      metricId: 'm',
      cycle: 1,
      category: 'outage',
      reason: 'network down',
    };
    expect(risksAt('2026-06-01T16:00', definitionsWith('breach'), [excuse]).size).toBe(0);
  });
});
