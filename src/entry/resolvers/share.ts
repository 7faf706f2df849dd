/** Nobody uses up the storage of a site for the others. */
import { AppFailure } from '../../kernel/errors';
import { meter } from '../../platform/storage/units-read';
import { ofCallers, type Who } from './of-callers';
import { unitsOf } from './units';

/**
 * What one person may have one process read within a minute. The storage counts nothing, and a process sees its own calls
 * only: with the largest call on top it is by ten processes a quarter of what the site has. Somebody with two hands stays below it.
 */
const UNITS_A_MINUTE = 80;
const MINUTE_MS = 60_000;

interface Charge {
  readonly at: number;
  readonly units: number;
}

const charged = ofCallers<readonly Charge[]>();

const tooOften = (): AppFailure =>
  new AppFailure('TOO_OFTEN', 'You have asked the app very often within a minute. Try again in a minute.', {
    retryable: true,
  });

/** Counted by the process's own clock, which nobody sets. */
const elapsed = (): number => performance.now();

const recentOf = (caller: Who, now: number): readonly Charge[] =>
  (charged.of(caller) ?? []).filter(({ at }) => at > now - MINUTE_MS);

/**
 * Asked before anything of a call is read.
 * @throws AppFailure TOO_OFTEN once the caller's share of this minute is used up.
 */
export function admit(caller: Who, now = elapsed()): void {
  const used = recentOf(caller, now).reduce((sum, charge) => sum + charge.units, 0);
  if (used >= UNITS_A_MINUTE) throw tooOften();
}

/** Charges the caller with what their call has read. */
export function charge(caller: Who, units: number, now = elapsed()): void {
  if (units === 0) return;
  charged.keep(caller, [...recentOf(caller, now), { at: now, units }]);
}

/**
 * Carries out a call within its caller's share, and charges what it has read, however it ends. Long work that a call begins at
 * once is held by its own rate: nobody pays more than the call's budget. A process serves one invocation at a time.
 * @throws AppFailure TOO_OFTEN once the share of this minute is used up, and whatever `run` throws.
 */
export async function withinShare<T>(caller: Who, name: string, run: () => Promise<T>): Promise<T> {
  admit(caller);
  const before = meter.units;
  meter.watched += 1;
  try {
    return await run();
  } finally {
    meter.watched -= 1;
    charge(caller, Math.min(meter.units - before, unitsOf(name)));
  }
}

/** Begins the minute anew for everybody. */
export const dropShares = (): void => charged.drop();
