/** The records of all people: a row for each account. */
import { parsed } from '../kernel/section';
import { knownAccounts, namesOf } from '../platform/jira/people/people';
import { rows, type Rows } from '../work/rows';
import { checkRecords } from './check-records';
import { oldBefore } from './domain/fresh';
import { emptyRecord, person, type PersonRecord } from './domain/person';
import { peopleFound } from './found';
import { aroundChange } from './orders-for';

/** What stands in the index for no manager. */
const NOBODY = 'n';

const stored = rows<PersonRecord>(person, {
  entity: 'person',
  changed: 'person',
  attributes: ({ manager }) => ({ manager: manager || NOBODY }),
  lists: {
    all: () => ({ index: 'by-id' }),
    noManager: () => ({ index: 'by-manager', partition: [NOBODY] }),
    gone: () => ({ index: 'by-state', partition: ['gone'] }),
    old: (now) => ({ index: 'by-changed', range: { op: 'lt', value: oldBefore(now) } }),
  },
  check: checkRecords({ knownAccounts, namesOf }),
});

/** Changes records, those of some ids or what is sent, and notes whom assistants order for. */
async function changing<T>(
  change: () => Promise<T>,
  inputs: readonly unknown[],
  gone: readonly string[] = [],
): Promise<T> {
  const after = new Map(
    inputs.flatMap((input) => {
      const read = parsed(person, input);
      return 'value' in read ? [[read.value.id, read.value] as const] : [];
    }),
  );
  const rows = await stored.read([...after.keys(), ...gone]);
  return aroundChange(new Map([...rows].map(([id, { value }]) => [id, value])), after, change);
}

/** Those whom something names and of whom nothing is said are listed like records that say nothing. */
export const peopleStore: Rows<PersonRecord> = {
  ...stored,
  save: (input, rev, editor) => changing(() => stored.save(input, rev, editor), [input]),
  remove: (id, rev, editor) => changing(() => stored.remove(id, rev, editor), [], [id]),
  taking: (file) => {
    const take = stored.taking(file);
    return async (inputs, dryRun, editor) =>
      dryRun ? take(inputs, dryRun, editor) : changing(() => take(inputs, dryRun, editor), inputs);
  },
  page: async (list, cursor, now) => {
    if (list !== 'missing') return stored.page(list, cursor, now);
    const missing = (await peopleFound())?.missing ?? [];
    const known = await stored.read(missing);
    return {
      docs: missing
        .filter((id) => !known.has(id))
        .map((id) => ({
          schema: 1,
          rev: 0,
          state: 'missing',
          changedAt: '',
          changedBy: '',
          value: emptyRecord(id),
        })),
    };
  },
};
