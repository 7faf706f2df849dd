/** What happened to a work item. */
import * as v from 'valibot';
import type { ReadOnly } from '../../../kernel/read-only';
import { authorSchema } from './conditions';

/** A field's value: ids for choices, text for text, ISO for dates, several for multi-value fields. */
export type FieldValue = readonly string[];
export type Fields = Readonly<Record<string, FieldValue>>;

/** As the source of a history writes them. */
type Instants = v.GenericSchema<unknown, number>;
type Values = v.GenericSchema<unknown, string[]>;

/** A comment as a fact or as an event of a test case; `groups` as either writes the groups of its author. */
export const commentEntries = (groups: Values) => ({
  kind: v.literal('comment'),
  author: authorSchema,
  public: v.boolean(),
  /** The instant at which an internal comment became public: whoever waits for a comment of any kind had it before. */
  shown: v.optional(v.literal(true)),
  /** Those of the groups named in comment triggers that the author is in. */
  groups: v.optional(groups),
});

const metricId = v.string();
const reason = v.string();
const ms = v.pipe(v.number(), v.integer());

/** One thing that happened to an issue. All items of one changelog entry are one fact, one instant. */
const factSchema = (instant: Instants, values: Values) => {
  const base = {
    at: instant,
    /** Orders facts of one instant: numeric changelog or comment id as text. */
    id: v.string(),
    by: v.optional(v.nullable(v.string()), null),
  };
  return v.variant('kind', [
    v.object({
      ...base,
      kind: v.literal('change'),
      changes: v.array(v.object({ field: v.string(), from: values, to: values })),
    }),
    v.object({ ...base, ...commentEntries(values) }),
    v.object({
      ...base,
      kind: v.literal('approval'),
      decision: v.picklist(['requested', 'approved', 'declined']),
    }),
    v.object({ ...base, kind: v.literal('link'), linked: v.boolean(), linkType: v.string() }),
    /** A clock of another work item, of an agreement below this one's, holds the clocks here, lets them go, or was breached. */
    v.object({
      ...base,
      kind: v.literal('child'),
      issueId: v.string(),
      metricId,
      what: v.picklist(['pauses', 'resumes', 'breached']),
      reason: v.optional(reason),
    }),
    v.object({
      ...base,
      kind: v.literal('pause'),
      metricId: v.optional(metricId),
      reason,
      resumeAt: v.optional(instant),
    }),
    v.object({ ...base, kind: v.literal('resume'), metricId: v.optional(metricId) }),
    v.object({
      ...base,
      kind: v.literal('extend'),
      metricId,
      ms,
      from: v.picklist(['target', 'now']),
      reason,
    }),
    v.object({ ...base, kind: v.literal('excuse'), metricId, cycle: ms, category: v.string(), reason }),
    v.object({ ...base, kind: v.literal('deleted') }),
  ]);
};

/** A history from outside, with instants and values as its source writes them. */
export const historySchema = (instant: Instants, values: Values) =>
  v.object({
    issueId: v.string(),
    issueKey: v.string(),
    createdAt: instant,
    reporter: v.optional(v.nullable(v.string()), null),
    /** The fields as they were at creation. */
    initial: v.record(v.string(), values),
    /** In any order; the engine sorts by (at, numeric id). */
    facts: v.array(factSchema(instant, values)),
  });

export type IssueHistory = ReadOnly<v.InferOutput<ReturnType<typeof historySchema>>>;
export type Fact = IssueHistory['facts'][number];
export type FieldChange = Extract<Fact, { kind: 'change' }>['changes'][number];
