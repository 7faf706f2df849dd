/** What an event tells of the work item of a request, as far as it can matter to the request. */
import type { RequestOfIssue } from '../platform/storage/issue-row';
import type { ChangedField, IssueEvent } from '../work/issue-event';
import type { IssueFacts } from './domain/followed';

/** `null` when nothing in it can change the request: most events, which cost no further reading. */
export function factsOfEvent(event: IssueEvent, of: RequestOfIssue, now: number): IssueFacts | null {
  const at = event.at ?? now;
  if (event.kind === 'deleted') return { at, gone: true };
  if (event.kind === 'found') return factsFound(event, at);
  if (event.kind !== 'updated' || event.entry === undefined) return null;
  const { items } = event.entry;
  const status = changeOf(items, 'status');
  const reporter = changeOf(items, 'reporter');
  const project = changeOf(items, 'project');
  const isKept = project === undefined && changeOf(items, 'key') === undefined;
  const turned = status?.to != null && turns(status, of) ? status.to : null;
  const person = reporter?.to != null && !isApp(event.fields['reporter']) ? reporter.to : null;
  if (turned === null && person === null && isKept) return null;
  return {
    at,
    ...(turned !== null && { status: { id: turned, since: at, moved: true } }),
    ...(person !== null && { reporter: person }),
    ...(!isKept && { key: event.issueKey, projectId: project?.to ?? undefined }),
  };
}

/** Where a work item was made it came before anything could be asked about it. */
const factsFound = (
  { issueKey, projectId, reporter, status }: Extract<IssueEvent, { kind: 'found' }>,
  at: number,
): IssueFacts => ({
  at,
  key: issueKey,
  projectId,
  reporter,
  status: { id: status.id, since: status.reachedAt ?? at, moved: status.reachedAt !== null },
});

const changeOf = (items: readonly ChangedField[], name: string): ChangedField | undefined =>
  items.find(({ field, fieldId }) => (fieldId ?? field).toLowerCase() === name);

/** Whether a change of status can open or end the request, or begin or end its waiting for an approval or for who asked. */
function turns({ from, to }: ChangedField, { endings, waits, asks }: RequestOfIssue): boolean {
  if (from === null || to === null) return true;
  if ([...waits, ...asks].some((each) => each === from || each === to)) return true;
  const kindOf = (statusId: string): string => {
    const ending = endings[statusId] ?? 'open';
    return ending === 'cancelled' ? 'closed' : ending;
  };
  return kindOf(from) !== kindOf(to);
}

const isApp = (reporter: unknown): boolean =>
  typeof reporter === 'object' &&
  reporter !== null &&
  'accountType' in reporter &&
  reporter.accountType === 'app';
