import type { Fact } from '../model';
import type { CompiledMetric } from './compiled';
import { mark } from './context';
import { positionOf } from './facts';
import type { Machine } from './machine';
import { hears, passTime } from './pass-time';
import { applyAppFact, stepMetric } from './step';

const HOLDER_FIELDS = ['assignee', 'group', 'status'];

const touches = (metric: CompiledMetric, fact: Fact): boolean => {
  if (fact.kind !== 'change') return metric.kinds.has(fact.kind);
  for (const change of fact.changes) if (metric.watch.has(change.field)) return true;
  return false;
};

const markHolders = ({ context, pairs }: Machine, fact: Fact): void => {
  if (!context.trace || fact.kind !== 'change') return;
  if (!fact.changes.some((change) => HOLDER_FIELDS.includes(change.field))) return;
  for (const [metric, run] of pairs) {
    const last = run.y.at(-1);
    if (last && last.s < context.at) mark(context, metric, run, 'holder or status changed');
  }
};

const applyChanges = ({ context, compiled }: Machine, fact: Fact): void => {
  if (fact.kind === 'approval') context.fields.approval = [fact.decision];
  if (fact.kind !== 'change') return;
  for (const { field, to } of fact.changes) {
    if (context.trace || compiled.fields.has(field)) context.fields[field] = to;
  }
};

/** Takes in one fact, later than all before it. */
export const take = (machine: Machine, fact: Fact): void => {
  const { context, pairs } = machine;
  passTime(machine, fact.at);
  context.at = Math.max(fact.at, context.createdAt);
  context.happened = fact;
  context.factId = fact.id;
  context.by = fact.by;
  if (context.signals.length > 0) context.signals = [];
  applyChanges(machine, fact);
  markHolders(machine, fact);
  for (const [metric, run] of pairs) {
    const asked = fact.kind !== 'change' && applyAppFact(context, metric, run, fact);
    if (asked || touches(metric, fact) || hears(context, metric)) stepMetric(context, metric, run);
  }
  machine.lastFact = positionOf(fact);
};
