/** The SLA runtime on Forge: storage, Jira as the app, queues, the clock. */
import { readComment, readHistory } from '../../../platform/jira/issues/history';
import { putIssueProperty } from '../../../platform/jira/issues/issue-property';
import { pushEvents } from '../../../platform/queue/push';
import { orThrow } from '../../../platform/storage/entities';
import type { DocumentHead } from '../../../platform/storage/documents';
import { issueRowAt, type IssueRow } from '../../../platform/storage/issue-row';
import { readTogether } from '../../../platform/storage/together';
import { type Expectation, transact, type Write } from '../../../platform/storage/transact';
import { SLA_PROPERTY } from '../../../kernel/names';
import { follow } from '../../../work/versioned';
import { DEFINITIONS_HEAD, forEventsAt, replayedAt } from '../../definitions/stored/definitions-at';
import { RELATION_FIELDS } from '../../engine/related/above';
import { crossingsOf } from '../../engine/related/crossings';
import { groupsInComments, judgedBy, listensToComments } from '../../engine/history/comment-groups';
import { restNameOf } from '../../engine/history/field-values';
import { fieldsOf } from '../../engine/history/fields-of';
import { strangersIn } from '../../engine/history/judge-comments';
import type { KeptComments } from '../../engine/history/kept-comments';
import type { SlaDefinitions } from '../../engine/model';
import { recordAt, type SlaRecord } from '../record/record';
import { recordWrites } from '../record/record-writes';
import { commentPeopleOf, standingsOf } from './comment-people';
import { fillFields, participantsFieldOfSite } from './jira-fields';
import { categoriesOfSite } from './status-categories';
import type { SlaProperty } from '../domain/property';
import type { CommentPlace, DueEvent, FullHistory, Loaded, ReadComment } from './ports';

export const DUE_QUEUE = 'sla-due';

/** REST fields a history needs: what the definitions look at, and what identifies the issue. */
export const restFields = (definitions: SlaDefinitions): readonly string[] => [
  ...new Set([
    'created',
    'updated',
    'reporter',
    'project',
    'status',
    ...[...fieldsOf(definitions)].map(restNameOf),
    ...(crossingsOf(definitions).length === 0 ? [] : RELATION_FIELDS),
  ]),
];

/** The same with the field of those who take part in a request, on sites that have one. */
export async function historyFields(definitions: SlaDefinitions): Promise<readonly string[]> {
  const participants = listensToComments(definitions) ? await participantsFieldOfSite() : null;
  return participants === null ? restFields(definitions) : [...restFields(definitions), participants];
}

const dueQueueEvent = ({ issueId, at, gatherUntil }: DueEvent, now: number) => ({
  body: { issueId, at, ...(gatherUntil === undefined ? {} : { gatherUntil }) },
  delaySeconds: Math.max(0, (at - now) / 1000),
  serialise: `sla:${issueId}`,
});

/** As the app; `null` when the issue is gone or hidden from it. Of comments that are `kept` nobody is asked about again. */
export async function readFullHistory(
  issueId: string,
  definitions: SlaDefinitions,
  kept?: KeptComments,
): Promise<FullHistory | null> {
  const fields = await historyFields(definitions);
  const [history, known] = await Promise.all([readHistory(issueId, fields), categoriesOfSite()]);
  if (history === null) return null;
  return { ...history, categories: known, ...(await commentPeopleOf(history, definitions, kept)) };
}

/**
 * One comment, as the app, with what its author is; `null` when only the whole history can tell. One call to Jira, and a few
 * more about an author whom nobody asked about lately.
 */
async function readOneComment(
  commentId: string,
  place: CommentPlace,
  definitions: SlaDefinitions,
): Promise<ReadComment | null> {
  const [comment, participants] = await Promise.all([
    readComment(place.issueId, commentId),
    participantsFieldOfSite(),
  ]);
  if (comment === null) return null;
  const judging = {
    by: judgedBy(definitions),
    groups: groupsInComments(definitions).size > 0,
    requestersAt: () => (place.requester === null ? [] : [place.requester]),
  };
  const accountIds = strangersIn([comment], judging);
  // Who takes part is told by the issue, not by the event.
  if (accountIds.length > 0 && participants !== null) return null;
  return { comment, standings: await standingsOf({ ...place, accountIds }, definitions) };
}

/** What is read of an issue, in one call. */
export interface SlaRows {
  readonly record: SlaRecord | null;
  readonly issueRow: IssueRow | null;
  readonly head: DocumentHead | null;
}

async function rowsOf(issueId: string): Promise<SlaRows> {
  const { record, issueRow, head } = await readTogether({
    record: recordAt(issueId),
    issueRow: issueRowAt(issueId),
    head: DEFINITIONS_HEAD,
  });
  return { record: orThrow(record), issueRow: orThrow(issueRow), head: orThrow(head) };
}

/** The rows with the definitions as events need them; `null` when these were replaced since the rows were read. */
export async function loadedForEvent(
  issueId: string,
  { record, issueRow, head }: SlaRows,
): Promise<Loaded | null> {
  const definitions = await forEventsAt(head);
  if (definitions === null) return null;
  if (definitions.pastFields === undefined) return { record, issueRow, definitions };
  const whole = async (): Promise<Loaded> => {
    const all = await replayedAt(head);
    return all === null ? slaPorts.load(issueId) : { record, issueRow, definitions: all.definitions };
  };
  return { record, issueRow, definitions, whole };
}

export const slaPorts = {
  now: (): number => Date.now(),
  /** Record, definitions and the issue's row, strongly consistent; one storage call where the process knows the version. */
  async load(issueId: string): Promise<Loaded> {
    const [{ record, issueRow }, { definitions }] = await follow(
      () => rowsOf(issueId),
      ({ head }) => replayedAt(head),
    );
    return { record, issueRow, definitions };
  },
  /** The same with the definitions as events need them: cheap for a process that does not know the version. */
  async loadForEvent(issueId: string): Promise<Loaded> {
    const [, loaded] = await follow(
      () => rowsOf(issueId),
      (rows) => loadedForEvent(issueId, rows),
    );
    return loaded;
  },
  /** `also` is written in the same transaction. */
  save: (record: SlaRecord, expect: Expectation, also: readonly Write[] = []) =>
    transact([...recordWrites(record, expect), ...also]),
  readHistory: readFullHistory,
  readComment: readOneComment,
  /** Writes the display copy; nothing happens when the issue is gone. */
  publishCopy: (issueId: string, property: SlaProperty) => putIssueProperty(issueId, SLA_PROPERTY, property),
  fill: fillFields,
  /** Wakes the due consumer at an instant up to 15 minutes away; later than that is the sweep's business. */
  async schedule(events: readonly DueEvent[]): Promise<readonly DueEvent[]> {
    const now = Date.now();
    const taken = await pushEvents(
      DUE_QUEUE,
      events.map((event) => dueQueueEvent(event, now)),
    );
    return events.slice(0, taken.length);
  },
};
