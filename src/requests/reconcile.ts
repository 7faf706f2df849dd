/** Finds requests that say something else than their work items do: events get lost, and a deletion in cascade sends none. */
import * as v from 'valibot';
import { AppFailure } from '../kernel/errors';
import { log } from '../platform/log';
import { readRebuildable, writeBlob } from '../platform/storage/blobs';
import { issueRowKey, issueRows, type RequestOfIssue } from '../platform/storage/issue-row';
import type { IssueNow } from '../platform/jira/issues/issues-now';
import type { IssueEvent } from '../work/issue-event';
import { orLogged } from '../work/or-logged';
import { follow } from './domain/follow';
import type { RequestHead } from './domain/model';
import { factsOfEvent } from './facts-of-event';
import type { RequestPorts } from './ports';
import { heads } from './records/store';

export interface ReconcilePorts extends Pick<RequestPorts, 'now' | 'issuesNow'> {
  /** When an issue reached its status; `null` when it never had another. */
  readonly statusReachedAt: (issueId: string) => Promise<number | null>;
  readonly appAccountId: () => Promise<string>;
  /** Tells every subject of a work item that is not as they say. */
  readonly tell: (event: IssueEvent) => Promise<void>;
}

export interface Reconciled {
  readonly checked: number;
  /** Of these, told to the subjects. */
  readonly told: number;
}

/** What Jira answers for in one call. */
const PAGE = 100;
const PLACE_KEY = 'requests:reconcile';
const placeSchema = v.object({ after: v.string() });

/**
 * Looks at the work item of every open request, oldest first, and tells the subjects of those that differ: of one that is gone
 * as its deletion would have, of others as they are. Goes on where the last run stopped when it did not come to the end by
 * `until` (ms). One that fails does not stop the others.
 */
export async function reconcileRequests(ports: ReconcilePorts, until: number): Promise<Reconciled> {
  const app = await ports.appAccountId();
  let after = (await readRebuildable(PLACE_KEY, placeSchema))?.after ?? '';
  let [checked, told] = [0, 0];
  let cursor: string | undefined;
  do {
    const range = after === '' ? {} : { range: { op: 'gte', value: after } as const };
    const page = await heads.query({ index: 'by-state', partition: ['open'], limit: PAGE, cursor, ...range });
    for (const event of await differing(page.docs, app, ports)) if (await isTold(event, ports)) told += 1;
    checked += page.docs.length;
    cursor = page.cursor;
    if (cursor !== undefined && ports.now() >= until) {
      after = page.docs.at(-1)?.receivedAt ?? after;
      break;
    }
    if (cursor === undefined) after = '';
  } while (cursor !== undefined);
  await writeBlob(PLACE_KEY, { after }, 'one');
  if (told > 0) log.info('requests.reconciled', { checked, told });
  return { checked, told };
}

async function isTold(event: IssueEvent, { tell }: ReconcilePorts): Promise<boolean> {
  try {
    await tell(event);
    return true;
  } catch (error) {
    log.error('requests.reconcile.failed', error, { issueId: event.issueId });
    return false;
  }
}

/** What is to be told of these requests' work items. The changelog is read of those only that seem to differ. */
async function differing(
  requests: readonly RequestHead[],
  app: string,
  ports: ReconcilePorts,
): Promise<readonly IssueEvent[]> {
  const reachedAtOf = (id: string): Promise<number | null | undefined> => ports.statusReachedAt(id);
  const ids = requests.flatMap(({ issueId }) => issueId ?? []);
  const [issues, rows] = await Promise.all([ports.issuesNow(ids), issueRows.getMany(ids.map(issueRowKey))]);
  const events: IssueEvent[] = [];
  for (const request of requests) {
    const { issueId = '' } = request;
    const row = rows.get(issueRowKey(issueId));
    const of = row instanceof AppFailure ? undefined : row?.request;
    if (of?.id !== request.id) continue;
    const event = eventOf(issueId, issues.get(issueId), app, ports.now());
    if (!differs(event, request, of, ports.now())) continue;
    if (event.kind !== 'found') events.push(event);
    else {
      // Whose history can't be read now is looked at by the next run.
      const reachedAt = await orLogged('requests.reachedAt', () => reachedAtOf(issueId), undefined);
      if (reachedAt === undefined) continue;
      const exact: IssueEvent = { ...event, status: { ...event.status, reachedAt } };
      if (differs(exact, request, of, ports.now())) events.push(exact);
    }
  }
  return events;
}

function eventOf(issueId: string, issue: IssueNow | undefined, app: string, at: number): IssueEvent {
  if (issue === undefined) return { kind: 'deleted', issueId, fields: {}, at };
  const { key, projectId, reporter, status } = issue;
  return {
    kind: 'found',
    issueId,
    issueKey: key,
    fields: {},
    at,
    ...(projectId !== undefined && { projectId }),
    ...(reporter !== null && reporter !== app && { reporter }),
    // As late as can be: what the changelog says can only make less of it.
    status: { id: status.id, reachedAt: at },
  };
}

/** By the head alone, which knows of every approval that it ended, if not how. */
function differs(event: IssueEvent, head: RequestHead, of: RequestOfIssue, now: number): boolean {
  const facts = factsOfEvent(event, of, now);
  const approvals = head.approvals.map((each) => ({
    ...each,
    approvers: [],
    rule: 'any' as const,
    decisions: [],
  }));
  return facts !== null && follow(facts, { ...head, answers: {}, approvals }, of, now) !== null;
}
