/**
 * Whether an event continues what is stored, so that Jira need not be asked.
 *
 * Forge events come late, twice, out of order or never, and a changelog id says nothing about how many came
 * between. So an event continues a record only if it is newer than everything taken in, and every value it
 * says it changed *from* is the value the record knows. Whatever else is a doubt, and a doubt costs one
 * reading of Jira's history. A lost event about a field that came back to its old value stays unnoticed
 * here; the hourly reconciliation finds it.
 */
import { triggersOf } from '../../engine/model/triggers-of';
import { continues } from '../../engine/replay/replay';
import { isCurrent } from '../../engine/revisions/former';
import { mergeChanges } from '../../engine/history/build-history';
import { changeOfItemAfter, fieldOfItem, sameValue } from '../../engine/history/changes';
import { listensToComments } from '../../engine/history/comment-groups';
import { categoryInside, fieldValueOf } from '../../engine/history/field-values';
import { watchedFields } from '../../engine/history/fields-of';
import { isLinkItem, linkFact } from '../../engine/history/link-facts';
import type { Fact, FieldChange, FieldValue, SlaDefinitions, Trigger } from '../../engine/model';
import type { IssueEvent } from '../../../work/issue-event';
import type { SlaRecord } from '../record/record';

export type Continuation =
  /** Known already. */
  | { readonly kind: 'seen' }
  /** Nothing in it can matter to a clock. */
  | { readonly kind: 'irrelevant' }
  | { readonly kind: 'continues'; readonly facts: readonly Fact[]; readonly mark: string }
  /** A comment nothing came between: it alone must be read, as events don't tell who may read it nor what its author is. */
  | { readonly kind: 'comment'; readonly commentId: string; readonly mark: string }
  /** Ask Jira; `why` is for the log. */
  | { readonly kind: 'doubt'; readonly why: string };

const doubt = (why: string): Continuation => ({ kind: 'doubt', why });

/** How an event relates to a record that was computed with these definitions. */
export function continuationOf(
  event: IssueEvent,
  record: SlaRecord,
  definitions: SlaDefinitions,
): Continuation {
  if (!isCurrent(definitions, record.state.version)) return doubt('definitions');
  switch (event.kind) {
    case 'created':
      return { kind: 'seen' };
    case 'uncommented':
      return listensToComments(definitions) ? doubt('comment deleted') : { kind: 'irrelevant' };
    case 'deleted':
      return doubt('deleted');
    case 'found':
      return doubt('found');
    case 'updated':
      return ofChange(event, record, definitions);
    case 'commented':
      return ofComment(event, record, definitions);
  }
}

function ofChange(
  { entry, at, fields }: Extract<IssueEvent, { kind: 'updated' }>,
  record: SlaRecord,
  definitions: SlaDefinitions,
): Continuation {
  if (entry === undefined) return doubt('incomplete');
  const watched = watchedFields(definitions);
  const items = entry.items.filter((item) => matters(fieldOfItem(item), watched));
  const links = listensToLinks(definitions) ? entry.items.filter(isLinkItem) : [];
  if (items.length === 0 && links.length === 0) return { kind: 'irrelevant' };
  if (entry.id === null || at === null) return doubt('incomplete');
  const { id: entryId } = entry;
  const mark = `h${entryId}`;
  const id = Number(entryId);
  if (record.seen.includes(mark) || (id <= record.base.change && at <= record.base.at))
    return { kind: 'seen' };
  const turning = items.find((item) => TURNING_POINTS.has(fieldOfItem(item)));
  if (turning !== undefined) return doubt(`${fieldOfItem(turning)} changed`);
  if (id <= newest(record, 'h', record.base.change)) return doubt('late');

  const current: Record<string, FieldValue> = { ...record.state.fields };
  const changes: FieldChange[] = [];
  for (const item of items) {
    const field = fieldOfItem(item);
    const known = current[field] ?? [];
    const change = changeOfItemAfter(item, known);
    if (watched.has(field) && !sameValue(change.from, known)) return doubt('gap');
    current[field] = change.to;
    changes.push(change);
  }
  const status = changes.find(({ field }) => field === 'status');
  if (status !== undefined && !sameValue(fieldValueOf(fields['status']), status.to))
    return doubt('status moved on');
  const category = status === undefined ? undefined : categoryInside(fields['status']);
  if (status !== undefined && watched.has('statusCategory')) {
    if (category === undefined) return doubt('category unknown');
    const from = record.state.fields['statusCategory'] ?? [];
    if (!sameValue(from, [category])) changes.push({ field: 'statusCategory', from, to: [category] });
  }
  const stamp = { at, id: entryId, by: entry.author };
  const facts: Fact[] = links.map((item, nth) =>
    linkFact({ id: entryId, created: at, author: { accountId: entry.author ?? '' } }, item, nth),
  );
  if (changes.length > 0) facts.unshift({ ...stamp, kind: 'change', changes: mergeChanges(changes) });
  return inOrder(record, definitions, facts, mark);
}

/** Facts that follow on everything the record holds. */
export const inOrder = (
  { state }: Pick<SlaRecord, 'state'>,
  definitions: SlaDefinitions,
  facts: readonly Fact[],
  mark: string,
): Continuation =>
  continues(definitions, state, facts) ? { kind: 'continues', facts, mark } : doubt('late');

function ofComment(
  { comment }: Extract<IssueEvent, { kind: 'commented' | 'uncommented' }>,
  record: SlaRecord,
  definitions: SlaDefinitions,
): Continuation {
  if (!listensToComments(definitions)) return { kind: 'irrelevant' };
  if (comment === undefined) return doubt('incomplete');
  if (comment.edited) return doubt('comment edited');
  const mark = `c${comment.id}`;
  if (record.seen.includes(mark) || record.comments?.of[comment.id] !== undefined) return { kind: 'seen' };
  const id = Number(comment.id);
  // A comment that was read and is not remembered could not be judged then.
  return id > newest(record, 'c', record.base.comment)
    ? { kind: 'comment', commentId: comment.id, mark }
    : doubt('late');
}

/** A move changes the key and what Jira shows of the issue; another reporter changes whose comments are the requester's. */
const TURNING_POINTS = new Set(['projectId', 'reporter']);

const matters = (field: string, watched: ReadonlySet<string>): boolean =>
  watched.has(field) || TURNING_POINTS.has(field) || (field === 'status' && watched.has('statusCategory'));

/** The newest changelog entry (`h`) or comment (`c`) that a record has taken in. */
export const newest = (record: Pick<SlaRecord, 'seen'>, kind: 'h' | 'c', base: number): number =>
  record.seen
    .filter((mark) => mark.startsWith(kind))
    .reduce((highest, mark) => Math.max(highest, Number(mark.slice(1))), base);

const listensTo = ({ metrics }: SlaDefinitions, ...kinds: readonly Trigger['on'][]): boolean =>
  metrics.flatMap(triggersOf).some(([, { on }]) => kinds.includes(on));

const listensToLinks = (definitions: SlaDefinitions): boolean => listensTo(definitions, 'linked', 'unlinked');
