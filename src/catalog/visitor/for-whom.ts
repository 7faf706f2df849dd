/** For whom a call of the portal is: who calls, or somebody who lets them order for them. */
import * as v from 'valibot';
import { forbidden } from '../../kernel/errors';
import { utcDay } from '../../kernel/utc-day';
import { ordersOn } from '../../people';
import type { Caller } from '../../platform/identity/caller';
import { type Looking, somebodyElse } from './as-person';
import { accountSchema } from '../domain/texts/text-schema';
import { recordOf } from './known-of';

/** Of a payload: whom the portal orders for, where that is not the caller. */
export const askingFor = { for: v.optional(v.pipe(accountSchema, v.minLength(1))) };

/**
 * Whom the portal orders for, with who calls in their place. Their record is read now: what was taken back does not hold in the next
 * call.
 * @throws AppFailure FORBIDDEN alike of whoever lets the caller not order, has no account, or lets only others
 */
export async function askerFor(caller: Caller, person: string | undefined): Promise<Looking> {
  if (person === undefined || person === caller.accountId) return caller;
  const asker = { ...somebodyElse(person, caller.now), by: caller.accountId };
  if (ordersOn(await recordOf(asker), caller.accountId, utcDay(caller.now))) return asker;
  throw forbidden('delegation');
}
