/** What is known of somebody: read once for the call they are a visitor of, however many parts of it ask. */
import { type PersonRecord, recordsOf } from '../../people';
import { type Profile, profileOf } from '../../platform/jira/people/profile';
import type { Visitor } from './visitor';

type Somebody = Pick<Visitor, 'accountId' | 'profile'>;

function oncePerCall<T>(read: (somebody: Somebody) => Promise<T>): (somebody: Somebody) => Promise<T> {
  const known = new WeakMap<Somebody, Promise<T>>();
  return (somebody) => {
    const found = known.get(somebody) ?? read(somebody);
    known.set(somebody, found);
    return found;
  };
}

/** What People says of them, strongly consistent. */
export const recordOf: (somebody: Somebody) => Promise<PersonRecord | undefined> = oncePerCall(
  async ({ accountId }) => (await recordsOf([accountId])).get(accountId),
);

/**
 * Their language and zone: as they may see them themselves where they look, for people may hide both from others; else as far as the
 * app may. @throws JiraUnavailable while Jira can't say
 */
export const knownProfileOf: (somebody: Somebody) => Promise<Profile | null> = oncePerCall(
  async (somebody) => {
    const own = await somebody.profile?.();
    return own?.language || own?.zone ? own : profileOf(somebody.accountId);
  },
);
