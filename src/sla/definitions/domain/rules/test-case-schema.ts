import * as v from 'valibot';
import { durationSchema, idSchema, nameSchema } from './calendar-schema';
import { commentEntries } from './comment-authors';

/** Times are read when the case is run, so that one half written is a red case and not a lost metric. */
const localTime = v.pipe(v.string(), v.maxLength(40));
const values = v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(100));
const base = { at: localTime };

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
  v.object({
    ...base,
    kind: v.literal('link'),
    linked: v.boolean(),
    linkType: v.pipe(v.string(), v.maxLength(255)),
  }),
  v.object({
    ...base,
    kind: v.literal('child'),
    issueId: v.pipe(v.string(), v.maxLength(255)),
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

export const MOST_TEST_EVENTS = 200;

/** One test case of a metric as it is stored. */
export const testCaseSchema = v.object({
  id: idSchema,
  name: v.pipe(v.string(), v.maxLength(255)),
  zone: nameSchema,
  createdAt: localTime,
  fields: v.optional(v.record(v.pipe(v.string(), v.maxLength(255)), values), {}),
  events: v.optional(v.pipe(v.array(eventSchema), v.maxLength(MOST_TEST_EVENTS)), []),
  at: localTime,
  expect: v.object({
    state: v.optional(
      v.picklist([
        'NOT_APPLICABLE',
        'NOT_STARTED',
        'RUNNING',
        'PAUSED',
        'MET',
        'BREACHED_STOPPED',
        'CANCELLED',
      ]),
    ),
    breached: v.optional(v.boolean()),
    due: v.optional(localTime),
    elapsedMs: v.optional(durationSchema),
    goalId: v.optional(idSchema),
  }),
});
