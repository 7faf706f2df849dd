import type { IdleReason } from '../model';
import type { CompiledMetric } from '../compiled/compiled';
import type { Context } from './context';
import { chosenGoal, rejectedGoals } from './goals';
import { isAgreementValid } from './in-force';
import type { MetricRun } from './state';
import { unmetOf } from '../compiled/unmet';

/** The field a goal takes its due time or its length from. */
const dateOf = (metric: CompiledMetric, index: number): IdleReason | undefined => {
  const goal = metric.goals[index]?.goal;
  return goal && 'field' in goal.target
    ? { kind: 'noDate', goalId: goal.id, field: goal.target.field }
    : undefined;
};

/** Why a metric has no cycle: the scope, its agreement, the goals, an empty date, or nothing that starts it. */
export const idleOf = (context: Context, metric: CompiledMetric, run: MetricRun): IdleReason => {
  const { fields, compiled } = context;
  const unmet = unmetOf(metric.def.scope, fields, compiled.slots);
  if (unmet.length > 0) return { kind: 'scope', unmet };
  if (metric.agreement && !isAgreementValid(context, metric)) {
    const { name, validFrom, validTo } = metric.agreement;
    return { kind: 'agreement', name, validFrom, validTo };
  }
  const waits = run.pendingSince !== undefined;
  if (waits && run.pendingWhy === 'noGoal') {
    return { kind: 'noGoal', goals: rejectedGoals(context, metric, metric.goals.length) };
  }
  const date = waits && run.pendingWhy === 'noDate' ? dateOf(metric, chosenGoal(context, metric)) : undefined;
  return date ?? { kind: 'notStarted', start: metric.def.start };
};
