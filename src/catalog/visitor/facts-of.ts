import { groupsIfKnown } from '../../platform/jira/people/groups';
import { factsFor, type FactName, type Known, testedFacts } from '../domain/form/facts';
import type { Answers, ItemContent } from '../domain/model';
import { knownProfileOf, recordOf } from './known-of';
import type { Visitor } from './visitor';

/** Whom a request is for, and who asks; as their visitor, where they call. */
export interface Asking {
  readonly requester: string;
  readonly beneficiary: string;
  readonly visitor?: Visitor;
}

const OF_PROFILE: readonly FactName[] = ['@language', '@zone'];
const OF_RECORD: readonly FactName[] = ['@place', '@department', '@team', '@costCentre', '@hasManager'];

/**
 * What an item's conditions may know of whom a request is for, composed for them (`factsFor`): read now, and only what some
 * condition tests. Left out is what Jira does not tell the app. @throws JiraUnavailable while it can't say.
 */
export async function factsOf(
  content: Pick<ItemContent, 'form' | 'rules' | 'approvals' | 'fulfilment'>,
  asking: Asking,
): Promise<Answers> {
  const tested = testedFacts(content);
  const wants = (names: readonly FactName[]): boolean => names.some((name) => tested.has(name));
  const { requester, beneficiary, visitor } = asking;
  const isForSelf = visitor?.accountId === beneficiary;
  const somebody = isForSelf ? visitor : { accountId: beneficiary };
  const [groups, profile, record] = await Promise.all([
    wants(['@group']) ? (isForSelf ? visitor.groups() : groupsIfKnown(beneficiary)) : null,
    wants(OF_PROFILE) ? knownProfileOf(somebody) : null,
    wants(OF_RECORD) ? recordOf(somebody) : undefined,
  ]);
  const known: Known = {
    '@forOther': beneficiary !== requester,
    ...(groups && { '@group': groups }),
    ...(profile?.language && { '@language': profile.language }),
    ...(profile?.zone && { '@zone': profile.zone }),
    ...(wants(OF_RECORD) && {
      '@place': record?.place ?? null,
      '@department': record?.department ?? null,
      '@team': record?.team ?? null,
      '@costCentre': record?.costCentre ?? null,
      '@hasManager': Boolean(record?.manager),
    }),
  };
  return factsFor(content, known);
}
