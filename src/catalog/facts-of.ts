import { recordsOf } from '../people';
import { groupsIfKnown } from '../platform/jira/people/groups';
import { profileOf } from '../platform/jira/people/profile';
import { factsFor, type FactName, type Known, testedFacts } from './domain/facts';
import type { Answers, ItemContent } from './domain/model';
import type { Visitor } from './visible-items';

/** Whom a request is for, and who asks; with the groups of who asks, where they call. */
export interface Asking extends Partial<Pick<Visitor, 'groups'>> {
  readonly requester: string;
  readonly beneficiary: string;
}

const OF_PROFILE: readonly FactName[] = ['@language', '@zone'];
const OF_RECORD: readonly FactName[] = ['@place', '@department', '@team', '@costCentre', '@hasManager'];

/**
 * What an item's conditions may know of whom a request is for, composed for them (`factsFor`): read now, and only what some
 * condition tests. Left out is what Jira does not tell the app. @throws JiraUnavailable while it can't say.
 */
export async function factsOf(
  content: Pick<ItemContent, 'form' | 'rules' | 'approvals'>,
  asking: Asking,
): Promise<Answers> {
  const tested = testedFacts(content);
  const wants = (names: readonly FactName[]): boolean => names.some((name) => tested.has(name));
  const { requester, beneficiary } = asking;
  const [groups, profile, records] = await Promise.all([
    wants(['@group']) ? groupsFor(asking) : null,
    wants(OF_PROFILE) ? profileOf(beneficiary) : null,
    wants(OF_RECORD) ? recordsOf([beneficiary]) : undefined,
  ]);
  const record = records?.get(beneficiary);
  const known: Known = {
    '@forOther': beneficiary !== requester,
    ...(groups && { '@group': groups }),
    ...(profile?.language && { '@language': profile.language }),
    ...(profile?.zone && { '@zone': profile.zone }),
    ...(records && {
      '@place': record?.place ?? null,
      '@department': record?.department ?? null,
      '@team': record?.team ?? null,
      '@costCentre': record?.costCentre ?? null,
      '@hasManager': Boolean(record?.manager),
    }),
  };
  return factsFor(content, known);
}

async function groupsFor({ requester, beneficiary, groups }: Asking): Promise<readonly string[] | null> {
  if (groups !== undefined && beneficiary === requester) return groups();
  return groupsIfKnown(beneficiary);
}
