import type { CompiledMetric } from '../compiled/compiled';
import type { Context } from './context';
import { calendarNow } from './goals';

/** Whether the metric's agreement is valid today, its first and last day included, in the zone of the calendar it would use. */
export const isAgreementValid = (context: Context, metric: CompiledMetric): boolean => {
  const { agreement } = metric;
  if (agreement === undefined) return true;
  const { validFrom = '', validTo } = agreement;
  const today = calendarNow(context, metric).localDate(context.at);
  return today >= validFrom && (validTo === undefined || today <= validTo);
};

/**
 * Whether a cycle may begin now: not before the metric takes effect, not after its retirement, and only while its agreement
 * is valid (sla-rules §2.9). What is under way goes on.
 */
export const opensAt = (context: Context, metric: CompiledMetric): boolean => {
  const { effectiveFrom = -Infinity, retired } = metric.def;
  if (context.at < effectiveFrom || (retired && context.at >= retired.at)) return false;
  return isAgreementValid(context, metric);
};
