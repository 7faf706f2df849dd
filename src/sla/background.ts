/** What happens to clocks while nobody waits: a door of its own, so that screens do not load it. */
import type { Delivery } from '../work/delivery';
import type { JobKind } from '../work/jobs';
import { noteOutcome } from './change/history';
import { escalationPorts, type OwnersOfItem } from './escalation/live-ports';
import { type Adopt, backfillWith } from './jobs/backfill';
import { writeLogPage } from './jobs/change-log';
import type { Backfill } from './jobs/job';
import { bulkPorts } from './jobs/live-ports';
import { slaRecords } from './record-store';
import { actOnDue as act } from './runtime/act-on-due';
import { slaPorts } from './runtime/live-ports';
import type { DueOutcome } from './runtime/on-due';
import { plannedEvents } from './runtime/planned';
import type { DueEvent } from './runtime/ports';
import { timersOf } from './runtime/sweep';

export { countUsageNow } from './health/usage-ports';
export { forgetGone } from './jobs/forget-gone';
export { reconcileNow } from './jobs/run';

/** What is due of an issue, or is to be told of all. */
export const actOnDue = (
  event: DueEvent,
  delivery: Delivery,
  ownersOfItem: OwnersOfItem,
): Promise<DueOutcome> =>
  act({ ports: slaPorts, actors: escalationPorts(ownersOfItem), records: slaRecords }, event, delivery);

/** Clocks and escalations, planned a quarter of an hour ahead. */
export const slaTimers = timersOf(slaPorts, slaRecords, plannedEvents);

/** The backfill, with what takes over the requests it finds. */
export const backfill = (adopt: Adopt): JobKind<Backfill> =>
  backfillWith({
    ...bulkPorts,
    adopt,
    writeLog: (version, page, rows) => writeLogPage(version, page, rows, Date.now()),
    noteOutcome,
  });
