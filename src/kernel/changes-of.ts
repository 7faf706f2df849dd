/** What differs between two states of a member of a section. */
import { diffDocuments, type Difference } from './diff';

/** What a member says: its id stands elsewhere, and of what is empty there is nothing to tell. */
const told = (value: object | undefined): object =>
  Object.fromEntries(
    Object.entries(value ?? {}).filter(
      ([key, part]) => key !== 'id' && part !== '' && !(Array.isArray(part) && part.length === 0),
    ),
  );

/** Part by part, also of one that is new or gone. `at` stands before each place. */
export const changesOf = (
  before: object | undefined,
  after: object | undefined,
  at = '',
): readonly Difference[] =>
  diffDocuments(told(before), told(after)).map((change) => ({ ...change, path: `${at}${change.path}` }));
