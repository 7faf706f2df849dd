/** What falls due of clocks: a door of its own, which nobody who waits for a screen goes through. */
import { escalationPorts } from './escalation/live-ports';
import { slaRecords } from './record-store';
import { actOnDue as act } from './runtime/act-on-due';
import type { Delivery } from './runtime/attempt';
import { slaPorts } from './runtime/live-ports';
import type { DueOutcome } from './runtime/on-due';
import { plannedEvents } from './runtime/planned';
import type { DueEvent } from './runtime/ports';
import { timersOf } from './runtime/sweep';

/** What is due of an issue, or is to be told of all. */
export const actOnDue = (event: DueEvent, delivery: Delivery): Promise<DueOutcome> =>
  act({ ports: slaPorts, actors: escalationPorts, records: slaRecords }, event, delivery);

/** Clocks and escalations, planned a quarter of an hour ahead. */
export const slaTimers = timersOf(slaPorts, slaRecords, plannedEvents);
