/** What a product event about an issue means for its SLA record. */
import { advance } from '../domain/engine/replay';
import { isRelationItem } from '../domain/children/above';
import { crossingsOf } from '../domain/children/crossings';
import { groupsInComments, judgedBy } from '../domain/history/comment-groups';
import { fieldsOfIssue } from '../domain/history/field-values';
import { judgeComments } from '../domain/history/judge-comments';
import { fittedKept } from '../domain/history/kept-comments';
import { outOfEveryScope } from '../domain/history/scope-excludes';
import type { SlaDefinitions } from '../domain/model';
import type { IssueEvent } from '../issue-event';
import type { SlaRecord } from '../record';
import { type Draft, TELL_AGAIN } from './compose';
import { continuationOf, type Continuation, inOrder } from './continuation';
import { forget } from './forget';
import type { Loaded, SlaPorts } from './ports';
import { rebuild } from './rebuild';
import { settle } from './settle';

export type EventOutcome =
  'unchanged' | 'saved' | 'outOfScope' | 'seen' | 'irrelevant' | 'gone' | 'contended';

const ATTEMPTS = 4;
/** Events remembered since the last full reading. */
const MEMORY = 16;

/**
 * One storage read and at most one conditional write. Jira is asked only when the event does not continue
 * what is stored. Safe to repeat, in any order, and beside another handler of the same issue.
 * `contended` when others kept writing: try again later.
 */
export const onIssueEvent = (ports: SlaPorts, event: IssueEvent): Promise<EventOutcome> =>
  persistently(ports.loadForEvent, event.issueId, (loaded) => handle(ports, event, loaded));

/** Replays an issue from Jira, whatever is stored. */
export const rereadIssue = (ports: SlaPorts, issueId: string): Promise<EventOutcome> =>
  persistently(ports.load, issueId, ({ record, definitions }) => reread(ports, issueId, record, definitions));

/** Decides again on what is stored by then, when somebody else wrote in between. */
async function persistently(
  load: SlaPorts['load'],
  issueId: string,
  decide: (loaded: Loaded) => Promise<EventOutcome | 'conflict'>,
): Promise<EventOutcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const outcome = await decide(await load(issueId));
    if (outcome !== 'conflict') return outcome;
  }
  return 'contended';
}

async function handle(
  ports: SlaPorts,
  event: IssueEvent,
  loaded: Loaded,
): Promise<EventOutcome | 'conflict'> {
  const { record, definitions, whole } = loaded;
  if (event.kind === 'deleted')
    return record === null || record.open === 'g' ? 'gone' : forget(ports, record);
  if (record === null && (definitions.metrics.length === 0 || certainlyOutside(event, definitions)))
    return 'outOfScope';
  const known = record === null || record.open === 'g' ? null : record;
  const retold = known && retelling(event, known, definitions);
  const continuation = known && continuationOf(event, known, definitions);
  if (continuation?.kind === 'seen') return 'seen';
  if (continuation?.kind === 'irrelevant' && retold === known) return 'irrelevant';
  if (whole !== undefined) return handle(ports, event, await whole());
  if (known === null || retold === null || continuation === null)
    return reread(ports, event.issueId, record, definitions);
  switch (continuation.kind) {
    case 'irrelevant':
      return settle(ports, retold, known, definitions);
    case 'doubt':
      return reread(ports, event.issueId, known, definitions, withoutDeleted(event, retold));
    case 'comment':
      return takeComment(ports, event, continuation, { ...loaded, record: known });
    case 'continues':
      return settle(ports, advanced(retold, continuation, definitions), known, definitions);
  }
}

const advanced = (
  record: SlaRecord,
  { facts, mark }: Extract<Continuation, { kind: 'continues' }>,
  definitions: SlaDefinitions,
): Draft => ({
  ...record,
  state: advance(definitions, record.state, facts),
  seen: [...record.seen, mark].slice(-MEMORY),
});

/** Reads the one comment an event tells of, and judges it; the whole history where that is not enough. */
async function takeComment(
  ports: SlaPorts,
  { issueId }: IssueEvent,
  { commentId, mark }: Extract<Continuation, { kind: 'comment' }>,
  { record, definitions, issueRow }: Loaded & { readonly record: SlaRecord },
): Promise<EventOutcome | 'conflict'> {
  const { projectId, requester } = record;
  const place = { issueId, projectId, requester, issueRow };
  const read = await ports.readComment(commentId, place, definitions);
  if (read === null) return reread(ports, issueId, record, definitions);
  const by = judgedBy(definitions);
  const { facts, kept } = judgeComments([read.comment], {
    by,
    groups: groupsInComments(definitions).size > 0,
    requestersAt: () => (requester === null ? [] : [requester]),
    standings: read.standings,
    readAt: ports.now(),
  });
  const continuation = inOrder(record, definitions, facts, mark);
  if (continuation.kind !== 'continues') return reread(ports, issueId, record, definitions);
  const of = { ...record.comments?.of, ...kept };
  return settle(
    ports,
    { ...advanced(record, continuation, definitions), comments: { by, of: fittedKept(of) } },
    record,
    definitions,
  );
}

/** A comment that was deleted is remembered no longer: one that is only hidden now still counts. */
const withoutDeleted = (event: IssueEvent, record: SlaRecord): SlaRecord => {
  if (event.kind !== 'uncommented' || event.comment === undefined || record.comments === undefined)
    return record;
  const { [event.comment.id]: _deleted, ...of } = record.comments.of;
  return { ...record, comments: { ...record.comments, of } };
};

/** Replays Jira's whole history of an issue into its record; `base` is what the record goes on from. */
async function reread(
  ports: SlaPorts,
  issueId: string,
  record: SlaRecord | null,
  definitions: SlaDefinitions,
  base = record,
): Promise<EventOutcome | 'conflict'> {
  const full = await ports.readHistory(issueId, definitions, base?.comments);
  if (full === null) return record === null || record.open === 'g' ? 'gone' : forget(ports, record);
  return settle(ports, rebuild(full, base, definitions), record, definitions);
}

/** A record whose work items above may be others now, and must be told again; the record itself when nothing says so. */
const retelling = (event: IssueEvent, record: SlaRecord, definitions: SlaDefinitions): SlaRecord => {
  if (record.told === undefined || crossingsOf(definitions).length === 0) return record;
  const moved = event.kind === 'updated' && event.entry?.items.some(isRelationItem) === true;
  return moved ? { ...record, told: TELL_AGAIN } : record;
};

/** Project and type are in every event; an issue they rule out costs no call to Jira. */
const certainlyOutside = ({ fields }: IssueEvent, definitions: SlaDefinitions): boolean => {
  const told = ['projectId', 'issuetype'].filter(
    (field) => fields[field === 'projectId' ? 'project' : field],
  );
  return outOfEveryScope(definitions, fieldsOfIssue(fields, new Set(told), {}));
};
