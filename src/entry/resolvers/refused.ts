/** Who calls what they have no right to, or guesses at what is hidden, is seen in the audit log. */
import { AppFailure } from '../../kernel/errors';
import type { Caller } from '../../platform/identity/caller';
import { log } from '../../platform/log';
import { auditWrite } from '../../platform/storage/audit';
import { transact } from '../../platform/storage/transact';
import { ofCallers } from './of-callers';

/** One thing not found is an old link; this many by one person, while one process lives, are a search for what is hidden. */
const GUESSES = 10;

const refusals = ofCallers<number>();

/** Carries out a call, and writes down in the audit log where its caller is refused. Throws whatever `run` throws. */
export async function notingRefusals<T>(caller: Caller, name: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (failure) {
    if (failure instanceof AppFailure) await noteRefusal(caller, name, failure);
    throw failure;
  }
}

/**
 * A call somebody has no right to is written down once for each process, so that repeating it costs the site nothing, and what
 * they did not find once it is a habit. Never throws: who is refused learns no more by it.
 */
async function noteRefusal(caller: Caller, name: string, failure: AppFailure): Promise<void> {
  const kind = REFUSALS[failure.code];
  if (kind === undefined) return;
  const what = kind.after === 1 ? name : failure.code;
  const times = (refusals.of(caller, what) ?? 0) + 1;
  refusals.keep(caller, times, what);
  if (times !== kind.after) return;
  try {
    await transact([
      auditWrite({
        at: new Date(caller.now).toISOString(),
        by: caller.accountId,
        action: kind.action,
        subject: `call:${name}`,
        subjectName: { en: name },
        changes: [],
      }),
    ]);
  } catch (error) {
    log.error('refusal.unnoted', error, { call: name });
  }
}

interface Refusal {
  readonly action: string;
  /** Written down at the refusal of this number, and never again. */
  readonly after: number;
}

const REFUSALS: Readonly<Record<string, Refusal>> = {
  FORBIDDEN: { action: 'settings.access.refused', after: 1 },
  NOT_FOUND: { action: 'settings.access.guessed', after: GUESSES },
};

/** Everybody begins anew. */
export const dropRefusals = (): void => refusals.drop();
