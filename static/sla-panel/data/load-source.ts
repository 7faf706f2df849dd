import type { Fact, SlaDefinitions } from '../../../src/sla/domain/model';
import { call } from '../../shared/api';
import { definitionsFrom, keepDefinitions, keptDefinitions } from './definitions';
import { readHistory, type ReadHistory } from './history';
import type { IssueRef } from './issue';
import type { ShownProperty } from '../model/from-property';

export interface Source extends ReadHistory {
  readonly definitions: SlaDefinitions;
}

interface FromApp {
  readonly definitions: SlaDefinitions;
  readonly facts: readonly Fact[];
}

/** What only the backend knows: asked when the property says there is something, or there is no property to ask. */
async function fromBackend(issue: IssueRef): Promise<FromApp> {
  const kept = keptDefinitions();
  const answer = await call('sla.issue', {
    issueId: issue.id,
    ...(kept === null ? {} : { definitionsVersion: kept.version }),
  });
  const definitions = answer.definitions ?? kept;
  if (definitions === null) throw new Error('The backend answered without definitions.');
  keepDefinitions(definitions);
  return { definitions, facts: answer.facts };
}

/** What a replay in the browser needs. No invocation while the browser has the definitions and the app has no facts of its own. */
export async function loadSource(issue: IssueRef, property: ShownProperty | null): Promise<Source> {
  const { definitions, facts } =
    property === null || (property.appFacts ?? 0) > 0
      ? await fromBackend(issue)
      : { definitions: await definitionsFrom(property.dv), facts: [] };
  return { definitions, ...(await readHistory(issue, definitions, facts)) };
}
