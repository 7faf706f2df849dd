/** Why a metric does not count on an issue: which conditions fail, and what the fields say instead. */
import { fieldsOf, holdsOf } from '../engine/condition';
import { inOrder } from '../engine/facts';
import type {
  Condition,
  Fields,
  FieldValue,
  Instant,
  IssueHistory,
  MetricDefinition,
  MetricResult,
} from '../model';

/** A condition that does not hold, and the value of the field it asks for. */
export interface Unmet {
  readonly condition: Condition;
  readonly field: string;
  readonly actual: FieldValue;
}

export type WhyNot =
  | { readonly kind: 'scope'; readonly unmet: readonly Unmet[] }
  /** Every goal, from the top, with what keeps it from matching. */
  | {
      readonly kind: 'goals';
      readonly goals: readonly { readonly name: string; readonly unmet: readonly Unmet[] }[];
    }
  /** A goal matches, but the field that holds its date or length is empty. */
  | { readonly kind: 'noDate'; readonly fields: readonly string[] }
  | { readonly kind: 'notStarted' };

/** `null` when the metric has a cycle to judge. Fields are those the issue has at `now`. */
export const whyNot = (
  metric: MetricDefinition,
  result: MetricResult,
  history: IssueHistory,
  now: Instant,
): WhyNot | null => {
  if (result.ongoingCycle !== undefined || result.completedCycles.length > 0) return null;
  const fields = fieldsAt(history, now);
  const outside = unmetOf(metric.scope, fields);
  if (outside.length > 0) return { kind: 'scope', unmet: outside };
  const goals = metric.goals.map(({ name, when, target }) => ({
    name,
    target,
    unmet: when === undefined ? [] : unmetOf(when, fields),
  }));
  if (result.state === 'NOT_APPLICABLE')
    return { kind: 'goals', goals: goals.map(({ name, unmet }) => ({ name, unmet })) };
  const matching = goals.find(({ unmet }) => unmet.length === 0)?.target;
  if (result.notApplicableWhy !== undefined && matching !== undefined && 'field' in matching)
    return { kind: 'noDate', fields: [matching.field] };
  return { kind: 'notStarted' };
};

/** An issue's fields at an instant. */
const fieldsAt = (history: IssueHistory, now: Instant): Fields => {
  const fields: Record<string, FieldValue> = { ...history.initial };
  for (const fact of inOrder(history.facts)) {
    if (fact.at > now) break;
    if (fact.kind === 'change') for (const { field, to } of fact.changes) fields[field] = to;
    if (fact.kind === 'approval') fields['approval'] = [fact.decision];
  }
  return fields;
};

/** The smallest conditions that fail; none when the whole holds. */
export const unmetOf = (condition: Condition, fields: Fields): readonly Unmet[] => {
  if (holdsOf(condition, fields)) return [];
  if ('all' in condition) return condition.all.flatMap((part) => unmetOf(part, fields));
  if ('any' in condition) return condition.any.flatMap((part) => unmetOf(part, fields));
  const [field = ''] = fieldsOf(condition);
  return [{ condition, field, actual: fields[field] ?? [] }];
};
