/** Plans what falls due soon to the second. */
import type { Instant } from '../../engine/model';
import { groupBy } from '../../../kernel/group-by';
import { pushInPortions, type TimerKind } from '../../../work/timers';
import { DIGEST_OVER } from '../escalation/digest';
import type { SlaRecord } from '../record/record';
import type { RecordStore } from '../record/record-store';
import { FLUSH_RUN } from '../follow/flush-run';
import type { DueEvent, SlaPorts } from '../follow/ports';
import { scheduledFor } from '../follow/persist';

/** Three runs of the sweep: one that is late or missing costs nothing. */
export const WINDOW_MS = 15 * 60_000;
/** Planned and still armed so long after its time: its event was lost, plan again. */
const OVERDUE_MS = 2 * 60_000;
/** As many as are remembered to be planned: what is found beyond them is found. */
const MOST_PER_SWEEP = 5000;
/** What falls due so close together is told together. */
const GATHER_MS = 10_000;

/** What earlier sweeps have planned: `issueId:instant`, kept until well after its time. */
export interface Planned {
  readonly read: () => Promise<readonly DueEvent[]>;
  readonly write: (planned: readonly DueEvent[], now: Instant) => Promise<void>;
}

export const timersOf = (
  ports: SlaPorts,
  records: Pick<RecordStore, 'queryAll'>,
  planned: Planned,
): TimerKind<SlaRecord> => ({
  name: 'sla',
  rows: records,
  quota: MOST_PER_SWEEP,
  aheadMs: WINDOW_MS,
  take: (due) => plan(ports, planned, due),
});

/**
 * What is due within 15 minutes, late ones first, is planned once; what an earlier sweep planned is left alone unless its time
 * is well past. Two sweeps at once may plan it twice: the second event finds nothing to do. Answers how many were planned.
 */
async function plan(ports: SlaPorts, planned: Planned, due: readonly SlaRecord[]): Promise<number> {
  const now = ports.now();
  const known = (await planned.read()).filter(({ at }) => at > now - OVERDUE_MS);
  const names = new Set(known.map(nameOf));
  const wanted = gathered(
    now,
    due.flatMap((record) =>
      record.nextAt === undefined
        ? []
        : [{ issueId: scheduledFor(record), at: record.putOff?.[1] ?? record.nextAt }],
    ),
  );
  const fresh = wanted.filter((event) => !names.has(nameOf(event)));
  if (fresh.length === 0) return 0;
  const taken = await pushInPortions(fresh, (events) => ports.schedule(events));
  if (taken.length > 0)
    await planned.write([...known, ...taken.filter(({ at }) => at > now - OVERDUE_MS)], now);
  return taken.length;
}

/**
 * Events due within ten seconds of each other are gathered when they are more than five: each changes its issue in
 * time, and one run a moment later tells everybody concerned, those with many issues in one message.
 */
function gathered(now: Instant, events: readonly DueEvent[]): readonly DueEvent[] {
  const once = new Map(events.map((event) => [nameOf(event), event]));
  const [runs, own] = split([...once.values()], ({ issueId }) => issueId === FLUSH_RUN);
  const bucketOf = (at: Instant): number => Math.floor(Math.max(at, now) / GATHER_MS);
  const crowds = groupBy(own, ({ at }) => String(bucketOf(at)));
  const planned = [...crowds.values()].flatMap((crowd): readonly DueEvent[] => {
    if (crowd.length <= DIGEST_OVER) return crowd;
    const gatherUntil = (bucketOf(crowd[0]?.at ?? now) + 2) * GATHER_MS;
    return [...crowd.map((event) => ({ ...event, gatherUntil })), { issueId: FLUSH_RUN, at: gatherUntil }];
  });
  return [...runs, ...planned];
}

const split = <T>(all: readonly T[], first: (each: T) => boolean): readonly [readonly T[], readonly T[]] => [
  all.filter(first),
  all.filter((each) => !first(each)),
];

const nameOf = ({ issueId, at }: { issueId: string; at: Instant }): string => `${issueId}:${at}`;
