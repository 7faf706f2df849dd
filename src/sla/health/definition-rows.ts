/** What is wrong with the definitions themselves: broken rules, red test cases, agreements out of date. */
import { utcDay } from '../../kernel/utc-day';
import { dateParam } from '../../kernel/finding';
import type { Problem } from '../definitions/domain';
import { isDefinitionCode } from './domain/codes';
import type { Agreement, SlaDefinitions } from '../engine/model';
import { row, type HealthRow } from './row';
import type { UsageDocument } from './usage-document';

/** One row a problem; a calendar without next year's holidays also says how many due times that concerns. */
export const definitionRows = (
  { calendars }: SlaDefinitions,
  problems: readonly Problem[],
  usage: UsageDocument | null,
  now: number,
): readonly HealthRow[] =>
  problems.flatMap((problem) => {
    const { code, severity, whose } = problem;
    if (isDefinitionCode(code)) return [{ ...problem, code: `sla.definition.${code}` }];
    // A review that is due is told by the rows of agreements.
    if (code !== 'NO_NEXT_YEAR') return [];
    const id = whose.replace(/^calendar:/, '');
    const due = usage?.dueNextYear.find(({ calendarId }) => calendarId === id)?.count ?? 0;
    return [
      row('sla.noNextYear', severity, whose, {
        calendar: calendars.find((calendar) => calendar.id === id)?.name ?? id,
        year: String(new Date(now).getUTCFullYear() + 1),
        count: due,
      }),
    ];
  });

/** Agreements whose review is due, and those that ended while their metrics still run. */
export function agreementRows({ agreements, metrics }: SlaDefinitions, now: number): readonly HealthRow[] {
  const today = utcDay(now);
  const inUse = ({ id }: Agreement) =>
    metrics.some(({ agreementId, active, retired }) => active && retired === undefined && agreementId === id);
  return agreements.flatMap((agreement) => {
    const { id, name, validTo, reviewDate } = agreement;
    if (validTo !== undefined && validTo < today && inUse(agreement))
      return [row('sla.agreementEnded', 'warning', `agreement:${id}`, { name, date: dateParam(validTo) })];
    if (reviewDate !== undefined && reviewDate <= today)
      return [
        row('sla.agreementReview', 'warning', `agreement:${id}`, { name, date: dateParam(reviewDate) }),
      ];
    return [];
  });
}
