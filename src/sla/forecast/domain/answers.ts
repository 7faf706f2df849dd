/** What calls about forecasts are answered. */
import * as v from 'valibot';
import { whole } from '../../../kernel/answers';
import type { AnswerOf } from '../../../kernel/call';
import type { BackTest } from '../../engine/forecast/back-test';
import type { PackedCourse } from '../../engine/forecast/pack';

/** What similar work items took, for a browser to forecast the clocks of one. */
const sample = v.object({
  /** What the work item is alike to; courses of anything else have no key. */
  key: v.string(),
  learnedAt: v.number(),
  metrics: v.array(v.object({ id: v.string(), courses: v.array(whole<PackedCourse>()) })),
});
export type IssueForecastSample = AnswerOf<typeof sample>;
/** Null while nothing was learned, and where forecasts are switched off. */
export const sampleAnswer = v.object({ sample: v.nullable(sample) });

/** What forecasts are made of. */
export const forecastsAnswer = v.object({
  /** Null while nothing was ever learned. */
  learnedAt: v.nullable(v.number()),
  /** How many work items were looked at, of about how many; null when it rests. */
  learning: v.nullable(v.object({ looked: v.number(), total: v.nullable(v.number()) })),
  metrics: v.array(v.object({ id: v.string(), courses: v.number(), test: whole<BackTest>() })),
});
export type ForecastState = AnswerOf<typeof forecastsAnswer>;
