import type { Agreement, Instant, SlaDefinitions } from '../model';
import { agreementBudgets } from './budget';
import { type Problem, refusal, warning } from './problem';

const dateOf = (instant: Instant): string => new Date(instant).toISOString().slice(0, 10);

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
    if (agreement.parentId === undefined && agreement.affectsParent !== 'none') {
      found.push(
        warning(
          'AFFECTS_NOTHING',
          subject,
          'affectsParent',
          'The agreement should affect the one above it, but there is none.',
          'Choose the agreement it belongs to, or let it affect nothing.',
        ),
      );
    }
    if (now !== undefined && agreement.reviewDate && agreement.reviewDate < dateOf(now)) {
      found.push(
        warning(
          'REVIEW_DUE',
          subject,
          'reviewDate',
          `The review was due on ${agreement.reviewDate}.`,
          'Review the agreement and set the next date.',
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

/** Everything wrong with the tree of agreements. `now` (UTC ms) is needed to tell an overdue review. */
export const agreementProblems = (definitions: SlaDefinitions, now?: Instant): readonly Problem[] => [
  ...ownProblems(definitions, now),
  ...budgetProblems(definitions),
];
