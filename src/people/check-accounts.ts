/** Looks at all records, page by page: whose account is gone, which are old, who is named and has none. */
import { isFormer } from '../kernel/former-people';
import type { Row } from '../work/rows';
import { update } from '../work/update';
import { oldBefore } from './domain/fresh';
import { namedIn, type PersonRecord, saysOfCompany } from './domain/person';
import { keepFound } from './found';
import { noteAll, pairsIn } from './orders-for';
import { peopleStore } from './store';

export interface LookPorts {
  /** Those of some accounts that Jira knows, each with whether it is active; `null` while it can't say. */
  readonly knownAccounts: (ids: readonly string[]) => Promise<ReadonlyMap<string, boolean> | null>;
  /** Whom the rest of the configuration holds responsible for something. */
  readonly responsible: () => Promise<readonly string[]>;
  readonly now: number;
}

/** A night's share, and twice what the app is made for. */
const MOST_PAGES = 200;

/** Safe to repeat. A company that keeps no records lacks none, though people have named who orders for them. */
export async function checkAccounts({ knownAccounts, responsible, now }: LookPorts): Promise<void> {
  const [have, named, before] = [new Set<string>(), new Set<string>(), oldBefore(now)];
  let [gone, old, cursor, isKept] = [0, 0, undefined as string | undefined, false];
  for (let pages = 0; pages === 0 || (cursor !== undefined && pages < MOST_PAGES); pages += 1) {
    const page = await peopleStore.page('all', cursor, now);
    const known = await knownAccounts(page.docs.map(({ value }) => value.id));
    for (const row of page.docs) {
      const { id } = row.value;
      have.add(id);
      isKept ||= saysOfCompany(row.value);
      if (saysOfCompany(row.value)) for (const each of namedIn(row.value)) named.add(each);
      const state = known === null ? row.state : known.get(id) === true ? 'current' : 'gone';
      if (state !== row.state) await noteState(id, state);
      if (state === 'gone') gone += 1;
      if (row.changedAt < before) old += 1;
    }
    await noteAll(pairsIn(page.docs.map(({ value }) => value)));
    cursor = page.cursor;
  }
  if (isKept) for (const id of await responsible()) named.add(id);
  await keepFound({ gone, old, missing: [...named].filter((id) => !have.has(id) && !isFormer(id)) });
}

const noteState = (id: string, state: string): Promise<void> =>
  update<Row<PersonRecord>, void>(peopleStore.store, id, (row) =>
    row === null ? { answer: undefined } : { next: { ...row, state }, answer: undefined },
  );
