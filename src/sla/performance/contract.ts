/** How an agreement was kept over its review periods. */
import type { Result } from '../../shared/domain/result';
import type { PeriodResult } from '../domain/performance/result';

export interface AgreementPerformance {
  readonly agreementId: string;
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
  /** The value of a commitment that people enter; earlier ones are kept. BAD_REQUEST once reviewed. */
  'sla.enterValue': (
    payload: OfPeriod & { commitmentId: string; value: number; note: string },
  ) => Result<AgreementPerformance>;
  /** Freezes a period that has ended and was counted since. */
  'sla.reviewPeriod': (payload: OfPeriod & { note: string }) => Result<AgreementPerformance>;
};
