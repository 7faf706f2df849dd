import { describe, expect, test } from '@jest/globals';
import { replay } from '../domain';
import type { Fact } from '../domain/model';
import { definitions, HOUR, MINUTE, PROJECT, STATUS } from '../testing/definitions';
import { fingerprintOf, propertyOf } from './property';
import { promiseViewOf } from './promise-view';

const T0 = Date.UTC(2026, 5, 1, 9);
const moved = (minutes: number, from: string, to: string, category?: readonly [string, string]): Fact => ({
  kind: 'change',
  at: T0 + minutes * MINUTE,
  id: String(100 + minutes),
  by: 'ann',
  changes: [
    { field: 'status', from: [from], to: [to] },
    ...(category ? [{ field: 'statusCategory', from: [category[0]], to: [category[1]] }] : []),
  ],
});
const report = (now: number, facts: readonly Fact[] = []) =>
  replay(
    definitions,
    {
      issueId: '1',
      issueKey: 'T-1',
      createdAt: T0,
      reporter: 'rita',
      initial: { projectId: [PROJECT], status: [STATUS.open], statusCategory: ['new'], priority: ['3'] },
      facts,
    },
    T0 + now,
    { trace: true },
  );
const shownAt = (now: number, facts: readonly Fact[] = []) => propertyOf(report(now, facts), 0);
const iso = (ms: number): string => new Date(T0 + ms).toISOString();
const paused = moved(30, STATUS.open, STATUS.waiting, ['new', 'indeterminate']);
const resumed = moved(90, STATUS.waiting, STATUS.open, ['indeterminate', 'new']);

describe('the display copy', () => {
  test('tells the earliest due time ahead and no remaining time that ticks', () => {
    const shown = shownAt(10 * MINUTE);
    expect(shown).toMatchObject({ state: 'running', everBreached: 'no', nextDue: iso(HOUR) });
    expect(shown.metrics.every((metric) => metric.remainingMs === undefined)).toBe(true);
  });

  test('stays the same while nothing but time passes, changes when a due time is passed', () => {
    const early = shownAt(10 * MINUTE);
    expect(fingerprintOf(shownAt(50 * MINUTE))).toBe(fingerprintOf(early));
    const late = shownAt(HOUR + MINUTE);
    expect(late).toMatchObject({ state: 'breached', everBreached: 'yes', nextDue: iso(4 * HOUR) });
    expect(fingerprintOf(late)).not.toBe(fingerprintOf(early));
  });

  test('a pause tells its reason, since when, and what is left', () => {
    const shown = shownAt(40 * MINUTE, [paused]);
    expect(shown).toMatchObject({ pausedReason: 'requester' });
    expect(shown.metrics.find(({ id }) => id === 'delivery')).toMatchObject({
      pausedSince: iso(30 * MINUTE),
      pauseReason: 'requester',
      remainingMs: 3.5 * HOUR,
    });
  });

  test('fits an issue property many times over', () => {
    expect(JSON.stringify(shownAt(40 * MINUTE, [paused])).length).toBeLessThan(2000);
  });
});

describe('the promise a requester sees', () => {
  const delivery = (now: number, facts: readonly Fact[]) => {
    const metric = report(now, facts).metrics.find(({ id }) => id === 'delivery');
    if (metric === undefined) throw new Error('no delivery');
    return metric;
  };

  test('says why the date moved, oldest first', () => {
    const view = promiseViewOf(delivery(2 * HOUR, [paused, resumed]), 'date');
    expect(view).toMatchObject({ state: 'running', dueTime: T0 + 5 * HOUR, originalDueTime: T0 + 4 * HOUR });
    expect(view?.moved).toEqual([
      { at: T0 + 30 * MINUTE, code: 'paused', params: { reason: 'requester' } },
      { at: T0 + 90 * MINUTE, code: 'resumed', params: { reason: 'requester', pausedMs: String(HOUR) } },
    ]);
  });

  test('tells no date where the metric shows its state only, and nothing where it is hidden', () => {
    const view = promiseViewOf(delivery(2 * HOUR, [paused, resumed]), 'state');
    expect(view).toMatchObject({ state: 'running', moved: [] });
    expect(view).not.toHaveProperty('dueTime');
    expect(promiseViewOf(delivery(2 * HOUR, []), 'hidden')).toBeNull();
  });

  test.each([
    ['running', HOUR, []],
    ['late', 5 * HOUR, []],
    ['paused', HOUR, [paused]],
    ['kept', 3 * HOUR, [moved(60, STATUS.open, STATUS.done, ['new', 'done'])]],
    ['broken', 9 * HOUR, [moved(300, STATUS.open, STATUS.done, ['new', 'done'])]],
  ] as const)('is %s', (state, now, facts) => {
    expect(promiseViewOf(delivery(now, facts), 'date')?.state).toBe(state);
  });
});
