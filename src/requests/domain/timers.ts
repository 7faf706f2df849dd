import type { RequestHead } from './model';

/** Later than anything falls due: indexes know no missing attribute. */
const NEVER = '9999-12-31T00:00:00.000Z';

/** An attempt to make the issue has ended by then, with an answer or without. */
const ATTEMPT_MS = 60_000;

/**
 * When a request must be looked at although nothing happens: one that is resolved closes by itself, one whose issue may have
 * been made while the answer was lost is found and finished.
 */
export function nextLook(request: RequestHead): { readonly due: 'y' | 'n'; readonly dueAt: string } {
  const { state, attempt, closesAt } = request;
  if (state === 'creating' && attempt !== undefined)
    return { due: 'y', dueAt: new Date(Date.parse(attempt.at) + ATTEMPT_MS).toISOString() };
  if (state === 'open' && closesAt !== undefined) return { due: 'y', dueAt: closesAt };
  return { due: 'n', dueAt: NEVER };
}
