import type { Profile } from '../../platform/jira/people/profile';
import { partsWanted } from '../domain/answers/defaults';
import type { FormField, RequesterPart } from '../domain/model';
import { recordOf } from './known-of';
import type { Visitor } from './visitor';

const OF_PROFILE: readonly RequesterPart[] = ['name', 'email', 'language', 'zone'];
const OF_RECORD: readonly RequesterPart[] = ['place', 'department', 'team', 'costCentre', 'manager'];

/** What a form begins with of whoever opens it: nothing else of them, and nothing that is not known. */
export async function requesterOf(
  form: readonly FormField[],
  visitor: Pick<Visitor, 'accountId'>,
  profileOf: () => Promise<Profile | null>,
): Promise<Readonly<Partial<Record<RequesterPart, string>>>> {
  const wanted = partsWanted(form);
  const [profile, record] = await Promise.all([
    OF_PROFILE.some((part) => wanted.has(part)) ? profileOf() : null,
    OF_RECORD.some((part) => wanted.has(part)) ? recordOf(visitor) : undefined,
  ]);
  const known = new Map<string, unknown>(Object.entries({ ...record, ...profile }));
  return Object.fromEntries(
    [...wanted].flatMap((part) => {
      const value = known.get(part);
      return typeof value === 'string' && value !== '' ? [[part, value]] : [];
    }),
  );
}
