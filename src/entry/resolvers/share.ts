/** Nobody uses up the storage of a site for the others. */
import { getAppContext } from '@forge/api';
import { tooOften } from '../../kernel/errors';
import type { Caller } from '../../platform/identity/caller';
import { unitsOf } from './units';

/**
 * What one person may have one process read within a minute. The storage counts nothing, and a process sees its own calls
 * only: by ten processes it is a quarter of what the site has. Somebody with two hands stays far below it.
 */
const UNITS_A_MINUTE = 100;
const MINUTE_MS = 60_000;
/** Whoever called least lately is forgotten first. */
const MOST_CALLERS = 2_000;

interface Charge {
  readonly at: number;
  readonly units: number;
}

const charged = new Map<string, readonly Charge[]>();

/**
 * Charges a call to its caller before anything of it is read. Approximate: by budget, not by what the call will read.
 * @throws AppFailure TOO_OFTEN once the caller's share of this minute is used up.
 */
export function admit({ accountId, now }: Pick<Caller, 'accountId' | 'now'>, name: string): void {
  const key = `${getAppContext().installationAri.toString()} ${accountId}`;
  const recent = (charged.get(key) ?? []).filter(({ at }) => at > now - MINUTE_MS);
  const units = unitsOf(name);
  const used = recent.reduce((sum, charge) => sum + charge.units, 0);
  const admitted = used + units <= UNITS_A_MINUTE;
  charged.delete(key);
  charged.set(key, admitted ? [...recent, { at: now, units }] : recent);
  if (charged.size > MOST_CALLERS) charged.delete([...charged.keys()][0] ?? '');
  if (!admitted) throw tooOften();
}

/** Begins the minute anew for everybody. */
export const forgetShares = (): void => charged.clear();
