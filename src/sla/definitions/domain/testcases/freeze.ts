/** A test case made of a real issue: its history as far as the metric looks at it, and today's outcome as the expectation. */
import { metricsBelow } from '../../../engine/model/metrics-below';
import { MOST_TEST_EVENTS } from '../../../engine/model/test-cases';
import { inOrder } from '../../../engine/machine/facts';
import { replay } from '../../../engine/replay/replay';
import { watchedFields } from '../../../engine/history/fields-of';
import type {
  Fact,
  Fields,
  Instant,
  IssueHistory,
  MetricDefinition,
  SlaDefinitions,
  SlaTestCase,
  TestEvent,
  Trigger,
} from '../../../engine/model';
import { outcomeOf } from '../../../engine/report/outcome';
import { writeLocal } from './local-time';
import { inForce } from './run-tests';

export interface FreezeSource {
  readonly id: string;
  readonly name: string;
  /** Zone the times are written in. */
  readonly zone: string;
  readonly history: IssueHistory;
  readonly now: Instant;
}

/**
 * Only what this metric (and those it listens to) looks at is kept, and nobody who did it; `null` when that is still more
 * than a test case holds. @throws UnknownZoneError
 */
export const freezeTest = (
  source: FreezeSource,
  metric: MetricDefinition,
  definitions: SlaDefinitions,
): SlaTestCase | null => {
  const { history, now, zone, id, name } = source;
  const tested = inForce(definitions, metric);
  const watched = watching(tested, metric.id);
  const fields = watchedFields({ metrics: watched });
  const text = (at: Instant) => writeLocal(Math.max(at, history.createdAt), zone);
  const events = inOrder(history.facts)
    .filter((fact) => fact.at <= now)
    .flatMap((fact) => eventOf(fact, text, fields, watched, metric.id));
  const result = replay(tested, history, now).metrics.find((each) => each.id === metric.id);
  if (events.length > MOST_TEST_EVENTS || result === undefined) return null;
  const { state, breached, due, elapsedMs, goal } = outcomeOf(result);
  return {
    id,
    name,
    zone,
    createdAt: writeLocal(history.createdAt, zone),
    fields: kept(history.initial, fields),
    events,
    at: text(now),
    expect: {
      state,
      breached,
      due: due === undefined ? 'none' : writeLocal(due, zone),
      ...(elapsedMs === undefined ? {} : { elapsedMs }),
      ...(goal === undefined ? {} : { goalId: goal.id }),
    },
  };
};

const kept = (initial: Fields, fields: ReadonlySet<string>): Fields =>
  Object.fromEntries(
    Object.entries(initial).filter(([field, value]) => fields.has(field) && value.length > 0),
  );

const triggersOf = (metric: MetricDefinition): readonly Trigger[] => [
  ...metric.start,
  ...metric.stop,
  ...(metric.resume ?? []),
  ...(metric.reset?.on ?? []),
  ...(metric.cancel.when === 'trigger' ? metric.cancel.any : []),
];

/** The metric and those whose doings it waits for, however far; a pause of a child agreement may reach it as well. */
function watching(definitions: SlaDefinitions, metricId: string): readonly MetricDefinition[] {
  const found = new Map<string, MetricDefinition>();
  const visit = (id: string): void => {
    const metric = definitions.metrics.find((each) => each.id === id);
    if (metric === undefined || found.has(id)) return;
    found.set(id, metric);
    for (const trigger of triggersOf(metric)) if (trigger.on === 'metric') visit(trigger.metricId);
    for (const { metricId: below, agreement } of metricsBelow(metric.agreementId, definitions))
      if (agreement.affectsParent !== 'none') visit(below);
  };
  visit(metricId);
  return [...found.values()];
}

function eventOf(
  fact: Fact,
  text: (at: Instant) => string,
  fields: ReadonlySet<string>,
  watched: readonly MetricDefinition[],
  metricId: string,
): readonly TestEvent[] {
  const at = text(fact.at);
  const listened = (...on: readonly Trigger['on'][]) =>
    watched.some((metric) => triggersOf(metric).some((trigger) => on.includes(trigger.on)));
  switch (fact.kind) {
    case 'change': {
      const changes = fact.changes
        .filter(({ field }) => fields.has(field))
        .map(({ field, to }) => ({ field, to }));
      return changes.length === 0 ? [] : [{ kind: 'change', at, changes }];
    }
    case 'comment': {
      const { author, public: isPublic, shown, groups } = fact;
      if (!listened('commented')) return [];
      return [
        {
          kind: 'comment',
          at,
          author,
          public: isPublic,
          ...(shown === undefined ? {} : { shown }),
          ...(groups === undefined ? {} : { groups }),
        },
      ];
    }
    case 'approval':
      if (!listened('approval') && !fields.has('approval')) return [];
      return [{ kind: 'approval', at, decision: fact.decision }];
    case 'link':
      if (!listened('linked', 'unlinked')) return [];
      return [{ kind: 'link', at, linked: fact.linked, linkType: fact.linkType }];
    // A breach elsewhere is a risk, and changes nothing of the clock.
    case 'child': {
      const { issueId, metricId: below, what } = fact;
      if (what === 'breached' || !watched.some(({ id }) => id === below)) return [];
      return [{ kind: 'child', at, issueId, metricId: below, what }];
    }
    case 'pause': {
      if (fact.metricId !== undefined && fact.metricId !== metricId) return [];
      const until = fact.resumeAt === undefined ? {} : { resumeAt: text(fact.resumeAt) };
      return [{ kind: 'pause', at, reason: fact.reason, ...until }];
    }
    case 'resume':
      return fact.metricId === undefined || fact.metricId === metricId ? [{ kind: 'resume', at }] : [];
    case 'extend':
      return fact.metricId === metricId ? [{ kind: 'extend', at, ms: fact.ms, from: fact.from }] : [];
    // Neither changes what the clock shows; a deleted issue can't be looked at.
    case 'excuse':
    case 'deleted':
      return [];
  }
}
