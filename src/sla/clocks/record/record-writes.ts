/** How records are written: each whole under its issue's id, with a small head beside it that lists are read from. */
import { entityStore } from '../../../platform/storage/entities';
import type { Expectation, Write } from '../../../platform/storage/transact';
import { toLetters } from '../../engine/machine/codec';
import type { Instant } from '../../engine/model';
import { isoInstant, RECORD_ENTITY, recordSchema, type SlaRecord } from './record';

/** What lists of clocks need of a record: queries answer whole rows and are paid by the byte. */
export interface RecordHead {
  readonly issueId: string;
  readonly rev: number;
  readonly nextBreachAt?: Instant | undefined;
}

/** Whole records; only for what writes and reads them with their heads. */
export const whole = entityStore<SlaRecord>({
  name: RECORD_ENTITY,
  schema: recordSchema,
  stored: (doc) => ({ ...doc, state: toLetters(doc.state) }),
  attributes: (doc) => ({
    issueId: doc.state.issueId,
    rev: doc.rev,
    projectId: doc.projectId,
    open: doc.open,
    due: doc.nextAt === undefined ? 'n' : doc.putOff === undefined ? 'y' : 'f',
    dueAt: doc.nextAt === undefined ? undefined : isoInstant(doc.putOff?.[1] ?? doc.nextAt),
    updatedAt: isoInstant(doc.updatedAt),
  }),
});

export const headKey = (issueId: string): string => `head:${issueId}`;

/**
 * Whoever may write a record writes its head: the condition of the one holds for both. They share no index: a head has none
 * of `issueId`, `due` and `updatedAt`, and a whole record no `nextBreachAt`. What only an index needs is not said twice.
 */
function headWrite({ state: { issueId }, rev, projectId, open, nextBreachAt }: SlaRecord): Write {
  const due = nextBreachAt === undefined ? {} : { nextBreachAt: isoInstant(nextBreachAt) };
  const doc: RecordHead = { issueId, rev, ...(nextBreachAt === undefined ? {} : { nextBreachAt }) };
  const value = { rev, projectId, open, ...due, doc };
  return {
    kind: 'setRow',
    entity: RECORD_ENTITY,
    key: headKey(issueId),
    value,
    expect: 'any',
    anchor: 'rev',
  };
}

/** Writes a record with its head, as part of a transaction. */
export const recordWrites = (record: SlaRecord, expect: Expectation): readonly Write[] => [
  whole.write(record.state.issueId, record, expect),
  headWrite(record),
];
