/** What is stored of a request. */
import * as v from 'valibot';
import { answersSchema } from '../../catalog/domain/form/answers-schema';
import type { ApprovalRule } from '../../catalog/domain/approval-rules';
import type { ReadOnly } from '../../kernel/read-only';

const account = v.pipe(v.string(), v.maxLength(128));
const instant = v.pipe(v.string(), v.maxLength(40));

/** Why an approval became void: the requester withdrew the request, or its issue was cancelled, ended, moved on or deleted. */
export const voidedSchema = v.object({
  because: v.picklist(['withdrawn', 'cancelled', 'ended', 'moved', 'gone']),
  /** Who did it, where the app knows. */
  by: v.optional(account),
  at: instant,
});

/** A step of a request's approval, as far as lists and timers must know it. */
export const headOfApproval = v.object({
  /** `void`: nobody need decide any more, as the request went on or ended without. */
  state: v.picklist(['pending', 'approved', 'declined', 'void']),
  startedAt: instant,
  /** When people had said yes or no. */
  decidedAt: v.optional(instant),
  /** The status the issue waits in meanwhile. */
  waitingStatusId: v.optional(v.string()),
  /** While it is pending: when its approvers are reminded next, and when they were before. */
  remindAt: v.optional(instant),
  reminded: v.optional(v.array(instant)),
  voided: v.optional(voidedSchema),
});

/** What stands in the row of a request, as lists, timers and events need it; at most a kilobyte. */
export const headSchema = v.object({
  schema: v.literal(1),
  /** The client's token: a retry of the same submit is the same request. */
  id: v.string(),
  rev: v.number(),
  /** The revision its body was written with; the storage says. */
  bodyRev: v.optional(v.number()),
  itemId: v.string(),
  itemVersion: v.number(),
  /** The version whose form was filled, where one that asks the same was published before it was sent. */
  formVersion: v.optional(v.number()),
  /** Who asked, and for whom: often the same person. */
  requester: account,
  beneficiary: account,
  /** How it reached us: `portal`, so far; other names are other ways. */
  channel: v.string(),
  /** When it reached us; from the portal, when it was sent. */
  receivedAt: instant,
  /** `creating` until Jira has answered with an issue. */
  state: v.picklist(['creating', 'open', 'closed']),
  issueId: v.optional(v.string()),
  issueKey: v.optional(v.string()),
  /** Its work item waits for who asked. */
  asked: v.optional(v.literal(true)),
  /** Resolved, and the requester may still confirm or reopen, until it closes by itself. */
  resolvedAt: v.optional(instant),
  closesAt: v.optional(instant),
  closedAt: v.optional(instant),
  /** What fell due of it failed. */
  putOff: v.optional(v.strictTuple([v.number(), v.number()])),
  confirmedAt: v.optional(instant),
  /** While `creating`: the last try to make the issue, unless Jira is known to have refused it. */
  attempt: v.optional(v.object({ at: instant, outcome: v.picklist(['running', 'unknown']) })),
  /** Its approvals, one step after the other; empty where nobody need say yes. */
  approvals: v.array(headOfApproval),
  /** Files were added after it was sent: its answers do not name them all. */
  filesAdded: v.optional(v.literal(true)),
  /** Rebuilt from the issue's property after a reinstall. */
  adopted: v.optional(v.boolean()),
});

export const decisionSchema = v.object({
  by: account,
  decision: v.picklist(['approved', 'declined']),
  comment: v.string(),
  at: instant,
});

/** Who is asked, and what they said. */
export const askedSchema = v.object({
  approvers: v.array(account),
  rule: v.custom<ApprovalRule>((rule) => typeof rule === 'string'),
  needed: v.optional(v.number()),
  decisions: v.array(decisionSchema),
});

/** What stands beside it under its own key: all that people wrote, and who is asked. */
export const bodySchema = v.object({
  schema: v.literal(1),
  /** The revision of the request it was written with. */
  rev: v.number(),
  answers: answersSchema,
  approvals: v.array(askedSchema),
});
export type RequestBody = ReadOnly<v.InferOutput<typeof bodySchema>>;
