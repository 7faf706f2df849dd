import { heads } from './store';

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 90;
const AT_MOST = 5_000;

/** How often each item was ordered in the last ninety days, counted over the requests themselves. */
export async function countOrders(now: number): Promise<Readonly<Record<string, number>>> {
  const since = new Date(now - WINDOW_DAYS * DAY_MS).toISOString();
  const range = { op: 'gte', value: since } as const;
  const of = (state: string) => heads.queryAll({ index: 'by-state', partition: [state], range }, AT_MOST);
  const all = [...(await of('open')), ...(await of('closed'))];
  const counts = new Map<string, number>();
  for (const { itemId } of all) counts.set(itemId, (counts.get(itemId) ?? 0) + 1);
  return Object.fromEntries(counts);
}
