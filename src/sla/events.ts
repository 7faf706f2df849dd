/** What the SLA makes of an event about a work item. */
import type { IssueRow } from '../platform/storage/issue-row';
import type { IssueEvent } from './issue-event';
import { slaPorts } from './runtime/live-ports';
import { onIssueEvent, type EventOutcome } from './runtime/on-issue-event';
import type { SlaPorts } from './runtime/ports';

export type { IssueEvent } from './issue-event';

export interface Followed {
  readonly outcome: EventOutcome;
  /** What else there is of the issue, read together with the record. */
  readonly issueRow: IssueRow | null;
  /** The event did not simply continue what is stored: earlier ones may have been missed. */
  readonly doubted: boolean;
}

/** Brings the record of an issue to what a product event tells. */
export async function followIssue(event: IssueEvent): Promise<Followed> {
  let issueRow: IssueRow | null = null;
  let doubted = false;
  const ports: SlaPorts = {
    ...slaPorts,
    async loadForEvent(issueId) {
      const loaded = await slaPorts.loadForEvent(issueId);
      issueRow = loaded.issueRow ?? null;
      return loaded;
    },
    readHistory(issueId, definitions) {
      doubted = true;
      return slaPorts.readHistory(issueId, definitions);
    },
  };
  const outcome = await onIssueEvent(ports, event);
  return { outcome, issueRow, doubted };
}
