import { groupsIfKnown } from '../../platform/jira/people/groups';
import { auditWrite } from '../../platform/storage/audit';
import { transact } from '../../platform/storage/transact';
import type { Text } from '../domain/model';
import type { Visitor } from './visitor';

/** Who looks, and when. */
export type Looking = Visitor & { readonly now: number };

/** Somebody who is not who calls: what Jira tells of them it tells the app, and what a search would find for them nobody can say. */
export function somebodyElse(accountId: string, now: number): Looking {
  let groups: ReturnType<Visitor['groups']> | undefined;
  return { accountId, now, groups: () => (groups ??= groupsIfKnown(accountId)) };
}

/** Somebody whom an editor looks as, or the editor. */
export const personOr = <Who extends Looking>(caller: Who, person = caller.accountId): Who | Looking =>
  person === caller.accountId ? caller : somebodyElse(person, caller.now);

/** Who looked at the catalog as whom, for the audit log: their accounts, and what was looked at; nothing of what was seen. */
export async function noteViewedAs(
  { accountId, now }: Pick<Looking, 'accountId' | 'now'>,
  person: string,
  what?: Text,
): Promise<void> {
  await transact([
    auditWrite({
      at: new Date(now).toISOString(),
      by: accountId,
      action: 'catalog.viewedAs',
      subject: `person:${person}`,
      ...(what && { subjectName: what }),
      changes: [],
    }),
  ]);
}
