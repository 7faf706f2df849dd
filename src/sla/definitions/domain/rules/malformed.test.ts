import { describe, expect, it } from '@jest/globals';
import { agreementOf, calendarOf, everyDay, goalOf, metricOf } from '../../../engine/testing/build';
import type { OwnedFinding } from '../../../../kernel/finding';
import { parsed, type Section } from '../../../../kernel/section';
import { agreements, calendars, holidaySets, metrics } from '../sections';

function refusedBy<T extends object>(section: Section<T>, input: unknown): readonly OwnedFinding[] {
  const read = parsed(section, input);
  return 'findings' in read ? read.findings : [];
}

const goal = (target: unknown) => ({ ...metricOf(), goals: [{ ...goalOf(1), target }] });
const action = (...actions: unknown[]) => ({
  ...metricOf(),
  escalations: [{ id: 'l', name: 'l', at: { kind: 'percent', percent: 50 }, actions }],
});

describe('a time after the end of the day', () => {
  it.each(['24:01', '24:30', '24:59', '24:00:01', '25:00'])(
    'is refused wherever one is given: %s',
    (time) => {
      const week = { ...calendarOf(), week: { ...everyDay(['09:00', '17:00']), tue: [['18:00', time]] } };
      expect(refusedBy(calendars, week)).toMatchObject([{ code: 'BAD_TIME', at: 'week.tue.0.1' }]);
      const exceptions = [{ date: '2026-06-01', hours: [['09:00', time]], name: '' }];
      expect(refusedBy(calendars, { ...calendarOf(), exceptions })).toMatchObject([
        { code: 'BAD_TIME', at: 'exceptions.0.hours.0.1' },
      ]);
      const date = { kind: 'dateField', field: 'duedate', time };
      expect(refusedBy(metrics, goal(date))).toMatchObject([{ code: 'BAD_TIME', at: 'goals.0.target.time' }]);
      const relative = { kind: 'relative', days: 1, by: time };
      expect(refusedBy(metrics, goal(relative))).toMatchObject([
        { code: 'BAD_TIME', at: 'goals.0.target.by' },
      ]);
    },
  );

  it('is none when it is the end of the day', () => {
    for (const time of ['24:00', '23:59'])
      expect(refusedBy(calendars, { ...calendarOf(), week: { tue: [['18:00', time]] } })).toEqual([]);
    expect(refusedBy(metrics, goal({ kind: 'relative', days: 1, by: '24:00' }))).toEqual([]);
  });
});

describe('a day that does not exist', () => {
  it('is refused in agreements, holidays and exceptions, at its field', () => {
    for (const part of ['validFrom', 'validTo', 'reviewDate'])
      expect(refusedBy(agreements, { ...agreementOf('a'), [part]: '2027-02-30' })).toMatchObject([
        { code: 'BAD_DATE', at: part },
      ]);
    const holidays = [{ kind: 'date', date: '2026-11-31', name: '' }];
    expect(refusedBy(holidaySets, { id: 's', name: 'S', holidays })).toMatchObject([
      { code: 'BAD_DATE', at: 'holidays.0.date' },
    ]);
    const exceptions = [{ date: '2026-02-29', hours: [], name: '' }];
    expect(refusedBy(calendars, { ...calendarOf(), exceptions })).toMatchObject([
      { code: 'BAD_DATE', at: 'exceptions.0.date' },
    ]);
  });
});

describe('a limit', () => {
  it('is told by a code and its number, never in the words of a schema', () => {
    const holidays = Array.from({ length: 2001 }, () => ({ kind: 'date', date: '2026-06-01', name: '' }));
    const cases: readonly (readonly [readonly OwnedFinding[], object])[] = [
      [
        refusedBy(holidaySets, { id: 's', name: 'S', holidays }),
        { code: 'TOO_MANY', params: { limit: 2000 } },
      ],
      [
        refusedBy(agreements, { ...agreementOf('a'), name: 'x'.repeat(256) }),
        { code: 'TEXT_TOO_LONG', params: { limit: 255 } },
      ],
      [
        refusedBy(metrics, goal({ kind: 'businessDays', days: 3661 })),
        { code: 'TOO_LARGE', params: { limit: 3660 } },
      ],
      [refusedBy(metrics, { ...metricOf(), graceMs: -1 }), { code: 'TOO_SMALL', params: { limit: 0 } }],
      [refusedBy(metrics, { ...metricOf(), graceMs: 30_000 * 365 * 86_400_000 }), { code: 'TIME_TOO_LONG' }],
      [refusedBy(metrics, { ...metricOf(), undoStopMs: 1e15 }), { code: 'TIME_TOO_LONG' }],
      [refusedBy(metrics, action({ kind: 'label', label: 'two words' })), { code: 'LABEL_WITH_BLANK' }],
      [
        refusedBy(metrics, action({ kind: 'assign', to: { kind: 'user', accountId: '' } })),
        { code: 'EMPTY_VALUE' },
      ],
    ];
    for (const [problems, expected] of cases) expect(problems).toMatchObject([expected]);
  });
});
