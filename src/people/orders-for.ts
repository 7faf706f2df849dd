/**
 * For whom somebody orders: found from the side of who orders, which no index can hold. It is a hint. Whom it names is looked up
 * before anything is shown, and the record alone lets anybody order.
 */
import * as v from 'valibot';
import { sameValues } from '../kernel/same-values';
import { rebuildable } from '../platform/storage/blobs';
import { documentStore } from '../platform/storage/documents';
import { readable } from '../platform/storage/entities';
import { transact } from '../platform/storage/transact';
import { markWrites } from '../work/home-marks';
import { update } from '../work/update';
import { idsOf, type PersonRecord } from './domain/person';

/** Nobody orders for more people; of those that are noted beyond, the oldest are forgotten. */
const MOST = 200;

const schema = v.object({
  schema: v.literal(1),
  id: v.string(),
  rev: v.number(),
  /** Accounts, the newest last. */
  people: v.array(v.string()),
});
const hints = documentStore<Readonly<v.InferOutput<typeof schema>>>(schema);
const keyOf = (assistant: string): string => `orders-for:${assistant}`;

/** The accounts somebody may order for, as far as it is noted and can be read: nobody's portal hangs on it. Strongly consistent. */
export const notedFor = async (assistant: string): Promise<readonly string[]> =>
  (await rebuildable(() => hints.get(keyOf(assistant))))?.people ?? [];

type Records = ReadonlyMap<string, PersonRecord>;
/** By assistant, whom they order for. */
type Pairs = ReadonlyMap<string, ReadonlySet<string>>;

export function pairsIn(records: Iterable<PersonRecord>): Pairs {
  const pairs = new Map<string, Set<string>>();
  for (const { id, assistants } of records)
    for (const assistant of idsOf(assistants))
      pairs.set(assistant, (pairs.get(assistant) ?? new Set<string>()).add(id));
  return pairs;
}

/** What of some pairs is not among others. */
const without = (pairs: Pairs, others: Pairs): Pairs =>
  new Map(
    [...pairs].flatMap(([assistant, people]) => {
      const left = [...people].filter((id) => !others.get(assistant)?.has(id));
      return left.length === 0 ? [] : [[assistant, new Set(left)]];
    }),
  );

/**
 * Changes records, and notes who orders for whom from then on: what is new before the change, what is gone after it, so that whatever
 * is lost on the way nobody who may order is missing. Homes that tell of it are told last.
 */
export async function aroundChange<T>(before: Records, after: Records, change: () => Promise<T>): Promise<T> {
  const [stood, stands] = [pairsIn(before.values()), pairsIn(after.values())];
  const [named, dropped] = [without(stands, stood), without(stood, stands)];
  await noteAll(named);
  const done = await change();
  for (const [assistant, people] of dropped)
    await changeHint(assistant, (noted) => noted.filter((id) => !people.has(id)));
  const touched = [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [then, now] = [before.get(id)?.assistants ?? [], after.get(id)?.assistants ?? []];
    return sameValues(then, now) ? [] : [id, ...idsOf([...then, ...now])];
  });
  if (touched.length > 0) await transact(markWrites(touched, 0));
  return done;
}

/** Notes what is not noted yet: also where a record was changed and its note was lost. Safe to repeat. */
export async function noteAll(pairs: Pairs): Promise<void> {
  const noted = readable(await hints.getMany([...pairs.keys()].map(keyOf)));
  for (const [assistant, people] of pairs) {
    const known = noted.get(keyOf(assistant))?.people ?? [];
    const fresh = [...people].filter((id) => !known.includes(id));
    if (fresh.length > 0) await changeHint(assistant, (each) => [...new Set([...each, ...fresh])]);
  }
}

async function changeHint(
  assistant: string,
  next: (people: readonly string[]) => readonly string[],
): Promise<void> {
  const id = keyOf(assistant);
  const change = () =>
    update(hints, id, (row) => ({
      next: { schema: 1 as const, id, rev: 0, people: next(row?.people ?? []).slice(-MOST) },
      answer: true,
    }));
  if ((await rebuildable(change)) !== null) return;
  // What can't be read holds no record up: the records say all of it, and the night notes the rest anew.
  await hints.remove(id);
  await change();
}
