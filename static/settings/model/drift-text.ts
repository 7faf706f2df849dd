import { sameValues } from '../../../src/kernel/same-values';
import type { Drift } from '../../../src/sla/definitions/domain/rules/drift';
import type { CalendarSource, Goal, Target } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { goalName, promiseText, sourceName, type Surroundings, targetText } from './metric-text';
import { shortTarget } from './target-input';

/** In what a space departs from the standard, one line: `High: 4 h instead of 8 h; calendar Night instead of Office`. Goals that name no calendar count on `standard`. */
export function driftText(drift: Drift, standard: CalendarSource, around: Surroundings): string {
  switch (drift.kind) {
    case 'differs':
      return t('settings.drift.differs', {
        goal: goalName(drift.standard, around.catalog),
        differences: differences(drift.own, drift.standard, standard, around).join('; '),
      });
    case 'added':
      return t('settings.drift.added', {
        goal: goalName(drift.own, around.catalog),
        promise: promiseText(drift.own.target, around),
      });
    case 'dropped':
      return t('settings.drift.dropped', { goal: goalName(drift.standard, around.catalog) });
    case 'order':
      return t('settings.drift.order');
  }
}

const differences = (
  own: Goal,
  standard: Goal,
  calendar: CalendarSource,
  around: Surroundings,
): readonly string[] => {
  const [ownCalendar, its] = [own.calendar ?? calendar, standard.calendar ?? calendar];
  return [
    ...(sameValues(own.target, standard.target)
      ? []
      : [t('settings.drift.target', bothTargets(own.target, standard.target, around))]),
    ...(sameValues(ownCalendar, its) ? [] : [calendars(ownCalendar, its, around)]),
  ];
};

/** Short where that tells them apart. */
function bothTargets(own: Target, standard: Target, around: Surroundings) {
  const [left, right] = [shortTarget(own), shortTarget(standard)];
  return left !== undefined && right !== undefined && left !== right
    ? { own: left, standard: right }
    : { own: targetText(own, around), standard: targetText(standard, around) };
}

function calendars(own: CalendarSource, standard: CalendarSource, around: Surroundings): string {
  const [left, right] = [sourceName(own, around), sourceName(standard, around)];
  return left === right && own.kind === 'field'
    ? t('settings.drift.calendarMap', { field: around.catalog.fieldName(own.field) })
    : t('settings.drift.calendar', { own: left, standard: right });
}
