import type { Fact, SlaDefinitions } from '../../../src/sla/engine/model';
import { withheldMetrics } from '../../../src/sla/engine/compiled/requesters';
import type { KeptComments } from '../../../src/sla/engine/history';
import { call } from '../../shared/api';
import { definitionsFrom, definitionsIn, keptDefinitions } from './definitions';
import { hasStrangers, historyIn, type JiraAnswers, type ReadHistory, readJira } from './history';
import type { IssueRef } from './issue';
import type { ShownProperty } from '../model/from-property';

export interface Source extends ReadHistory {
  readonly definitions: SlaDefinitions;
}

interface FromApp {
  readonly definitions: SlaDefinitions;
  readonly facts: readonly Fact[];
  readonly comments?: KeptComments | undefined;
}

/**
 * What only the backend knows: asked when the property says there is something, or there is no property to ask; with `judge`
 * also about comments that no event has told it of yet.
 */
async function fromBackend(issue: IssueRef, judge = false): Promise<FromApp> {
  const kept = keptDefinitions();
  const answer = await call('sla.issue', {
    issueId: issue.id,
    ...(judge ? { judge } : {}),
    ...(kept === null ? {} : { definitionsVersion: kept.version, part: kept.part === true }),
  });
  return { definitions: definitionsIn(answer, kept), facts: answer.facts, comments: answer.comments };
}

async function fromApp(issue: IssueRef, property: ShownProperty | null): Promise<FromApp> {
  if (property === null || (property.appFacts ?? 0) > 0) return fromBackend(issue);
  const definitions = await definitionsFrom(property.dv);
  // Who sees which clocks differs from work item to work item.
  if (definitions.part || withheldMetrics(definitions).size > 0) return fromBackend(issue);
  return { definitions, facts: [] };
}

/**
 * What a replay in the browser needs. No invocation while the browser has the definitions and the app knows nothing of its
 * own: neither facts nor how comments are judged.
 */
export async function loadSource(issue: IssueRef, property: ShownProperty | null): Promise<Source> {
  const known = await fromApp(issue, property);
  const answers = await readJira(issue, known.definitions);
  if (!hasStrangers(answers, known.definitions, known.comments)) return sourceOf(known, answers);
  const asked = await fromBackend(issue, true);
  const same =
    asked.definitions.version === known.definitions.version &&
    asked.definitions.part === known.definitions.part;
  return sourceOf(asked, same ? answers : await readJira(issue, asked.definitions));
}

const sourceOf = ({ definitions, facts, comments }: FromApp, answers: JiraAnswers): Source => ({
  definitions,
  ...historyIn(answers, definitions, facts, comments),
});
