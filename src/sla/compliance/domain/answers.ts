/** How an agreement was kept over its review periods. */
import * as v from 'valibot';
import { whole } from '../../../kernel/answers';
import type { AnswerOf } from '../../../kernel/call';
import type { PeriodResult } from './result';

export const complianceAnswer = v.object({
  agreementId: v.string(),
  asOf: v.number(),
  /** The key of the period under way; `null` while the agreement has no review period. */
  current: v.nullable(v.string()),
  /** The latest first, the one under way among them whether it was counted or not. */
  periods: v.array(whole<PeriodResult>()),
  /** Some of them is being counted in the background. */
  counting: v.boolean(),
});
export type AgreementCompliance = AnswerOf<typeof complianceAnswer>;
