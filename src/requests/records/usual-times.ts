/** How long approvals, stages and deliveries of each item usually take: counted once a day over the requests of the last months. */
import * as v from 'valibot';
import type { PublishedItem } from '../../catalog/domain/model';
import { groupBy } from '../../kernel/group-by';
import { readRebuildable, writeBlob } from '../../platform/storage/blobs';
import { orLogged } from '../../work/or-logged';
import type { StatusMove } from '../../platform/jira/issues/status-moves';
import type { FinishedCycle } from '../../sla';
import { asksFirst } from '../domain/before-issue';
import type { RequestHead } from '../domain/model';
import { stageTimes } from '../domain/stage-times';
import { approvalLength, type Usual, usualDelivery, usualLength, usualSchema } from '../domain/usual';
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
  /** How work items went from status to status, oldest first. */
  readonly statusMovesOf: (
    issueIds: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly StatusMove[]>>;
  readonly publishedItem: (itemId: string) => Promise<PublishedItem | null>;
}

/** Counts anew as of an instant (ms). */
export async function countUsual(now: number, ports: UsualPorts): Promise<void> {
  const since = now - WINDOW_DAYS * DAY_MS;
  const received = new Date(since - BEFORE_DAYS * DAY_MS).toISOString();
  const range = { op: 'gte', value: received } as const;
  const of = (state: string) =>
    heads.queryAll({ index: 'by-state', partition: [state], range, newestFirst: true }, AT_MOST);
  const requests = [...(await of('open')), ...(await of('closed'))];
  const issueIds = requests.flatMap(({ issueId }) => issueId ?? []);
  const known = {
    cycles: await ports.finishedCycles(issueIds),
    // What Jira does not tell today is told tomorrow: the rest is known without it.
    moves: await orLogged('usual.moves', () => ports.statusMovesOf(issueIds), NO_MOVES),
    since,
  };
  const items: [string, Usual][] = [];
  for (const [itemId, own] of groupBy(requests, ({ itemId }) => itemId)) {
    const moved = own.some(({ issueId = '' }) => known.moves.has(issueId));
    const usual = usualOf(own, moved ? await ports.publishedItem(itemId) : null, known);
    if (Object.keys(usual).length > 0) items.push([itemId, usual]);
  }
  await writeBlob(KEY, { items: Object.fromEntries(items) }, String(now));
}

const NO_MOVES: ReadonlyMap<string, readonly StatusMove[]> = new Map();

interface Known {
  readonly cycles: ReadonlyMap<string, readonly FinishedCycle[]>;
  readonly moves: ReadonlyMap<string, readonly StatusMove[]>;
  readonly since: number;
}

function usualOf(requests: readonly RequestHead[], item: PublishedItem | null, known: Known): Usual {
  const { cycles, since } = known;
  const approval = usualLength(requests.flatMap((request) => approvalLength(request, since) ?? []));
  const own = requests
    .flatMap(({ issueId = '' }) => cycles.get(issueId) ?? [])
    .filter(({ stopTime }) => stopTime >= since);
  const delivery = [...groupBy(own, ({ metricId }) => metricId)].flatMap(([metricId, many]) => {
    const usual = usualDelivery(many);
    return usual === undefined ? [] : [[metricId, usual] as const];
  });
  const stages = item === null ? [] : usualStages(requests, item, known);
  return {
    ...(approval !== undefined && { approval }),
    ...(delivery.length > 0 && { delivery: Object.fromEntries(delivery) }),
    ...(stages.length > 0 && { stages: Object.fromEntries(stages) }),
  };
}

/** Of the stages that its page tells of now, whatever they were called when the requests went through them. */
function usualStages(
  requests: readonly RequestHead[],
  item: PublishedItem,
  { moves, since }: Known,
): readonly (readonly [string, number])[] {
  const times = requests.map((request) => {
    const began = Date.parse(beganAt(request, item));
    return stageTimes(item.content.stages, moves.get(request.issueId ?? '') ?? [], began, since);
  });
  return item.content.stages.flatMap(({ id, kind }) => {
    const usual = kind === 'open' ? usualLength(times.flatMap((each) => each.get(id) ?? [])) : undefined;
    return usual === undefined ? [] : [[id, usual] as const];
  });
}

/** When its work item was made: after its approval, where that is asked first. */
const beganAt = ({ approvals, receivedAt }: RequestHead, item: PublishedItem): string =>
  (asksFirst(item) && approvals.at(-1)?.decidedAt) || receivedAt;
