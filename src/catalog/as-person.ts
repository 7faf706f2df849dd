import { groupsIfKnown } from '../platform/jira/people/groups';
import { auditWrite } from '../platform/storage/audit';
import { transact } from '../platform/storage/transact';
import type { Text } from './domain/model';
import type { Visitor } from './visible-items';

/** Who looks, and when. */
export type Looking = Visitor & { readonly now: number };

/** Somebody whom an editor looks as, or the editor: of another nobody knows what a search of theirs finds. */
export function personOr<Who extends Looking>(caller: Who, person = caller.accountId): Who | Looking {
  if (person === caller.accountId) return caller;
  let groups: ReturnType<Visitor['groups']> | undefined;
  return { accountId: person, now: caller.now, groups: () => (groups ??= groupsIfKnown(person)) };
}

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
