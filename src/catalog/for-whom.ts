/** For whom a call of the portal is: who calls, or somebody who lets them order for them. */
import * as v from 'valibot';
import { forbidden } from '../kernel/errors';
import { ordersOn } from '../people';
import type { Caller } from '../platform/identity/caller';
import { groupsIfKnown } from '../platform/jira/people/groups';
import { accountSchema } from './domain/text-schema';
import { recordOf } from './known-of';
import { todayOf } from './person-facts';
import type { Visitor } from './visible-items';

/** Of a payload: whom the portal orders for, where that is not the caller. */
export const askingFor = { for: v.optional(v.pipe(accountSchema, v.minLength(1))) };

export interface Asker extends Visitor {
  readonly now: number;
}

/**
 * Whom the portal orders for, with who calls in their place. Their record is read now: what was taken back does not hold in the next
 * call. What Jira tells of them it tells the app; what a search would find for them nobody can say.
 * @throws AppFailure FORBIDDEN alike of whoever lets the caller not order, has no account, or lets only others
 */
export async function askerFor(caller: Caller, person: string | undefined): Promise<Asker> {
  if (person === undefined || person === caller.accountId) return caller;
  let groups: ReturnType<typeof groupsIfKnown> | undefined;
  const asker: Asker = {
    accountId: person,
    by: caller.accountId,
    now: caller.now,
    groups: () => (groups ??= groupsIfKnown(person)),
  };
  if (ordersOn(await recordOf(asker), caller.accountId, todayOf(caller.now))) return asker;
  throw forbidden('delegation');
}
