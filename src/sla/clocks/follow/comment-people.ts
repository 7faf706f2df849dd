/** What must be known of those who comment before their comments can be judged. */
import { issueRowKey, issueRows, type IssueRow } from '../../../platform/storage/issue-row';
import type { JiraHistory } from '../../../platform/jira/issues/history';
import { judgingOf } from '../../engine/history/build-history';
import { groupsInComments, judgedBy, listensToComments } from '../../engine/history/comment-groups';
import { type Standings, strangersIn } from '../../engine/history/judge-comments';
import type { KeptComments } from '../../engine/history/kept-comments';
import type { SlaDefinitions } from '../../engine/model';
import { standingOf } from './agents';
import { participantsFieldOfSite } from './jira-fields';
import type { CommentPeople } from './ports';
import { projectIdIn } from './rebuild';

/**
 * Asks about those who commented and are not known yet; what `kept` says of a comment is not asked again. No call where no
 * trigger listens to comments or nobody is unknown.
 */
export async function commentPeopleOf(
  history: JiraHistory,
  definitions: SlaDefinitions,
  kept?: KeptComments,
): Promise<CommentPeople> {
  const readAt = Date.now();
  if (!listensToComments(definitions)) return { readAt };
  const participants = (await participantsFieldOfSite()) ?? undefined;
  const by = judgedBy(definitions);
  const groups = groupsInComments(definitions).size > 0;
  const judging = judgingOf({ ...history, participants, judging: { by, groups, kept } });
  const strangers = strangersIn(history.comments, judging);
  const standings = await standingsOf(
    { issueId: history.issue.id, projectId: projectIdIn(history) ?? '', accountIds: strangers },
    definitions,
  );
  return { readAt, standings, ...(participants === undefined ? {} : { participants }) };
}

interface Asked {
  readonly issueId: string;
  readonly projectId: string;
  readonly accountIds: readonly string[];
  /** What else there is of the issue, where it is at hand; `null`: nothing. */
  readonly issueRow?: IssueRow | null | undefined;
}

/** What these people are to the issue now; who could not be judged is left out. */
export async function standingsOf(
  { issueId, projectId, accountIds, issueRow }: Asked,
  definitions: SlaDefinitions,
): Promise<Standings> {
  if (accountIds.length === 0) return {};
  const [row, standings] = await Promise.all([
    issueRow === undefined ? issueRows.get(issueRowKey(issueId)) : issueRow,
    Promise.all(accountIds.map((accountId) => standingOf(accountId, projectId, definitions))),
  ]);
  const asking = new Set(row?.request?.askers ?? []);
  return Object.fromEntries(
    accountIds.flatMap((accountId, index) => {
      const standing = standings[index] ?? null;
      if (!asking.has(accountId)) return standing === null ? [] : [[accountId, standing] as const];
      return [[accountId, { agent: false, ...standing, asks: true }] as const];
    }),
  );
}
