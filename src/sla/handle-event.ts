/** The runtime's answers to what Forge calls it for. */
import { escalationPorts } from './escalation/live-ports';
import type { IssueEvent } from './issue-event';
import { slaRecords } from './record';
import { slaPorts } from './runtime/live-ports';
import { onDue, type Delivery, type DueOutcome } from './runtime/on-due';
import { onIssueEvent, type EventOutcome } from './runtime/on-issue-event';
import { plannedEvents } from './runtime/planned';
import { sweep } from './runtime/sweep';

/** Brings the record of an issue to what a product event tells. */
export const followIssue = (event: IssueEvent): Promise<EventOutcome> => onIssueEvent(slaPorts, event);

/** Brings the record of an issue to its due instant and carries out what is due. */
export const actOnDue = (issueId: string, delivery: Delivery): Promise<DueOutcome> =>
  onDue(slaPorts, escalationPorts, issueId, delivery);

/** Plans what falls due within 15 minutes; answers how many. */
export const planDue = (): Promise<number> => sweep(slaPorts, slaRecords, plannedEvents);
