import { type PersonRecord, recordsOf } from '../people';
import type { Visitor } from './visible-items';

type Somebody = Pick<Visitor, 'accountId'>;

const read = new WeakMap<Somebody, Promise<PersonRecord | undefined>>();

/** What People says of somebody: read once for the call they are a visitor of, however many parts of it ask. */
export function recordOf(somebody: Somebody): Promise<PersonRecord | undefined> {
  const { accountId } = somebody;
  const record = read.get(somebody) ?? recordsOf([accountId]).then((records) => records.get(accountId));
  read.set(somebody, record);
  return record;
}
