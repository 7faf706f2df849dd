import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer());

/** What the daily count of usage found. */
export const usageSchema = v.object({
  schema: v.literal(1),
  at: v.number(),
  /** Cycles begun in the last ninety days that are measured by this goal. */
  goals: v.array(v.object({ metricId: v.string(), goalId: v.string(), count })),
  /** Work items under way with a due time of next year. */
  dueNextYear: v.array(v.object({ calendarId: v.string(), count })),
  /** Of `keys` the first few. */
  longPaused: v.array(v.object({ metricId: v.string(), count, keys: v.array(v.string()) })),
  noGoal: v.array(v.object({ metricId: v.string(), count, keys: v.array(v.string()) })),
});
