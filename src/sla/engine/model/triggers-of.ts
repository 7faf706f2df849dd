import type { MetricDefinition, Trigger } from '.';

/** Every trigger of a metric with its place in it: `start.0`, `reset.on.1`, `cancel.any.0`. */
export const triggersOf = (metric: MetricDefinition): readonly (readonly [string, Trigger])[] => {
  const named = (path: string, triggers: readonly Trigger[]) =>
    triggers.map((each, i) => [`${path}.${i}`, each] as const);
  return [
    ...named('start', metric.start),
    ...named('stop', metric.stop),
    ...named('resume', metric.resume ?? []),
    ...named('reset.on', metric.reset?.on ?? []),
    ...named('cancel.any', metric.cancel.when === 'trigger' ? metric.cancel.any : []),
  ];
};
