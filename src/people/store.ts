/** The records of all people: a row for each account. */
import { knownAccounts, namesOf } from '../platform/jira/people/people';
import { rows, type Rows } from '../work/rows';
import { checkRecords } from './check-records';
import { oldBefore } from './domain/fresh';
import { emptyRecord, person, type PersonRecord } from './domain/person';
import { peopleFound } from './found';

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

/** Those whom something names and of whom nothing is said are listed like records that say nothing. */
export const peopleStore: Rows<PersonRecord> = {
  ...stored,
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
