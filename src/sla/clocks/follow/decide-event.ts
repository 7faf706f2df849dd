/** What a product event about an issue means for its SLA record. */
import { advance } from '../../engine/replay/replay';
import { isRelationItem } from '../../engine/related/above';
import { crossingsOf } from '../../engine/related/crossings';
import { groupsInComments, judgedBy } from '../../engine/history/comment-groups';
import { fieldsOfIssue } from '../../engine/history/field-values';
import { judgeComments } from '../../engine/history/judge-comments';
import { fittedKept } from '../../engine/history/kept-comments';
import { outOfEveryScope } from '../../engine/history/scope-excludes';
import type { SlaDefinitions } from '../../engine/model';
import type { IssueEvent } from '../../../work/issue-event';
import type { SlaRecord } from '../record/record';
import { type Draft, NOTIFY_AGAIN } from './compose';
import { continuationOf, type Continuation, inOrder } from './continuation';
import { closed } from './close-record';
import type { Loaded, SlaPorts } from './ports';
import { type ReadOnce, readingOnce } from './reading-once';
import { rebuild } from './rebuild';
import { type Prepared, prepare } from './persist';

export type EventOutcome = 'unchanged' | 'saved' | 'outOfScope' | 'seen' | 'irrelevant' | 'gone';

/** What an event comes to: nothing to write and why, or what is to be written. */
export type Decided = Exclude<EventOutcome, 'saved'> | (Prepared & { readonly outcome: 'saved' | 'gone' });

/** Decides about an event by what is stored; may be asked again. It has been shown in Jira what is to be written. */
export type Decide = (loaded: Loaded) => Promise<Decided>;

/** Events remembered since the last full reading. */
const MEMORY = 16;

interface Handling {
  readonly ports: SlaPorts;
  readonly event: IssueEvent;
  readonly readOnce: ReadOnce;
}

/**
 * Begins to follow one event. Jira is asked only when the event does not continue what is stored, and once for all that
 * decide. Safe to repeat, in any order, and beside another handler of the same issue.
 */
export function following(ports: SlaPorts, event: IssueEvent): Decide {
  const handling: Handling = { ports, event, readOnce: readingOnce(ports) };
  return (loaded) => handle(handling, loaded);
}

async function handle(handling: Handling, loaded: Loaded): Promise<Decided> {
  const { event, ports } = handling;
  const { record, definitions, whole } = loaded;
  if (event.kind === 'deleted') return record === null || record.open === 'g' ? 'gone' : gone(ports, record);
  if (record === null && (definitions.metrics.length === 0 || certainlyOutside(event, definitions)))
    return 'outOfScope';
  const known = record === null || record.open === 'g' ? null : record;
  const retold = known && retelling(event, known, definitions);
  const continuation = known && continuationOf(event, known, definitions);
  if (continuation?.kind === 'seen') return 'seen';
  if (continuation?.kind === 'irrelevant' && retold === known) return 'irrelevant';
  if (whole !== undefined) return handle(handling, await whole());
  if (known === null || retold === null || continuation === null)
    return reread(handling, event.issueId, record, definitions);
  switch (continuation.kind) {
    case 'irrelevant':
      return settled(ports, retold, known, definitions);
    case 'doubt':
      return reread(handling, event.issueId, known, definitions, withoutDeleted(event, retold));
    case 'comment':
      return takeComment(handling, continuation, { ...loaded, record: known });
    case 'continues':
      return settled(ports, advanced(retold, continuation, definitions), known, definitions);
  }
}

async function settled(...prepared: Parameters<typeof prepare>): Promise<Decided> {
  const answer = await prepare(...prepared);
  return typeof answer === 'string' ? answer : { ...answer, outcome: 'saved' };
}

const gone = (ports: SlaPorts, record: SlaRecord): Decided => ({ ...closed(ports, record), outcome: 'gone' });

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
  handling: Handling,
  { commentId, mark }: Extract<Continuation, { kind: 'comment' }>,
  { record, definitions, issueRow }: Loaded & { readonly record: SlaRecord },
): Promise<Decided> {
  const { ports, event } = handling;
  const { issueId } = event;
  const { projectId, requester } = record;
  const place = { issueId, projectId, requester, issueRow };
  const read = await ports.readComment(commentId, place, definitions);
  if (read === null) return reread(handling, issueId, record, definitions);
  const by = judgedBy(definitions);
  const { facts, kept } = judgeComments([read.comment], {
    by,
    groups: groupsInComments(definitions).size > 0,
    requestersAt: () => (requester === null ? [] : [requester]),
    standings: read.standings,
    readAt: ports.now(),
  });
  const continuation = inOrder(record, definitions, facts, mark);
  if (continuation.kind !== 'continues') return reread(handling, issueId, record, definitions);
  const of = { ...record.comments?.of, ...kept };
  return settled(
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
export async function reread(
  { ports, readOnce }: Pick<Handling, 'ports' | 'readOnce'>,
  issueId: string,
  record: SlaRecord | null,
  definitions: SlaDefinitions,
  base = record,
): Promise<Decided> {
  const full = await readOnce(issueId, base, definitions);
  if (full === null) return record === null || record.open === 'g' ? 'gone' : gone(ports, record);
  return settled(ports, rebuild(full, base, definitions), record, definitions);
}

/** A record whose work items above may be others now, and must be told again; the record itself when nothing says so. */
const retelling = (event: IssueEvent, record: SlaRecord, definitions: SlaDefinitions): SlaRecord => {
  if (record.told === undefined || crossingsOf(definitions).length === 0) return record;
  const moved = event.kind === 'updated' && event.entry?.items.some(isRelationItem) === true;
  return moved ? { ...record, told: NOTIFY_AGAIN } : record;
};

/** Project and type are in every event; an issue they rule out costs no call to Jira. */
const certainlyOutside = ({ fields }: IssueEvent, definitions: SlaDefinitions): boolean => {
  const told = ['projectId', 'issuetype'].filter(
    (field) => fields[field === 'projectId' ? 'project' : field],
  );
  return outOfEveryScope(definitions, fieldsOfIssue(fields, new Set(told), {}));
};
