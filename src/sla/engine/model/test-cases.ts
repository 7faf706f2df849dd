/** Histories that administrators write down, with what a metric must make of them. */
import * as v from 'valibot';
import type { ReadOnly } from '../../../kernel/read-only';
import { durationSchema, idSchema, nameSchema, stateSchema } from './base';
import { commentEntries } from './history';

/**
 * A wall-clock time in the test case's zone: `2026-06-01T10:00`, with seconds and milliseconds where they matter. In the
 * hour that is repeated it means the earlier instant; with an offset (`…+01:00`, `…Z`) it is that instant. Times are read when
 * the case is run, so that one half written is a red case and not a lost metric.
 */
export type LocalDateTime = string;
const localTime = v.pipe(v.string(), v.maxLength(40));
const values = v.pipe(v.array(nameSchema), v.maxLength(100));
const base = { at: localTime };

/** Something that happens to the made-up issue of a test case. Former values of a field follow from what came before. */
const eventSchema = v.variant('kind', [
  v.object({
    ...base,
    kind: v.literal('change'),
    changes: v.pipe(v.array(v.object({ field: idSchema, to: values })), v.maxLength(50)),
  }),
  v.object({ ...base, ...commentEntries(values) }),
  v.object({
    ...base,
    kind: v.literal('approval'),
    decision: v.picklist(['requested', 'approved', 'declined']),
  }),
  v.object({ ...base, kind: v.literal('link'), linked: v.boolean(), linkType: nameSchema }),
  v.object({
    ...base,
    kind: v.literal('child'),
    issueId: nameSchema,
    metricId: idSchema,
    what: v.picklist(['pauses', 'resumes']),
  }),
  v.object({
    ...base,
    kind: v.literal('pause'),
    reason: v.pipe(v.string(), v.maxLength(500)),
    resumeAt: v.optional(localTime),
  }),
  v.object({ ...base, kind: v.literal('resume') }),
  v.object({ ...base, kind: v.literal('extend'), ms: durationSchema, from: v.picklist(['target', 'now']) }),
]);
export type TestEvent = ReadOnly<v.InferOutput<typeof eventSchema>>;

export const MOST_TEST_EVENTS = 200;

/** What must hold at the instant looked at; what is left out may be anything. */
const expectSchema = v.object({
  state: v.optional(stateSchema),
  breached: v.optional(v.boolean()),
  /** Compared as finely as it is written; `none`: there must be no due instant. */
  due: v.optional(localTime),
  /** Working time; compared to the minute when it is whole minutes. */
  elapsedMs: v.optional(durationSchema),
  goalId: v.optional(idSchema),
});
export type TestExpectation = ReadOnly<v.InferOutput<typeof expectSchema>>;

/** A small story of an issue and what the metric must say of it. */
export const testCaseSchema = v.object({
  id: idSchema,
  name: nameSchema,
  /** IANA zone in which its times are written. */
  zone: nameSchema,
  createdAt: localTime,
  /** The fields as they are at creation. */
  fields: v.optional(v.record(nameSchema, values), {}),
  events: v.optional(v.pipe(v.array(eventSchema), v.maxLength(MOST_TEST_EVENTS)), []),
  /** When the metric is looked at. */
  at: localTime,
  expect: expectSchema,
});
export type SlaTestCase = ReadOnly<v.InferOutput<typeof testCaseSchema>>;
