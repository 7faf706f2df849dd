import type { Due } from '../../kernel/put-off';
import type { RequestHead } from './model';

/** Later than anything falls due: indexes know no missing attribute. */
const NEVER = '9999-12-31T00:00:00.000Z';

/** When a request must be looked at although nothing happens: one that is resolved closes by itself, or later where that failed. */
export function nextLook({ state, closesAt, putOff }: RequestHead): {
  readonly due: Due;
  readonly dueAt: string;
} {
  if (state !== 'open' || closesAt === undefined) return { due: 'n', dueAt: NEVER };
  const until = new Date(putOff?.[1] ?? 0).toISOString();
  return until > closesAt ? { due: 'f', dueAt: until } : { due: 'y', dueAt: closesAt };
}
