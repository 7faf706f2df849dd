/** What an event about an issue must know of the request the issue fulfils, so small that it is read with the rest. */
import * as v from 'valibot';

export const POINTER_ENTITY = 'request';
export const pointerKey = (issueId: string): string => `issue:${issueId}`;

/** Never changes once written: the request of an issue, and which of its statuses end it for the requester. */
export interface IssuePointer {
  readonly requestId: string;
  readonly resolved: readonly string[];
  /** Closed or cancelled. */
  readonly closed: readonly string[];
}

export const pointerSchema: v.GenericSchema<unknown, IssuePointer> = v.object({
  requestId: v.string(),
  resolved: v.array(v.string()),
  closed: v.array(v.string()),
});
