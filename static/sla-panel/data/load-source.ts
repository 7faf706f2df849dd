import type { Fact, SlaDefinitions } from '../../../src/sla/domain/model';
import { type CommentGroups, groupsInComments } from '../../../src/sla/domain/history';
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
  readonly groups?: CommentGroups | undefined;
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
  return { definitions, facts: answer.facts, groups: answer.commentGroups };
}

async function fromApp(issue: IssueRef, property: ShownProperty | null): Promise<FromApp> {
  if (property === null || (property.appFacts ?? 0) > 0) return fromBackend(issue);
  const definitions = await definitionsFrom(property.dv);
  // Few may ask Jira for other people's groups: the app does.
  if (groupsInComments(definitions).size > 0) return fromBackend(issue);
  return { definitions, facts: [] };
}

/**
 * What a replay in the browser needs. No invocation while the browser has the definitions, the app has no facts of its
 * own, and no trigger asks for the groups of those who comment.
 */
export async function loadSource(issue: IssueRef, property: ShownProperty | null): Promise<Source> {
  const { definitions, facts, groups } = await fromApp(issue, property);
  return { definitions, ...(await readHistory(issue, definitions, facts, groups)) };
}
