import type { Fact, FieldChange } from '../model';
import type { CompiledMetric } from './compiled';
import { type Context, mark } from './context';
import type { Machine } from './machine';
import { hears, passTime } from './pass-time';
import { applyAppFact, stepMetric } from './step';

const HOLDER_FIELDS = ['assignee', 'group', 'status'];

const markHolders = ({ context, compiled, runs }: Machine, changes: readonly FieldChange[]): void => {
  if (!changes.some((change) => HOLDER_FIELDS.includes(change.field))) return;
  compiled.metrics.forEach((metric, i) => {
    const run = runs[i]!;
    const last = run.y.at(-1);
    if (last && last.s < context.at) mark(context, metric, run, 'holder or status changed');
  });
};

/** Sets the fields that are looked at; says whether any metric looks at one of them. */
const applyChanges = (context: Context, changes: readonly FieldChange[]): boolean => {
  const { fields, changed, compiled } = context;
  let watched = false;
  for (let i = 0; i < changes.length; i++) {
    const { field, to } = changes[i]!;
    const slot = compiled.slots.of(field);
    changed[i] = slot;
    if (slot < 0) continue;
    fields[slot] = to;
    if (compiled.watched[slot]) watched = true;
  }
  return watched;
};

const touches = ({ changed }: Context, metric: CompiledMetric, count: number): boolean => {
  for (let i = 0; i < count; i++) if (metric.watches[changed[i]!]) return true;
  return false;
};

const takeChange = (machine: Machine, changes: readonly FieldChange[]): void => {
  const { context, compiled, runs } = machine;
  const watched = applyChanges(context, changes);
  if (context.trace) markHolders(machine, changes);
  if (!watched && !compiled.listening) return;
  const { metrics } = compiled;
  for (let i = 0; i < metrics.length; i++) {
    const metric = metrics[i]!;
    if (touches(context, metric, changes.length) || hears(context, metric)) {
      stepMetric(context, metric, runs[i]!);
    }
  }
};

const takeOther = ({ context, compiled, runs }: Machine, fact: Fact): void => {
  if (fact.kind === 'approval') {
    const slot = compiled.slots.of('approval');
    if (slot >= 0) context.fields[slot] = [fact.decision];
  }
  compiled.metrics.forEach((metric, i) => {
    const run = runs[i]!;
    const asked = applyAppFact(context, metric, run, fact);
    if (asked || metric.kinds.has(fact.kind) || hears(context, metric)) stepMetric(context, metric, run);
  });
};

/** Takes in one fact, later than all before it. */
export const take = (machine: Machine, fact: Fact): void => {
  const { context } = machine;
  passTime(machine, fact.at);
  context.at = fact.at > context.createdAt ? fact.at : context.createdAt;
  context.happened = fact;
  context.factId = fact.id;
  context.by = fact.by;
  if (context.signals.length > 0) context.signals = [];
  if (fact.kind === 'change') takeChange(machine, fact.changes);
  else takeOther(machine, fact);
  machine.taken = fact;
};
