/** Jira's own history of an issue, read by the browser as the user: the same facts the backend replays. */
import type * as v from 'valibot';
import {
  buildHistory,
  type ChangelogEntry,
  changelogPageSchema,
  commentPageSchema,
  fieldsOf,
  groupsInComments,
  type JiraComment,
  type JiraIssue,
  jiraIssueSchema,
  judgedBy,
  isPublic,
  judgingOf,
  type KeptComments,
  listensToComments,
  listensToInternal,
  restNameOf,
  statusCategoriesOf,
  statusListSchema,
  strangersIn,
} from '../../../src/sla/engine/history';
import type { Fact, IssueHistory, SlaDefinitions } from '../../../src/sla/engine/model';
import { askJira } from '../../shared/product';
import type { Names } from '../model/cause';
import type { IssueRef } from './issue';

const PAGE = 100;

export interface ReadHistory {
  readonly history: IssueHistory;
  /** As Jira has it, with the fields that no replay asks for. */
  readonly changelog: readonly ChangelogEntry[];
  readonly names: Pick<Names, 'statuses'>;
}

/** What Jira answered about an issue. */
export interface JiraAnswers {
  readonly issue: JiraIssue;
  readonly changelog: readonly ChangelogEntry[];
  readonly comments: readonly JiraComment[];
  readonly statuses: v.InferOutput<typeof statusListSchema>;
}

/** Everything a replay of these definitions needs, in four requests for an ordinary issue. Throws ProductFailed. */
export async function readJira(place: IssueRef, definitions: SlaDefinitions): Promise<JiraAnswers> {
  const asked = [...new Set([...[...fieldsOf(definitions)].map(restNameOf), 'created', 'reporter'])];
  const root = `/rest/api/3/issue/${encodeURIComponent(place.id)}`;
  const [issue, changelog, comments, statuses] = await Promise.all([
    askJira(`${root}?fields=${encodeURIComponent(asked.join(','))}`, jiraIssueSchema),
    allOf(`${root}/changelog?`, changelogPageSchema, (page) => page.values),
    allOf(`${root}/comment?orderBy=created&`, commentPageSchema, (page) => page.comments),
    askJira('/rest/api/3/status', statusListSchema),
  ]);
  return { issue, changelog, comments, statuses };
}

/**
 * Whether somebody commented, so that it matters, of whom neither Jira nor what is `kept` tells this viewer what they are
 * here. The app tells nothing of internal comments that no clock listens to.
 */
export const hasStrangers = (
  answers: JiraAnswers,
  definitions: SlaDefinitions,
  kept: KeptComments | undefined,
): boolean =>
  listensToComments(definitions) &&
  strangersIn(
    listensToInternal(definitions) ? answers.comments : answers.comments.filter(isPublic),
    judgingOf({ ...answers, judging: judgingBy(definitions, kept) }),
  ).length > 0;

/** The history a replay reads, with what only the app knows. */
export function historyIn(
  { issue, changelog, comments, statuses }: JiraAnswers,
  definitions: SlaDefinitions,
  appFacts: readonly Fact[],
  kept: KeptComments | undefined,
): ReadHistory {
  return {
    history: buildHistory({
      issue,
      changelog,
      comments,
      appFacts,
      categories: { ...definitions.statusCategories, ...statusCategoriesOf(statuses) },
      fields: fieldsOf(definitions),
      judging: judgingBy(definitions, kept),
    }),
    changelog,
    names: {
      statuses: Object.fromEntries(statuses.map(({ id, name }) => [id, name ?? id])),
    },
  };
}

const judgingBy = (definitions: SlaDefinitions, kept: KeptComments | undefined) => ({
  by: judgedBy(definitions),
  groups: groupsInComments(definitions).size > 0,
  kept,
  readAt: Date.now(),
});

async function allOf<P extends { readonly total?: number | undefined }, Row>(
  path: string,
  schema: v.GenericSchema<unknown, P>,
  rowsOf: (page: P) => readonly Row[],
): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (;;) {
    const page = await askJira(`${path}startAt=${String(all.length)}&maxResults=${String(PAGE)}`, schema);
    const rows = rowsOf(page);
    all.push(...rows);
    if (rows.length === 0 || all.length >= (page.total ?? 0)) return all;
  }
}
