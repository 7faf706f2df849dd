/** The one loop of writes that depend on a read: whoever is slower reads again and decides again. */
import type { EntityStore } from '../platform/storage/entities';
import { transact, type Write } from '../platform/storage/transact';
import { storageBusy } from '../kernel/errors';

const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 15;

/** What an attempt answers when somebody else wrote in between. */
export const CONFLICT = Symbol('conflict');

/**
 * Repeats a read-decide-write until nobody else was faster, with a growing and random pause so that many at once
 * don't meet again. `attempt` may run several times: it must not act on anything outside the storage.
 * @throws AppFailure STORAGE_BUSY when others were faster every time.
 */
export async function untilWritten<R>(attempt: () => Promise<R | typeof CONFLICT>): Promise<R> {
  for (let tried = 0; tried < ATTEMPTS; tried += 1) {
    if (tried > 0) await pause(Math.random() * FIRST_PAUSE_MS * 2 ** tried);
    const answer = await attempt();
    if (answer !== CONFLICT) return answer;
  }
  throw storageBusy();
}

/** What a decision about a row is: written with what belongs to it, left as it is, or not possible before something is asked. */
export type Decision<T, R, Question = never> =
  | { readonly next: T; readonly also?: readonly Write[]; readonly answer: R }
  | { readonly answer: R }
  | { readonly ask: Question };

/**
 * Changes one row. `decide` is pure and may be asked again: it is given the row as it stands (`null` when there is none) and
 * what was asked so far. What it needs from Jira it asks for with `{ ask }`; `find` is called once for all attempts. The
 * row's `rev` is counted here. Answers what the decision answered.
 * @throws AppFailure STORAGE_BUSY when others were faster every time.
 */
export async function update<T extends { readonly rev: number }, R, Question = never, Found = never>(
  store: Pick<EntityStore<T>, 'get' | 'write'>,
  key: string,
  decide: (row: T | null, found: Found | undefined) => Decision<T, R, Question>,
  find?: (question: Question) => Promise<Found>,
): Promise<R> {
  let found: Found | undefined;
  return untilWritten(async () => {
    const row = await store.get(key);
    let decision = decide(row, found);
    if ('ask' in decision) {
      if (find === undefined || found !== undefined) throw new Error(`A decision about ${key} asks twice.`);
      found = await find(decision.ask);
      decision = decide(row, found);
      if ('ask' in decision) throw new Error(`A decision about ${key} asks twice.`);
    }
    if (!('next' in decision)) return decision.answer;
    const next = { ...decision.next, rev: (row?.rev ?? 0) + 1 };
    const write = store.write(key, next, row === null ? 'absent' : { rev: row.rev });
    const outcome = await transact([write, ...(decision.also ?? [])]);
    return outcome === 'done' ? decision.answer : CONFLICT;
  });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
