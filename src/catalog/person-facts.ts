import { JiraUnavailable } from '../kernel/errors';
import { profileOf } from '../platform/jira/people/profile';
import type { factsNeeded, PersonFacts } from './domain/entitlement';
import { recordOf } from './record-of';
import type { Visitor } from './visible-items';

/** Of somebody what decides: read now, and only that. Left out is what Jira can't say, or does not tell the app. */
export async function personFacts(
  visitor: Pick<Visitor, 'accountId'>,
  needed: ReturnType<typeof factsNeeded>,
): Promise<PersonFacts> {
  const ofRecord = [...needed].some((key) => key !== 'languages');
  const [record, language] = await Promise.all([
    ofRecord ? recordOf(visitor) : undefined,
    needed.has('languages') ? languageOf(visitor.accountId) : null,
  ]);
  return {
    ...(record && {
      places: record.place,
      departments: record.department,
      teams: record.team,
      managers: record.manager,
    }),
    ...(language && { languages: language }),
  };
}

async function languageOf(accountId: string): Promise<string | null> {
  try {
    return (await profileOf(accountId))?.language ?? null;
  } catch (error) {
    if (error instanceof JiraUnavailable) return null;
    throw error;
  }
}

/** The day that criteria with dates go by. */
export const todayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);
