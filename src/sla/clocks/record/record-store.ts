/** Where records are found: whole, or by their heads. */
import * as v from 'valibot';
import {
  entityStore,
  type EntityQuery,
  type EntityStore,
  type Page,
  readable,
} from '../../../platform/storage/entities';
import { type Expectation, type Outcome, transact } from '../../../platform/storage/transact';
import { cached, type Sized } from '../../../work/cache';
import { RECORD_ENTITY, type SlaRecord } from './record';
import { headKey, type RecordHead, recordWrites, whole } from './record-writes';

const headSchema: v.GenericSchema<unknown, RecordHead> = v.object({
  issueId: v.string(),
  rev: v.number(),
  nextBreachAt: v.optional(v.number()),
});

export interface RecordStore extends Pick<EntityStore<SlaRecord>, 'get' | 'getMany' | 'query' | 'queryAll'> {
  /** The record and its head, or neither. `conflict` when the expectation does not hold. */
  readonly put: (record: SlaRecord, expect: Expectation) => Promise<Outcome>;
  readonly remove: (issueId: string) => Promise<void>;
}

const heads = entityStore<RecordHead>({
  name: RECORD_ENTITY,
  schema: headSchema,
  attributes: ({ rev }) => ({ rev }),
});

const wholeOf = async (found: readonly RecordHead[]): Promise<readonly SlaRecord[]> => {
  const records = readable(await whole.getMany(found.map(({ issueId }) => issueId)));
  return found.flatMap(({ issueId }) => records.get(issueId) ?? []);
};

/** SLA records by issue id; `by-due` holds only the armed, both indexes by breach only those with a due instant. */
export const slaRecords: RecordStore = {
  get: (issueId) => whole.get(issueId),
  getMany: (issueIds) => whole.getMany(issueIds),
  put: (record, expect) => transact(recordWrites(record, expect)),
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
