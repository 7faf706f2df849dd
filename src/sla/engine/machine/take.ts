import { byRule } from '../compiled/cause';
import type { Fact, FieldChange } from '../model';
import { lastOf } from './cycle';
import type { CompiledMetric } from '../compiled/compiled';
import { EFFECT } from '../compiled/effect';
import { type Context, lookAtScopes, mark } from './context';
import type { Machine } from './machine';
import { dependsOn, passTime } from './pass-time';
import { applyAppFact } from './app-facts';
import { stepMetric } from './step';

const HOLDER_FIELDS = ['assignee', 'group', 'status'];

const markHolders = ({ context, compiled, runs }: Machine, changes: readonly FieldChange[]): void => {
  if (!changes.some((change) => HOLDER_FIELDS.includes(change.field))) return;
  compiled.metrics.forEach((metric, i) => {
    const run = runs[i]!;
    const last = lastOf(run.cycles);
    if (last && last.startedAt < context.at) mark(context, metric, run, byRule('holderChanged'));
  });
};

/** Sets the fields that are looked at; says whether any metric looks at one of them. */
const applyChanges = (context: Context, changes: readonly FieldChange[]): boolean => {
  const { fields, changed, compiled } = context;
  let watched = false;
  let scoping = false;
  for (let i = 0; i < changes.length; i++) {
    const { field, to } = changes[i]!;
    const slot = compiled.slots.of(field);
    changed[i] = slot;
    if (slot < 0) continue;
    fields[slot] = to;
    if (compiled.watched[slot]) watched = true;
    if (compiled.scoping[slot]) scoping = true;
  }
  if (scoping) lookAtScopes(context);
  return watched;
};

/** What the changes can mean to a metric. */
const effectOf = ({ changed }: Context, { effects }: CompiledMetric, count: number): number => {
  let effect = 0;
  for (let i = 0; i < count; i++) {
    const slot = changed[i]!;
    if (slot >= 0) effect |= effects[slot]!;
  }
  return effect;
};

const takeChange = (machine: Machine, changes: readonly FieldChange[]): void => {
  const { context, compiled, runs } = machine;
  const watched = applyChanges(context, changes);
  if (context.trace) markHolders(machine, changes);
  if (!watched && !compiled.listening) return;
  const { metrics } = compiled;
  for (let i = 0; i < metrics.length; i++) {
    const metric = metrics[i]!;
    const heard = compiled.listening && dependsOn(context, metric) ? EFFECT.moves : 0;
    const effect = effectOf(context, metric, changes.length) | heard;
    if (effect > 0) stepMetric(context, metric, runs[i]!, effect);
  }
};

const takeOther = ({ context, compiled, runs }: Machine, fact: Fact): void => {
  const approval = fact.kind === 'approval' ? compiled.slots.of('approval') : -1;
  if (fact.kind === 'approval' && approval >= 0) {
    context.fields[approval] = [fact.decision];
    lookAtScopes(context);
  }
  compiled.metrics.forEach((metric, i) => {
    const run = runs[i]!;
    const asked = applyAppFact(context, metric, run, fact);
    const decided = approval >= 0 ? metric.effects[approval]! : 0;
    if (asked || metric.kinds.has(fact.kind) || dependsOn(context, metric))
      stepMetric(context, metric, run, EFFECT.moves | decided);
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
