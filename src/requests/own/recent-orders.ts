import * as v from 'valibot';
import { documentStore } from '../../platform/storage/documents';
import type { Write } from '../../platform/storage/transact';

const schema = v.object({
  schema: v.literal(1),
  id: v.string(),
  rev: v.number(),
  /** Requests, with when each was noted (UTC milliseconds): newest first. */
  recent: v.array(v.object({ id: v.string(), at: v.number() })),
});

/** What was ordered lately of an item with a limit for one person: indexes lag, and forms in two tabs are sent at once. */
const rows = documentStore<Readonly<v.InferOutput<typeof schema>>>(schema);

/** Indexes show a request long before. */
const LATELY_MS = 60 * 60_000;
const MOST = 100;

export interface RecentOrders {
  readonly ids: readonly string[];
  /** Notes one more request, where nobody has noted another since: put it into the transaction that writes the request. */
  readonly note: (requestId: string) => Write;
}

/** What was ordered of an item for somebody within the last hour. Strongly consistent. */
export async function recentOrders(itemId: string, beneficiary: string, now: number): Promise<RecentOrders> {
  const id = `ordered:${itemId}:${beneficiary}`;
  const { rev = 0, recent = [] } = (await rows.get(id)) ?? {};
  const lately = recent.filter(({ at }) => at > now - LATELY_MS);
  return {
    ids: lately.map((each) => each.id),
    note: (requestId) => {
      const others = lately.filter((each) => each.id !== requestId);
      const next = [{ id: requestId, at: now }, ...others].slice(0, MOST);
      return rows.write(id, { schema: 1, id, rev: rev + 1, recent: next }, { rev });
    },
  };
}
