import { managerOf, recordsOf, standInOf } from '../people';
import { peopleGone as goneFromJira } from '../platform/jira/people/people';
import type { Gone } from './domain/approval';

/** Who of some people is gone, each with who stands in for them, unless that one is gone too. */
export const peopleGone = async (accountIds: readonly string[]): Promise<Gone> => {
  const gone = [...(await goneFromJira(accountIds))];
  if (gone.length === 0) return new Map();
  const records = await recordsOf(gone);
  const standIns = gone.map((id) => standInOf(records.get(id)));
  const alsoGone = await goneFromJira(standIns.flatMap((id) => id ?? []));
  return new Map(
    gone.map((id, at) => {
      const standIn = standIns[at] ?? null;
      return [id, standIn === null || alsoGone.has(standIn) ? null : standIn];
    }),
  );
};

/** Whom somebody works for, as People says; `null` where it does not. */
export const managerOfPerson = async (accountId: string): Promise<string | null> =>
  managerOf((await recordsOf([accountId])).get(accountId));
