/** A record from scratch: everything Jira says, and what only the app knows. */
import { stateOf } from '../domain';
import { buildHistory, fieldsOf } from '../domain/history';
import type { Fact, IssueHistory, SlaDefinitions } from '../domain/model';
import type { SlaRecord } from '../record';
import type { Draft } from './compose';
import type { FullHistory } from './ports';

/** The whole history as the engine reads it. */
export const historyOf = (
  full: FullHistory,
  appFacts: readonly Fact[],
  definitions: SlaDefinitions,
): IssueHistory => buildHistory({ ...full, appFacts, fields: fieldsOf(definitions) });

/** Replays the whole history; the app's own facts and what escalations have done are kept from the former record. */
export const rebuild = (
  full: FullHistory,
  before: SlaRecord | null,
  definitions: SlaDefinitions,
  facts: readonly Fact[] = before?.facts ?? [],
): Draft => rebuildFrom(historyOf(full, facts, definitions), full, before, definitions, facts);

/** The same for who has the history at hand, made with the same facts. */
export function rebuildFrom(
  history: IssueHistory,
  full: FullHistory,
  before: SlaRecord | null,
  definitions: SlaDefinitions,
  facts: readonly Fact[],
): Draft {
  return {
    projectId: projectOf(history, full),
    requester: history.reporter,
    state: stateOf(definitions, history),
    facts,
    base: baseOf(full),
    seen: [],
    acts: before?.acts ?? {},
    ...(before?.told === undefined ? {} : { told: before.told }),
    ...(before?.parents === undefined ? {} : { parents: before.parents }),
  };
}

const baseOf = ({ changelog, comments }: FullHistory): SlaRecord['base'] => ({
  at: [...changelog, ...comments].reduce((latest, { created }) => Math.max(latest, created), 0),
  change: highest(changelog.map(({ id }) => id)),
  comment: highest(comments.map(({ id }) => id)),
});

const highest = (ids: readonly string[]): number => ids.reduce((most, id) => Math.max(most, Number(id)), 0);

/** The project the issue is in now. */
const projectOf = (history: IssueHistory, { issue }: FullHistory): string => {
  const project = issue.fields['project'];
  const id = typeof project === 'object' && project !== null && 'id' in project ? project.id : undefined;
  return typeof id === 'string' ? id : (history.initial['projectId']?.[0] ?? 'none');
};
