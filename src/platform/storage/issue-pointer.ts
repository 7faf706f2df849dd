/** What an event about an issue must know of the request the issue fulfils, so small that it is read with the rest. */
import * as v from 'valibot';
import { entityStore } from './entities';

export const POINTER_ENTITY = 'request';
export const pointerKey = (issueId: string): string => `issue:${issueId}`;

/** Never changes once written: the request of an issue, and which of its statuses end it for the requester. */
export interface IssuePointer {
  readonly requestId: string;
  /** What was ordered, as the app knows it: the issue's own property can be edited by anybody who edits the issue. */
  readonly itemId?: string;
  readonly resolved: readonly string[];
  /** Closed or cancelled. */
  readonly closed: readonly string[];
  /** Who asked, and for whom; missing where it was written before it told them. */
  readonly askers?: readonly string[];
}

export const pointerSchema: v.GenericSchema<unknown, IssuePointer> = v.object({
  requestId: v.string(),
  itemId: v.optional(v.string()),
  resolved: v.array(v.string()),
  closed: v.array(v.string()),
  askers: v.optional(v.array(v.string())),
});

/** One small row per issue that fulfils a request, read with every event about the issue. */
export const pointers = entityStore<IssuePointer>({
  name: POINTER_ENTITY,
  schema: pointerSchema,
  attributes: () => ({ rev: 1 }),
});

/** The request an issue fulfils; `null` for issues that come from elsewhere. */
export const readPointer = (issueId: string): Promise<IssuePointer | null> =>
  pointers.get(pointerKey(issueId));
