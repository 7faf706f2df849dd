import { describe, expect, it } from '@jest/globals';
import type { Agreement, MetricDefinition } from '../../../engine/model';
import { definitionsOf, goalOf, HOUR, metricOf } from '../../../engine/testing/build';
import { agreementBudgets } from './budget';

const agreement = (id: string, parentId?: string): Agreement => ({
  id,
  name: id,
  kind: 'OLA',
  provider: 'p',
  consumers: [],
  affectsParent: 'none',
  ...(parentId === undefined ? {} : { parentId }),
});
const metric = (id: string, agreementId: string, hours: number, parts: Partial<MetricDefinition> = {}) =>
  metricOf({
    id,
    agreementId,
    goals: [{ ...goalOf(hours), calendar: { kind: 'fixed', calendarId: null } }],
    ...parts,
  });
const budgets = (agreements: readonly Agreement[], ...metrics: readonly MetricDefinition[]) =>
  agreementBudgets(definitionsOf(metrics, { agreements })).map(({ agreementId, childrenMs, exceeded }) => ({
    agreementId,
    hours: childrenMs / HOUR,
    exceeded,
  }));

describe('the budget of an agreement', () => {
  it('looks through a child that promises nothing itself, however deep', () => {
    const tree = [agreement('A'), agreement('B', 'A'), agreement('C', 'B'), agreement('D', 'C')];
    expect(budgets(tree, metric('a', 'A', 8), metric('d', 'D', 16))).toEqual([
      { agreementId: 'A', hours: 16, exceeded: true },
    ]);
  });

  it('takes a child by its own promise, whatever is below it', () => {
    const tree = [agreement('A'), agreement('B', 'A'), agreement('C', 'B')];
    expect(budgets(tree, metric('a', 'A', 8), metric('b', 'B', 6), metric('c', 'C', 7))).toEqual([
      { agreementId: 'A', hours: 6, exceeded: false },
      { agreementId: 'B', hours: 7, exceeded: true },
    ]);
  });

  it('counts the longest of metrics that run beside one another', () => {
    const tree = [agreement('A'), agreement('B', 'A')];
    expect(budgets(tree, metric('a', 'A', 8), metric('b', 'B', 6), metric('c', 'B', 6))).toEqual([
      { agreementId: 'A', hours: 6, exceeded: false },
    ]);
  });

  it('adds up metrics of which one starts when another has ended', () => {
    const tree = [agreement('A'), agreement('B', 'A')];
    const later = metric('c', 'B', 6, { start: [{ on: 'metric', metricId: 'b', to: 'met' }] });
    expect(budgets(tree, metric('a', 'A', 8), metric('b', 'B', 6), later)).toEqual([
      { agreementId: 'A', hours: 12, exceeded: true },
    ]);
  });

  it('ends on agreements and metrics that go round in a circle', () => {
    const tree = [agreement('A', 'C'), agreement('B', 'A'), agreement('C', 'B')];
    const one = metric('x', 'A', 1, { start: [{ on: 'metric', metricId: 'y', to: 'met' }] });
    const other = metric('y', 'A', 2, { start: [{ on: 'metric', metricId: 'x', to: 'met' }] });
    expect(budgets(tree, one, other)).toEqual([{ agreementId: 'A', hours: 0, exceeded: false }]);
  });
});
