/** How long approvals and deliveries of each item usually take: counted once a day over the requests of the last months. */
import * as v from 'valibot';
import { groupBy } from '../kernel/group-by';
import { readRebuildable, writeBlob } from '../platform/storage/blobs';
import type { FinishedCycle } from '../sla';
import type { RequestHead } from './domain/model';
import { approvalLength, type Usual, usualApproval, usualDelivery, usualSchema } from './domain/usual';
import { heads } from './store';

const KEY = 'requests:usual';
const DAY_MS = 86_400_000;
const WINDOW_DAYS = 90;
/** What ended within the window may have been asked for so long before it. */
const BEFORE_DAYS = 90;
/** The newest: enough for what is usual. */
const AT_MOST = 3_000;

const schema = v.object({ items: v.record(v.string(), usualSchema) });
export type UsualTimes = Readonly<Record<string, Usual>>;

/** By item; nothing before the first count, or where it can't be read. */
export const readUsual = async (): Promise<UsualTimes> => (await readRebuildable(KEY, schema))?.items ?? {};

export interface UsualPorts {
  /** Of each work item, with the last cycle of each of its metrics. */
  readonly finishedCycles: (
    issueIds: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly FinishedCycle[]>>;
}

/** Counts anew as of an instant (ms). */
export async function countUsual(now: number, { finishedCycles }: UsualPorts): Promise<void> {
  const since = now - WINDOW_DAYS * DAY_MS;
  const received = new Date(since - BEFORE_DAYS * DAY_MS).toISOString();
  const range = { op: 'gte', value: received } as const;
  const of = (state: string) =>
    heads.queryAll({ index: 'by-state', partition: [state], range, newestFirst: true }, AT_MOST);
  const requests = [...(await of('open')), ...(await of('closed'))];
  const cycles = await finishedCycles(requests.flatMap(({ issueId }) => issueId ?? []));
  const items = [...groupBy(requests, ({ itemId }) => itemId)].flatMap(([itemId, own]) => {
    const usual = usualOf(own, cycles, since);
    return Object.keys(usual).length === 0 ? [] : [[itemId, usual] as const];
  });
  await writeBlob(KEY, { items: Object.fromEntries(items) }, String(now));
}

function usualOf(
  requests: readonly RequestHead[],
  cycles: ReadonlyMap<string, readonly FinishedCycle[]>,
  since: number,
): Usual {
  const approval = usualApproval(requests.flatMap((request) => approvalLength(request, since) ?? []));
  const own = requests
    .flatMap(({ issueId = '' }) => cycles.get(issueId) ?? [])
    .filter(({ stopTime }) => stopTime >= since);
  const delivery = [...groupBy(own, ({ metricId }) => metricId)].flatMap(([metricId, many]) => {
    const usual = usualDelivery(many);
    return usual === undefined ? [] : [[metricId, usual] as const];
  });
  return {
    ...(approval !== undefined && { approval }),
    ...(delivery.length > 0 && { delivery: Object.fromEntries(delivery) }),
  };
}
