import type { Result } from '../../kernel/result';
import type { BackTest } from '../domain/forecast/back-test';
import type { PackedCourse } from '../domain/forecast/pack';

/** What similar work items took, for a browser to forecast the clocks of one. */
export interface IssueForecastSample {
  /** What the work item is alike to; courses of anything else have no key. */
  readonly key: string;
  readonly learnedAt: number;
  readonly metrics: readonly { readonly id: string; readonly courses: readonly PackedCourse[] }[];
}

/** What forecasts are made of. */
export interface ForecastState {
  /** Null while nothing was ever learned. */
  readonly learnedAt: number | null;
  /** How many work items were looked at, of about how many; null when it rests. */
  readonly learning: { readonly looked: number; readonly total: number | null } | null;
  readonly metrics: readonly { readonly id: string; readonly courses: number; readonly test: BackTest }[];
}

export type ForecastCalls = {
  /** Null while nothing was learned, and where forecasts are switched off. */
  'sla.forecastSample': (payload: { issueId: string }) => Result<{ sample: IssueForecastSample | null }>;
  'sla.forecasts': (payload: Record<string, never>) => Result<ForecastState>;
  /** Learns from finished work items in the background, unless that is under way. */
  'sla.learnForecasts': (payload: Record<string, never>) => Result<ForecastState>;
};
