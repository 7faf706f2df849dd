/** Where records live: each whole under its issue's id, with a small head beside it that lists are read from. */
import * as v from 'valibot';
import {
  entityStore,
  type EntityQuery,
  type EntityStore,
  type Page,
  readable,
} from '../platform/storage/entities';
import { type Expectation, type Outcome, transact, type Write } from '../platform/storage/transact';
import { cached, type Sized } from '../work/cache';
import { isoInstant, RECORD_ENTITY, recordSchema, type SlaRecord } from './record';

const headSchema = v.object({
  issueId: v.string(),
  rev: v.number(),
  nextBreachAt: v.optional(v.number()),
});
/** What lists of clocks need of a record: queries answer whole rows and are paid by the byte. */
export type RecordHead = Readonly<v.InferOutput<typeof headSchema>>;

export interface RecordStore extends Pick<EntityStore<SlaRecord>, 'get' | 'getMany' | 'query' | 'queryAll'> {
  /** The record and its head, or neither. `conflict` when the expectation does not hold. */
  readonly put: (record: SlaRecord, expect: Expectation) => Promise<Outcome>;
  /** The same as part of a transaction. */
  readonly writes: (record: SlaRecord, expect: Expectation) => readonly Write[];
  readonly remove: (issueId: string) => Promise<void>;
}

const whole = entityStore<SlaRecord>({
  name: RECORD_ENTITY,
  schema: recordSchema,
  attributes: (doc) => ({
    issueId: doc.state.issueId,
    rev: doc.rev,
    projectId: doc.projectId,
    open: doc.open,
    armed: doc.nextAt === undefined ? 'n' : 'y',
    nextAt: doc.nextAt === undefined ? undefined : isoInstant(doc.nextAt),
    updatedAt: isoInstant(doc.updatedAt),
  }),
});

const heads = entityStore<RecordHead>({
  name: RECORD_ENTITY,
  schema: headSchema,
  attributes: ({ rev }) => ({ rev }),
});

const headKey = (issueId: string): string => `head:${issueId}`;

/**
 * Whoever may write a record writes its head: the condition of the one holds for both. They share no index: a head has none
 * of `issueId`, `armed` and `updatedAt`, and a whole record no `nextBreachAt`. What only an index needs is not said twice.
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

const writes = (record: SlaRecord, expect: Expectation): readonly Write[] => [
  whole.write(record.state.issueId, record, expect),
  headWrite(record),
];

const wholeOf = async (found: readonly RecordHead[]): Promise<readonly SlaRecord[]> => {
  const records = readable(await whole.getMany(found.map(({ issueId }) => issueId)));
  return found.flatMap(({ issueId }) => records.get(issueId) ?? []);
};

/** SLA records by issue id; `by-due` holds only the armed, both indexes by breach only those with a due instant. */
export const slaRecords: RecordStore = {
  get: (issueId) => whole.get(issueId),
  getMany: (issueIds) => whole.getMany(issueIds),
  writes,
  put: (record, expect) => transact(writes(record, expect)),
  async remove(issueId) {
    await Promise.all([whole.remove(issueId), heads.remove(headKey(issueId))]);
  },
  async query(query) {
    if (!ofHeads(query)) return whole.query(query);
    const page = await heads.query(query);
    return { ...page, docs: await wholeOf(page.docs) };
  },
  queryAll: async (query, max) =>
    ofHeads(query) ? wholeOf(await heads.queryAll(query, max)) : whole.queryAll(query, max),
};

const ofHeads = ({ index }: EntityQuery): boolean => index === 'by-breach' || index === 'by-project-breach';

/** Heads alone, by breach or by issue. */
export const recordHeads = {
  query: (query: EntityQuery): Promise<Page<RecordHead>> => heads.query(query),
  of: async (issueIds: readonly string[]): Promise<readonly RecordHead[]> => [
    ...readable(await heads.getMany(issueIds.map(headKey))).values(),
  ],
};

/**
 * The records some heads belong to, by issue: from the process as long as their version is the same, the others read
 * together. A list may lag behind, so that the version read is a later one. Those that can't be read are left out.
 */
export async function recordsOf(found: readonly RecordHead[]): Promise<ReadonlyMap<string, SlaRecord>> {
  const wanted: string[] = [];
  const together = Promise.resolve().then(() => whole.getMany(wanted).then(readable));
  const read = async (issueId: string): Promise<Sized<SlaRecord> | null> => {
    wanted.push(issueId);
    const value = (await together).get(issueId);
    return value === undefined ? null : { value, size: JSON.stringify(value).length };
  };
  const records = await Promise.all(
    found.map(({ issueId, rev }) => cached(`${RECORD_ENTITY} ${issueId}`, String(rev), () => read(issueId))),
  );
  return new Map(records.flatMap((record) => (record === null ? [] : [[record.state.issueId, record]])));
}
