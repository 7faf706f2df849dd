import { calendarCache } from '../calendar/cache';
import type { Calendar } from '../calendar/calendar';
import { calendar247 } from '../calendar/compile';
import { inherited } from '../calendar/inherited';
import { triggersOf } from '../model/triggers-of';
import type { EscalationLevel, SlaDefinitions } from '../model';
import { compileMetric } from './compile-metric';
import type { CompiledDefinitions, CompiledMetric } from './compiled';
import { compileCondition, fieldsOf } from './condition';
import { fieldsOfMetric } from './fields-of-metric';
import { Slots } from './slots';

/** A metric after those it listens to; metrics that listen to each other keep the order given. */
const inOrder = (metrics: readonly CompiledMetric[]): readonly CompiledMetric[] => {
  const byId = new Map(metrics.map((metric) => [metric.def.id, metric]));
  const done = new Set<CompiledMetric>();
  const visit = (metric: CompiledMetric, path: readonly CompiledMetric[]): void => {
    if (done.has(metric) || path.includes(metric)) return;
    for (const id of metric.listensTo) {
      const other = byId.get(id);
      if (other) visit(other, [...path, metric]);
    }
    done.add(metric);
  };
  for (const metric of metrics) visit(metric, []);
  return [...done];
};

const calendars = calendarCache();

/** Calendars by id. The last one asked for is remembered: the metrics of an issue mostly share theirs. */
const calendarBook = (definitions: SlaDefinitions): ((id: string | null) => Calendar) => {
  const byId = new Map<string | null, Calendar>([[null, calendar247]]);
  let lastId: string | null = null;
  let last = calendar247;
  const find = (id: string | null): Calendar => {
    const known = byId.get(id);
    if (known) return known;
    const definition = definitions.calendars.find((each) => each.id === id);
    const calendar = definition
      ? calendars(inherited(definition, definitions.calendars), definitions.holidaySets)
      : calendar247;
    byId.set(id, calendar);
    return calendar;
  };
  return (id) => {
    if (id === lastId) return last;
    last = find(id);
    lastId = id;
    return last;
  };
};

const levelTests = (definitions: SlaDefinitions, slots: Slots): CompiledDefinitions['levelHolds'] => {
  const tests = new Map<EscalationLevel, ReturnType<typeof compileCondition>>();
  for (const { escalations } of definitions.metrics)
    for (const level of escalations) if (level.when) tests.set(level, compileCondition(level.when, slots));
  return (level, fields) => tests.get(level)?.(fields) ?? true;
};

const HOLDERS = ['assignee', 'group', 'status'] as const;

const compile = (definitions: SlaDefinitions): CompiledDefinitions => {
  const active = definitions.metrics.filter((def) => def.active);
  const fields = new Set([...active.flatMap(fieldsOfMetric), ...(definitions.alsoFields ?? [])]);
  const scoping = new Set(active.flatMap(({ scope }) => fieldsOf(scope)));
  const slots = new Slots([...new Set([...fields, ...HOLDERS])]);
  const metrics = inOrder(
    active.map((def) => compileMetric(def, definitions.metrics.indexOf(def), definitions, slots)),
  );
  const [assignee, group, status] = HOLDERS.map((name) => slots.of(name)) as [number, number, number];
  return {
    source: definitions,
    metrics,
    reported: metrics.map((_, place) => place).sort((a, b) => metrics[a]!.index - metrics[b]!.index),
    positionOf: new Map(metrics.map((metric, place) => [metric.def.id, place])),
    calendar: calendarBook(definitions),
    slots,
    fields,
    holders: { assignee, group, status },
    watched: slots.names.map((_, slot) => metrics.some((metric) => metric.effects[slot]! > 0)),
    scoping: slots.names.map((name) => scoping.has(name)),
    levelHolds: levelTests(definitions, slots),
    listening: metrics.some((metric) => metric.listensTo.size > 0),
    retiring: active.some(({ retired }) => retired?.open === 'cancel'),
    breachSignals: new Set(
      active
        .flatMap(triggersOf)
        .flatMap(([, trigger]) =>
          trigger.on === 'metric' && trigger.to === 'breached' ? [trigger.metricId] : [],
        ),
    ),
  };
};

const compiled = new WeakMap<SlaDefinitions, CompiledDefinitions>();

/** Definitions ready to replay; the same object is compiled once. A goal whose calendar is gone counts 24×7. */
export const compiledOf = (definitions: SlaDefinitions): CompiledDefinitions => {
  const known = compiled.get(definitions);
  if (known) return known;
  const made = compile(definitions);
  compiled.set(definitions, made);
  return made;
};

/** The calendar with an id; 24×7 for none. */
export const calendarOf = (definitions: SlaDefinitions, id: string | null): Calendar =>
  compiledOf(definitions).calendar(id);
