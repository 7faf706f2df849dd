/** The JQL that takes the place of a function. */
import type { SlaDefinitions } from '../../../engine/model';
import { JqlRefusal, selector, type Selector } from './arguments';
import { all, among, type Clause, negated, written } from './clause';
import { FUNCTIONS, type JqlFunction, type Meaning } from './functions';
import { NOT_STARTED, RUNNING, someMetric } from './indexed';

export interface JqlCall {
  readonly name: string;
  readonly operator: 'in' | 'not in';
  readonly arguments: readonly string[];
}

/**
 * The fragment for `issue in slaBreached("Delivery")` and its like. Jira keeps fragments: what depends on the time of
 * the search is written as `now()` or a period, never as an instant, and metrics are named by id, so that a renamed one
 * stays the same. Issues that no clock was started on are in no answer, negated or not.
 * `nextBreach`: Jira's field for the next breach, as JQL writes it; undefined on a site that does not have it.
 * @throws JqlRefusal with a sentence for whoever searches.
 */
export function fragmentOf(call: JqlCall, definitions: SlaDefinitions, nextBreach?: string): string {
  const found = Object.hasOwn(FUNCTIONS, call.name) ? FUNCTIONS[call.name] : undefined;
  if (found === undefined) throw new JqlRefusal(`Pledge has no function ${call.name}.`);
  const { own, metric } = argumentsOf(call, found);
  const meaning = found.mean(own, nextBreach);
  const selected = metric === undefined ? undefined : selector(metric, definitions);
  const holds = holdsOf(meaning, selected);
  return written(call.operator === 'in' ? holds : all(guardOf(meaning, selected), negated(holds)));
}

function argumentsOf(
  call: JqlCall,
  { own }: JqlFunction,
): { readonly own: readonly (string | undefined)[]; readonly metric: string | undefined } {
  const usage = `${call.name}(${[...own.map(({ name, required }) => (required ? name : `${name}?`)), 'metric?'].join(', ')})`;
  if (call.arguments.length > own.length + 1)
    throw new JqlRefusal(`${call.name} has too many arguments: ${usage}.`);
  const missing = own.find(({ required }, index) => required && !call.arguments[index]?.trim());
  if (missing !== undefined)
    throw new JqlRefusal(`${call.name} needs its argument "${missing.name}": ${usage}.`);
  return { own: own.map((_one, index) => call.arguments[index]), metric: call.arguments[own.length] };
}

const holdsOf = (meaning: Meaning, selected: Selector | undefined): Clause =>
  selected === undefined ? meaning.issue : someMetric((slot) => all(selected(slot), meaning.metric(slot)));

/** A flag that is there at all, whatever it says. */
const known = (alias: string): Clause => among(alias, ['yes', 'no']);
const STARTED = ['RUNNING', 'PAUSED', 'MET', 'BREACHED_STOPPED', 'CANCELLED'];

function guardOf(meaning: Meaning, selected: Selector | undefined): Clause {
  if (selected === undefined) return known(meaning.among === 'started' ? RUNNING : NOT_STARTED);
  return someMetric((slot) =>
    meaning.among === 'started' ? all(selected(slot), among(slot('state'), STARTED)) : selected(slot),
  );
}
