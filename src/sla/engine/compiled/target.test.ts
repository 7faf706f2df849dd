import { compileCalendar } from '../calendar/compile';
import type { Target } from '../model';
import { at, calendarOf, HOUR } from '../testing/build';
import { dueAfter } from './target';

const berlin = compileCalendar(calendarOf(), []);
const MONDAY_11 = at('2026-06-01T11:00');

describe('an example due time', () => {
  it.each<[Target, string]>([
    [{ kind: 'duration', ms: 8 * HOUR }, '2026-06-02T11:00'],
    [{ kind: 'businessDays', days: 2, endOfDay: false }, '2026-06-03T11:00'],
    [{ kind: 'businessDays', days: 2, endOfDay: true }, '2026-06-03T17:00'],
    [{ kind: 'relative', days: 1, by: 'endOfDay' }, '2026-06-02T17:00'],
    [{ kind: 'relative', days: 1, by: '16:00' }, '2026-06-02T16:00'],
  ])('of %j is %s', (target, due) => expect(dueAfter(target, berlin, MONDAY_11)).toBe(at(due)));

  it.each<Target>([
    { kind: 'none' },
    { kind: 'dateField', field: 'duedate', time: '17:00', outside: 'previousClosing' },
    { kind: 'durationField', field: 'estimate', unitMs: HOUR },
  ])('of %j can not be given', (target) => expect(dueAfter(target, berlin, MONDAY_11)).toBeUndefined());
});
