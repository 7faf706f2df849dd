/**
 * A draft from what Jira Service Management tells of real requests: the names of its SLAs and the goal of each cycle. It tells
 * neither what starts, pauses and stops a clock nor its calendar; for which requests a goal holds is read off the requests.
 */
import type { Condition, Goal, MetricDefinition } from '../../../engine/model';
import { assumed, type Draft, type DraftMetric, type DraftNote } from './model';
import { foreignMetric } from './new-metric';

/** One SLA of one request. */
export interface NativeSla {
  readonly metric: string;
  readonly goalMs: number;
  /** The request's project, priority and type, by id; what is empty is left out. */
  readonly fields: Readonly<Partial<Record<'projectId' | 'priority' | 'issuetype', string>>>;
}

const FIELDS = ['priority', 'issuetype', 'projectId'] as const;
type Field = (typeof FIELDS)[number];

/** Metrics by name, in the order they were met. */
export function nativeDraft(seen: readonly NativeSla[], newId: () => string): Draft {
  const names = [...new Set(seen.map(({ metric }) => metric))];
  const metrics = names.map((name) =>
    metricOf(
      name,
      seen.filter(({ metric }) => metric === name),
      newId,
    ),
  );
  return { metrics, calendars: [] };
}

function metricOf(name: string, seen: readonly NativeSla[], newId: () => string): DraftMetric {
  const spaces = [...new Set(seen.flatMap(({ fields }) => fields.projectId ?? []))].sort();
  const { goals, notes } = goalsOf(seen, newId);
  const scope: Condition =
    spaces.length === 0 ? { all: [] } : { field: 'projectId', op: 'in', values: spaces };
  return {
    metric: foreignMetric({ id: newId(), name: { en: name }, scope, ...clockOf(name), pause: [], goals }),
    notes: [...notes, assumed('NOT_TOLD')],
  };
}

/** What the name suggests; the note asks to check it. */
function clockOf(name: string): Pick<MetricDefinition, 'start' | 'stop'> {
  const resolved = { on: 'changed', field: 'resolution', edge: 'set' } as const;
  const answered = { on: 'commented', by: ['agent'], audience: 'public' } as const;
  const isResponse = /response|reply|ответ/i.test(name);
  return { start: [{ on: 'created' }], stop: isResponse ? [answered, resolved] : [resolved] };
}

interface FoundGoals {
  readonly goals: readonly Goal[];
  readonly notes: readonly DraftNote[];
}

/** Goals by the first field whose every value has one goal only; the commonest goal, where no field explains them. */
function goalsOf(seen: readonly NativeSla[], newId: () => string): FoundGoals {
  const goal = (ms: number, when?: Condition): Goal => ({
    id: newId(),
    name: '',
    ...(when === undefined ? {} : { when }),
    target: { kind: 'duration', ms },
  });
  const lengths = byCount(seen.map(({ goalMs }) => goalMs));
  const [commonest = 0] = lengths;
  if (lengths.length === 1) return { goals: [goal(commonest)], notes: [] };
  const field = FIELDS.find((each) => explains(each, seen));
  if (field === undefined) {
    const targets = [...lengths].sort((a, b) => a - b).join(' ');
    return { goals: [goal(commonest)], notes: [assumed('GOALS_UNEXPLAINED', { targets })] };
  }
  const valuesOf = (ms: number) =>
    [
      ...new Set(seen.filter(({ goalMs }) => goalMs === ms).flatMap(({ fields }) => fields[field] ?? [])),
    ].sort();
  return {
    goals: [
      ...[...lengths].sort((a, b) => a - b).map((ms) => goal(ms, { field, op: 'in', values: valuesOf(ms) })),
      goal(commonest),
    ],
    notes: [assumed('GOALS_BY_FIELD', { field, count: String(seen.length) })],
  };
}

/** Whether the value of a field decides the goal on everything that was seen. */
function explains(field: Field, seen: readonly NativeSla[]): boolean {
  const goals = new Map<string, number>();
  return seen.every(({ fields, goalMs }) => {
    const value = fields[field];
    if (value === undefined) return false;
    const known = goals.get(value) ?? goalMs;
    goals.set(value, known);
    return known === goalMs;
  });
}

const byCount = (values: readonly number[]): readonly number[] => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([value]) => value);
};
