/** What is known of somebody: read once for the call they are a visitor of, however many parts of it ask. */
import { type PersonRecord, recordsOf } from '../../people';
import { type Profile, profileOf } from '../../platform/jira/people/profile';
import type { Visitor } from './visitor';

type Somebody = Pick<Visitor, 'accountId'>;

function oncePerCall<T>(read: (accountId: string) => Promise<T>): (somebody: Somebody) => Promise<T> {
  const known = new WeakMap<Somebody, Promise<T>>();
  return (somebody) => {
    const found = known.get(somebody) ?? read(somebody.accountId);
    known.set(somebody, found);
    return found;
  };
}

/** What People says of them, strongly consistent. */
export const recordOf: (somebody: Somebody) => Promise<PersonRecord | undefined> = oncePerCall(
  async (accountId) => (await recordsOf([accountId])).get(accountId),
);

/** Their profile as far as the app may see it. @throws JiraUnavailable while Jira can't say */
export const appsProfileOf: (somebody: Somebody) => Promise<Profile | null> = oncePerCall((accountId) =>
  profileOf(accountId),
);
