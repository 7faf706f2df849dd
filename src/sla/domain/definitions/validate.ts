import type { Agreement, Instant, SlaDefinitions } from '../model';
import { agreementBudgets } from './budget';
import { calendarProblems } from './calendar-rules';
import { metricProblems } from './metric-rules';
import { type Problem, refusal, warning } from './problem';

const duplicates = (kind: string, parts: readonly { readonly id: string }[]): readonly Problem[] => {
  const ids = parts.map((part) => part.id);
  return ids
    .filter((id, i) => ids.indexOf(id) < i)
    .map((id) =>
      refusal(
        'DUPLICATE_ID',
        `${kind}:${id}`,
        'id',
        `Two definitions have the id "${id}".`,
        'Give each its own.',
      ),
    );
};

const isLoop = (agreement: Agreement, byId: ReadonlyMap<string, Agreement>): boolean => {
  const seen = new Set<string>();
  for (
    let at: Agreement | undefined = agreement;
    at;
    at = at.parentId === undefined ? undefined : byId.get(at.parentId)
  ) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
};

const agreementProblems = (definitions: SlaDefinitions): readonly Problem[] => {
  const byId = new Map(definitions.agreements.map((each) => [each.id, each]));
  return definitions.agreements.flatMap((agreement) => {
    const subject = `agreement:${agreement.id}`;
    const found: Problem[] = [];
    if (agreement.parentId !== undefined && !byId.has(agreement.parentId)) {
      found.push(
        refusal(
          'UNKNOWN_PARENT',
          subject,
          'parentId',
          `There is no agreement "${agreement.parentId}".`,
          'Choose one of the agreements, or none.',
        ),
      );
    }
    if (isLoop(agreement, byId)) {
      found.push(
        refusal(
          'AGREEMENT_LOOP',
          subject,
          'parentId',
          'The agreement is its own ancestor.',
          'Choose another parent.',
        ),
      );
    }
    if (agreement.validFrom && agreement.validTo && agreement.validTo < agreement.validFrom) {
      found.push(
        refusal(
          'VALIDITY_REVERSED',
          subject,
          'validTo',
          'The agreement ends before it begins.',
          'Let it end later.',
        ),
      );
    }
    return found;
  });
};

const hours = (ms: number): number => Math.round(ms / 3_600_000);

const budgetProblems = (definitions: SlaDefinitions): readonly Problem[] =>
  agreementBudgets(definitions)
    .filter((budget) => budget.exceeded)
    .map((budget) =>
      warning(
        'BUDGET_EXCEEDED',
        `agreement:${budget.agreementId}`,
        'parentId',
        `The agreements under it promise ${hours(budget.childrenMs)} h one after the other, more than its own ${hours(budget.promisedMs)} h (as 24×7 time).`,
        'Shorten the targets below, or promise more time.',
      ),
    );

/**
 * Every refusal and warning the rules know (features §4.2.4, §4.3.5–6, §4.4.6, §4.9.5). `now` (UTC ms) is needed for
 * what depends on the date: a calendar without working time in the next 366 days, holidays missing for next year.
 */
export const validateDefinitions = (definitions: SlaDefinitions, now?: Instant): readonly Problem[] => [
  ...duplicates('calendar', definitions.calendars),
  ...duplicates('holidaySet', definitions.holidaySets),
  ...duplicates('metric', definitions.metrics),
  ...duplicates('agreement', definitions.agreements),
  ...definitions.calendars.flatMap((calendar) => calendarProblems(calendar, definitions.holidaySets, now)),
  ...definitions.metrics.flatMap((metric) => metricProblems(metric, definitions)),
  ...agreementProblems(definitions),
  ...budgetProblems(definitions),
];
