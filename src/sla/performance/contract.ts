/** How an agreement was kept over its review periods. */
import type { Result } from '../../kernel/result';
import type { Recalculation } from '../change/contract';
import type { Instant } from '../domain/model';
import type { PeriodResult } from '../domain/performance/result';

export interface AgreementPerformance {
  readonly agreementId: string;
  readonly asOf: Instant;
  /** The key of the period under way; `null` while the agreement has no review period. */
  readonly current: string | null;
  /** The latest first, the one under way among them whether it was counted or not. */
  readonly periods: readonly PeriodResult[];
  /** Some of them is being counted in the background. */
  readonly counting: boolean;
}

interface OfPeriod {
  readonly agreementId: string;
  readonly period: string;
}

export type SlaPerformanceCalls = {
  'sla.performance': (payload: { agreementId: string }) => Result<AgreementPerformance>;
  /** Counts a period again, by the agreement as it stands. Small sites have the answer at once. BAD_REQUEST once reviewed. */
  'sla.countPeriod': (payload: OfPeriod) => Result<AgreementPerformance>;
  /**
   * Makes records of work items that had finished before the app followed them, or before a metric was made, and changed
   * since the period began. In the background, as a recalculation; it tells nobody.
   */
  'sla.measureFinished': (payload: OfPeriod) => Result<{ recalculation: Recalculation | null }>;
  /** The value of a commitment that people enter; earlier ones are kept. BAD_REQUEST once reviewed. */
  'sla.enterValue': (
    payload: OfPeriod & { commitmentId: string; value: number; note: string },
  ) => Result<AgreementPerformance>;
  /** Freezes a period that has ended and was counted since. */
  'sla.reviewPeriod': (payload: OfPeriod & { note: string }) => Result<AgreementPerformance>;
};
