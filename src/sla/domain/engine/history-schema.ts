import * as v from 'valibot';
import type { IssueHistory } from '../model';

/** UTC milliseconds, or an ISO instant with its zone. */
const instant = v.union([
  v.pipe(v.number(), v.integer()),
  v.pipe(
    v.string(),
    v.isoTimestamp('Use an instant such as 2026-06-01T09:00:00Z.'),
    v.transform((text) => Date.parse(text)),
  ),
]);
const values = v.array(v.string());
const base = { at: instant, id: v.string(), by: v.nullable(v.string()) };
const ms = v.pipe(v.number(), v.integer());

export const factSchema = v.variant('kind', [
  v.object({
    ...base,
    kind: v.literal('change'),
    changes: v.array(v.object({ field: v.string(), from: values, to: values })),
  }),
  v.object({
    ...base,
    kind: v.literal('comment'),
    author: v.picklist(['requester', 'agent', 'app']),
    public: v.boolean(),
    groups: v.optional(values),
  }),
  v.object({
    ...base,
    kind: v.literal('approval'),
    decision: v.picklist(['requested', 'approved', 'declined']),
  }),
  v.object({ ...base, kind: v.literal('link'), linked: v.boolean(), linkType: v.string() }),
  v.object({
    ...base,
    kind: v.literal('pause'),
    metricId: v.optional(v.string()),
    reason: v.string(),
    resumeAt: v.optional(instant),
  }),
  v.object({ ...base, kind: v.literal('resume'), metricId: v.optional(v.string()) }),
  v.object({
    ...base,
    kind: v.literal('extend'),
    metricId: v.string(),
    ms,
    from: v.picklist(['target', 'now']),
    reason: v.string(),
  }),
  v.object({
    ...base,
    kind: v.literal('excuse'),
    metricId: v.string(),
    cycle: ms,
    category: v.string(),
    reason: v.string(),
  }),
  v.object({ ...base, kind: v.literal('deleted') }),
]);

export const historySchema = v.object({
  issueId: v.string(),
  issueKey: v.string(),
  createdAt: instant,
  reporter: v.nullable(v.string()),
  initial: v.record(v.string(), values),
  facts: v.array(factSchema),
});

/** A history from outside; instants may be ISO text. @throws ValiError that says where it is wrong. */
export const parseHistory = (input: unknown): IssueHistory => v.parse(historySchema, input);
