import type { Instant, SlaDefinitions } from '../../../engine/model';
import { agreementProblems } from './agreement-rules';
import { calendarProblems, holidaySetProblems } from './calendar-rules';
import { metricProblems } from './metric-rules';
import { termsProblems } from './terms-rules';
import { errorIn } from '../../../../kernel/finding';
import type { Problem } from './problem';

const duplicates = (kind: string, parts: readonly { readonly id: string }[]): readonly Problem[] => {
  const ids = parts.map((part) => part.id);
  return ids
    .filter((id, i) => ids.indexOf(id) < i)
    .map((id) => errorIn('DUPLICATE_ID', `${kind}:${id}`, 'id', { id }));
};

const nameless = (
  kind: string,
  parts: readonly { readonly id: string; readonly name: string }[],
): readonly Problem[] =>
  parts.filter(({ name }) => name.trim() === '').map(({ id }) => errorIn('NO_NAME', `${kind}:${id}`, 'name'));

/**
 * Every refusal and warning the rules know (sla-rules §2.4, §3.4, §3.5, §4.6, §9.5). `now` (UTC ms) is needed for
 * what depends on the date: a calendar without working time in the next 366 days, holidays missing for next year.
 */
export const validateDefinitions = (definitions: SlaDefinitions, now?: Instant): readonly Problem[] => [
  ...duplicates('calendar', definitions.calendars),
  ...duplicates('holidaySet', definitions.holidaySets),
  ...duplicates('metric', definitions.metrics),
  ...duplicates('agreement', definitions.agreements),
  ...definitions.calendars.flatMap((calendar) => calendarProblems(calendar, definitions, now)),
  ...definitions.metrics.flatMap((metric) => metricProblems(metric, definitions)),
  ...definitions.holidaySets.flatMap(holidaySetProblems),
  ...agreementProblems(definitions, now),
  ...termsProblems(definitions),
  ...nameless('calendar', definitions.calendars),
  ...nameless('holidaySet', definitions.holidaySets),
  ...nameless('agreement', definitions.agreements),
  ...nameless(
    'metric',
    definitions.metrics.map(({ id, name }) => ({ id, name: name.en })),
  ),
];
