import { getAppContext } from '@forge/api';

const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 5000;
const kept = new Map<string, { readonly until: number; readonly value: Promise<unknown> }>();

const keyOf = (what: string): string => `${getAppContext().installationAri.toString()} ${what}`;

/**
 * An answer of Jira, asked anew every ten minutes, and at once after one that failed: per site, as a process may serve
 * several. `what` names the question, and each question has one type of answer.
 */
export function remembered<T>(what: string, ask: () => Promise<T>): Promise<T> {
  const key = keyOf(what);
  const known = kept.get(key);
  if (known !== undefined && known.until > Date.now()) return known.value as Promise<T>;
  const value = ask();
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, { until: Date.now() + KEPT_MS, value });
  value.catch(() => kept.delete(key));
  return value;
}

/** Has the next who asks hear Jira's answer of then. */
export const dropRemembered = (what: string): void => void kept.delete(keyOf(what));
