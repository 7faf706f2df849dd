import { ifJiraTells } from '../../platform/jira/if-told';
import type { factsNeeded, PersonFacts } from '../domain/audience/entitlement';
import { knownProfileOf, recordOf } from './known-of';
import type { Visitor } from './visitor';

/** Of somebody what decides: read now, and only that. Left out is what Jira can't say, or does not tell the app. */
export async function personFacts(
  visitor: Pick<Visitor, 'accountId' | 'profile'>,
  needed: ReturnType<typeof factsNeeded>,
): Promise<PersonFacts> {
  const ofProfile = needed.has('languages') || needed.has('zones');
  const ofRecord = [...needed].some((key) => key !== 'languages' && key !== 'zones');
  const [record, profile] = await Promise.all([
    ofRecord ? recordOf(visitor) : undefined,
    ofProfile ? ifJiraTells(knownProfileOf(visitor)) : null,
  ]);
  return {
    ...(record && {
      places: record.place,
      departments: record.department,
      teams: record.team,
      managers: record.manager,
    }),
    ...(profile?.language && { languages: profile.language }),
    ...(profile?.zone && { zones: profile.zone }),
  };
}
