/** What is stored of a request. */
import * as v from 'valibot';
import { answersSchema } from '../../catalog/domain/answers-schema';
import type { RequestHead, Voided } from './model';

const account = v.pipe(v.string(), v.maxLength(128));
const instant = v.pipe(v.string(), v.maxLength(40));

const voidedSchema: v.GenericSchema<unknown, Voided> = v.object({
  because: v.picklist(['withdrawn', 'cancelled', 'ended', 'moved', 'gone']),
  by: v.optional(account),
  at: instant,
});

const headOfApproval = v.object({
  state: v.picklist(['pending', 'approved', 'declined', 'void']),
  startedAt: instant,
  waitingStatusId: v.optional(v.string()),
  remindAt: v.optional(instant),
  reminded: v.optional(v.array(instant)),
  voided: v.optional(voidedSchema),
});

/** What stands in the row of a request. */
export const headSchema: v.GenericSchema<unknown, RequestHead> = v.object({
  schema: v.literal(1),
  id: v.string(),
  rev: v.number(),
  bodyRev: v.optional(v.number()),
  itemId: v.string(),
  itemVersion: v.number(),
  formVersion: v.optional(v.number()),
  requester: account,
  beneficiary: account,
  channel: v.string(),
  receivedAt: instant,
  state: v.picklist(['creating', 'open', 'closed']),
  issueId: v.optional(v.string()),
  issueKey: v.optional(v.string()),
  resolvedAt: v.optional(instant),
  closesAt: v.optional(instant),
  closedAt: v.optional(instant),
  putOff: v.optional(v.strictTuple([v.number(), v.number()])),
  confirmedAt: v.optional(instant),
  attempt: v.optional(v.object({ at: instant, outcome: v.picklist(['running', 'unknown']) })),
  approvals: v.array(headOfApproval),
  adopted: v.optional(v.boolean()),
});

/** What stands beside it under its own key: all that people wrote, and who is asked. */
export const bodySchema = v.object({
  schema: v.literal(1),
  /** The revision of the request it was written with. */
  rev: v.number(),
  answers: answersSchema,
  approvals: v.array(
    v.object({
      approvers: v.array(account),
      rule: v.picklist(['any', 'all']),
      decisions: v.array(
        v.object({
          by: account,
          decision: v.picklist(['approved', 'declined']),
          comment: v.string(),
          at: instant,
        }),
      ),
    }),
  ),
});
export type RequestBody = v.InferOutput<typeof bodySchema>;
