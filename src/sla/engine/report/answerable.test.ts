import { describe, expect, it } from '@jest/globals';
import { allowanceOf, answersFor } from './answerable';
import { replay } from '../replay/replay';
import type { Agreement } from '../model';
import { at, definitionsOf, fieldAt, goalOf, historyOf, HOUR, metricOf } from '../testing/build';

const agreement = (id: string, provider: string, parentId?: string): Agreement => ({
  id,
  name: id,
  kind: parentId === undefined ? 'SLA' : 'OLA',
  provider,
  consumers: [],
  affectsParent: 'none',
  ...(parentId === undefined ? {} : { parentId }),
});
const definitions = definitionsOf(
  [
    metricOf({ agreementId: 'sla', goals: [goalOf(4)] }),
    metricOf({ id: 'network', agreementId: 'network-ola', goals: [goalOf(6)] }),
  ],
  {
    agreements: [
      agreement('sla', 'IT'),
      agreement('desk-ola', 'Service desk', 'sla'),
      agreement('network-ola', ' network ', 'desk-ola'),
      agreement('elsewhere', 'Network', undefined),
    ],
  },
);
const handover = [fieldAt('2026-06-01T14:00', 'group', ['g-desk'], ['g-net'])];
const report = replay(
  definitions,
  historyOf('2026-06-01T09:00', handover, { group: ['g-net'] }),
  at('2026-06-01T17:00'),
  { trace: true },
);
const names: Readonly<Record<string, string>> = { 'g-net': 'Network', 'g-desk': 'Service desk' };
const nameOf = (id: string): string => names[id] ?? id;
const [measured] = report.metrics;
if (measured === undefined) throw new Error('a metric');

describe('who answers for a breach', () => {
  it('is the holder furthest beyond its own agreement, not the one that held it longest', () => {
    expect(answersFor(definitions, report, measured, nameOf)).toMatchObject([
      {
        by: 'group',
        responsible: 'g-desk',
        allowedMs: 0,
        breachTime: at('2026-06-01T13:00'),
        shares: [
          { key: 'g-net', runningMs: 5 * HOUR },
          { key: 'g-desk', runningMs: 3 * HOUR },
        ],
      },
    ]);
    expect(answersFor({ agreements: [] }, report, measured, nameOf)).toMatchObject([
      { responsible: 'g-net', allowedMs: 0 },
    ]);
  });

  it('is a person where no group is known', () => {
    const people = replay(
      definitions,
      historyOf('2026-06-01T09:00', [], { assignee: ['ingrid'] }),
      at('2026-06-01T17:00'),
      { trace: true },
    );
    const [metric = measured] = people.metrics;
    expect(answersFor(definitions, people, metric, nameOf)).toMatchObject([
      { by: 'assignee', responsible: 'ingrid' },
    ]);
  });
});

describe('what an agreement allows its holder', () => {
  it('is its target on this issue, at any depth below, and nothing to others', () => {
    const allowed = allowanceOf(definitions, report, 'sla', nameOf);
    expect([allowed('g-net'), allowed('g-desk'), allowed(null)]).toEqual([6 * HOUR, 0, 0]);
    expect(allowanceOf(definitions, report, 'network-ola', nameOf)('g-net')).toBe(6 * HOUR);
    expect(allowanceOf(definitions, report, undefined, nameOf)('g-net')).toBe(0);
  });

  it('ends with agreements that contain each other', () => {
    const loop = [agreement('a', 'A', 'b'), agreement('b', 'B', 'a')];
    expect(allowanceOf({ agreements: loop }, report, 'a', nameOf)('A')).toBe(0);
  });
});
