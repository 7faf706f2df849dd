/** A record from scratch: everything Jira says, and what only the app knows. */
import { stateOf } from '../../engine/replay/replay';
import { buildHistory, type HistorySources, judgingOf } from '../../engine/history/build-history';
import { groupsInComments, judgedBy, listensToComments } from '../../engine/history/comment-groups';
import { fieldsOf } from '../../engine/history/fields-of';
import { judgeComments } from '../../engine/history/judge-comments';
import { fittedKept, type KeptComments } from '../../engine/history/kept-comments';
import type { Fact, IssueHistory, SlaDefinitions } from '../../engine/model';
import type { JiraHistory } from '../../../platform/jira/issues/history';
import type { SlaRecord } from '../record/record';
import type { Draft } from './compose';
import type { FullHistory } from './ports';

/** What only the app knows of an issue: its own facts, and what it remembers of comments. */
export type OwnKnowledge = Pick<SlaRecord, 'facts' | 'comments'>;

export const NO_KNOWLEDGE: OwnKnowledge = { facts: [] };

const judgingBy = (
  full: FullHistory,
  kept: KeptComments | undefined,
  definitions: SlaDefinitions,
): Pick<HistorySources, 'judging' | 'participants'> => ({
  judging: {
    by: judgedBy(definitions),
    groups: groupsInComments(definitions).size > 0,
    kept,
    standings: full.standings,
    readAt: full.readAt,
  },
  participants: full.participants,
});

/** The whole history as the engine reads it. */
export const historyOf = (
  full: FullHistory,
  { facts, comments }: OwnKnowledge,
  definitions: SlaDefinitions,
): IssueHistory =>
  buildHistory({
    ...full,
    ...judgingBy(full, comments, definitions),
    appFacts: facts,
    fields: fieldsOf(definitions),
  });

/** How each comment is judged, those included that are remembered only. */
export const judgedIn = (
  full: FullHistory,
  kept: KeptComments | undefined,
  definitions: SlaDefinitions,
): KeptComments => {
  const judging = judgingOf({ ...full, ...judgingBy(full, kept, definitions) });
  return { by: judging.by, of: judgeComments(full.comments, judging).kept };
};

/** What a record remembers of the comments; nothing where no trigger listens to any. */
const rememberedOf = (
  full: FullHistory,
  kept: KeptComments | undefined,
  definitions: SlaDefinitions,
): Pick<SlaRecord, 'comments'> => {
  if (!listensToComments(definitions)) return {};
  const { by, of } = judgedIn(full, kept, definitions);
  return Object.keys(of).length === 0 ? {} : { comments: { by, of: fittedKept(of) } };
};

/** Replays the whole history; the app's own facts and what escalations have done are kept from the former record. */
export const rebuild = (
  full: FullHistory,
  before: SlaRecord | null,
  definitions: SlaDefinitions,
  facts: readonly Fact[] = before?.facts ?? [],
): Draft => {
  const history = historyOf(full, { ...before, facts }, definitions);
  return rebuildFrom(history, full, before, definitions, facts);
};

/** The same for who has the history at hand, made with the same facts. */
export function rebuildFrom(
  history: IssueHistory,
  full: FullHistory,
  before: SlaRecord | null,
  definitions: SlaDefinitions,
  facts: readonly Fact[],
): Draft {
  return {
    projectId: projectIdIn(full) ?? history.initial['projectId']?.[0] ?? 'none',
    requester: history.reporter,
    state: stateOf(definitions, history),
    facts,
    ...rememberedOf(full, before?.comments, definitions),
    base: baseOf(full),
    seen: [],
    acts: before?.acts ?? {},
    ...(before?.told === undefined ? {} : { told: before.told }),
    ...(before?.parents === undefined ? {} : { parents: before.parents }),
  };
}

/** What of a reading was the newest. */
export const baseOf = ({ changelog, comments }: FullHistory): SlaRecord['base'] => ({
  at: [...changelog, ...comments].reduce((latest, { created }) => Math.max(latest, created), 0),
  change: highest(changelog.map(({ id }) => id)),
  comment: highest(comments.map(({ id }) => id)),
});

const highest = (ids: readonly string[]): number => ids.reduce((most, id) => Math.max(most, Number(id)), 0);

/** The project the issue is in now, as far as its fields tell. */
export const projectIdIn = ({ issue }: Pick<JiraHistory, 'issue'>): string | undefined => {
  const project = issue.fields['project'];
  const id = typeof project === 'object' && project !== null && 'id' in project ? project.id : undefined;
  return typeof id === 'string' ? id : undefined;
};
