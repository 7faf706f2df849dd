import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { withheldMetrics } from '../../../src/sla/engine/compiled/requesters';
import { type AppAnswer, askApp } from './ask-app';
import { definitionsFrom } from './definitions';
import { hasStrangers, historyIn, type JiraAnswers, type ReadHistory, readJira } from './history';
import type { IssueRef } from './issue';
import type { ShownProperty } from '../model/from-property';

export interface Source extends ReadHistory {
  readonly definitions: SlaDefinitions;
  /** What the app said of the issue, where it was asked. */
  readonly answer?: AppAnswer | undefined;
}

type FromApp = AppAnswer | (Pick<AppAnswer, 'definitions' | 'facts'> & { readonly comments?: undefined });

/** The app is asked when the property says that it knows something, or there is no property. */
async function fromApp(issue: IssueRef, property: ShownProperty | null): Promise<FromApp> {
  if (property === null || (property.appFacts ?? 0) > 0) return askApp(issue);
  const definitions = await definitionsFrom(property.dv);
  // Who sees which clocks differs from work item to work item.
  if (definitions.part || withheldMetrics(definitions).size > 0) return askApp(issue);
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
  const asked = await askApp(issue, true);
  const same =
    asked.definitions.version === known.definitions.version &&
    asked.definitions.part === known.definitions.part;
  return sourceOf(asked, same ? answers : await readJira(issue, asked.definitions));
}

const sourceOf = (known: FromApp, answers: JiraAnswers): Source => ({
  definitions: known.definitions,
  answer: 'may' in known ? known : undefined,
  ...historyIn(answers, known.definitions, known.facts, known.comments),
});
