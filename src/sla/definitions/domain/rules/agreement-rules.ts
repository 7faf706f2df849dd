import type { Agreement, Instant, SlaDefinitions } from '../../../engine/model';
import { agreementBudgets } from './budget';
import { errorIn, warningIn, dateParam, durationParam } from '../../../../kernel/finding';
import { utcDay } from '../../../../kernel/utc-day';
import type { Problem } from './problem';

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

const ownProblems = (definitions: SlaDefinitions, now: Instant | undefined): readonly Problem[] => {
  const byId = new Map(definitions.agreements.map((each) => [each.id, each]));
  return definitions.agreements.flatMap((agreement) => {
    const whose = `agreement:${agreement.id}`;
    const found: Problem[] = [];
    if (agreement.parentId !== undefined && !byId.has(agreement.parentId)) {
      found.push(errorIn('UNKNOWN_PARENT', whose, 'parentId', { agreement: agreement.parentId }));
    }
    if (isLoop(agreement, byId)) {
      found.push(errorIn('AGREEMENT_LOOP', whose, 'parentId'));
    }
    if (agreement.validFrom && agreement.validTo && agreement.validTo < agreement.validFrom) {
      found.push(errorIn('VALIDITY_REVERSED', whose, 'validTo'));
    }
    if (agreement.parentId === undefined && agreement.affectsParent !== 'none') {
      found.push(warningIn('AFFECTS_NOTHING', whose, 'affectsParent'));
    }
    if (now !== undefined && agreement.reviewDate && agreement.reviewDate < utcDay(now)) {
      found.push(warningIn('REVIEW_DUE', whose, 'reviewDate', { date: dateParam(agreement.reviewDate) }));
    }
    return found;
  });
};

const budgetProblems = (definitions: SlaDefinitions): readonly Problem[] =>
  agreementBudgets(definitions)
    .filter((budget) => budget.exceeded)
    .map((budget) =>
      warningIn('BUDGET_EXCEEDED', `agreement:${budget.agreementId}`, 'parentId', {
        below: durationParam(budget.childrenMs),
        promised: durationParam(budget.promisedMs),
      }),
    );

/** Everything wrong with the tree of agreements. `now` (UTC ms) is needed to tell an overdue review. */
export const agreementProblems = (definitions: SlaDefinitions, now?: Instant): readonly Problem[] => [
  ...ownProblems(definitions, now),
  ...budgetProblems(definitions),
];
