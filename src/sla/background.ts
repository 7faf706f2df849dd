/** What happens to clocks while nobody waits: a door of its own, so that screens do not load it. */
import type { Delivery } from '../work/delivery';
import type { JobKind } from '../work/jobs';
import { noteOutcome } from './definitions/stored/changes';
import { escalationPorts, type OwnersOfItem } from './clocks/escalation/forge-ports';
import { type Adopt, backfillWith } from './clocks/sync/backfill';
import { writeLogPage } from './clocks/sync/change-log';
import type { Backfill } from './clocks/sync/backfill-job';
import { bulkPorts } from './clocks/sync/forge-ports';
import { slaRecords } from './clocks/record/record-store';
import { actOnDue as act } from './clocks/due/act-on-due';
import { slaPorts } from './clocks/follow/forge-ports';
import type { DueOutcome } from './clocks/due/on-due';
import { plannedEvents } from './clocks/due/planned';
import type { DueEvent } from './clocks/follow/ports';
import { timersOf } from './clocks/due/sweep';

export { countUsageNow } from './health/usage-ports';
export { finishedCycles } from './clocks/finished-cycles';
export { dropGone } from './clocks/sync/drop-gone';
export { reconcileNow } from './clocks/sync/reconcile-now';

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
