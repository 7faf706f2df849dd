/** What somebody wants to save, as a change of the definitions. */
import { replaced } from '../../engine';
import { DEFAULT_AGENTS } from '../../engine/model/agents';
import { judgedBy } from '../../engine/history';
import type { MetricDefinition, SlaDefinitions } from '../../engine/model';
import type { DefinitionsChange } from '../change-definitions';
import { saveOf } from '../members';
import type { Effect } from '../with-past';
import type { ChangeImpact, ChangePlan, ChangeScope, ChangeTarget } from '../domain/answers/changes';

/** @throws INVALID_DEFINITION when the target is not what it should be */
export const changeOf = (version: number, target: ChangeTarget, effect: Effect): DefinitionsChange => ({
  version,
  effect,
  ...saveOf(target),
});

/** When and on which cycles a plan takes effect. A replay takes effect at once, or from the date that was chosen. */
export function effectOf({ scope, from, closedSince }: ChangePlan, now: number): Effect {
  switch (scope) {
    case 'new':
    case 'future':
      return { scope, from: Math.max(from ?? now, now) };
    case 'replay':
      return { scope, from: now };
    case 'closed':
      return { scope: 'replay', from: Math.min(closedSince ?? now, now) };
  }
}

const conditionsOf = (metric: MetricDefinition | undefined): unknown => {
  if (metric === undefined) return null;
  const {
    goals: _goals,
    calendar: _calendar,
    spaces: _spaces,
    graceMs: _grace,
    goalChange: _change,
    version: _version,
    name: _name,
    ...rest
  } = metric;
  const { escalations: _escalations, visibility: _visibility, ...conditions } = rest;
  return conditions;
};

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const contentOf = ({ calendars, holidaySets, metrics, agreements, agents }: SlaDefinitions): unknown => [
  agents ?? DEFAULT_AGENTS,
  calendars,
  holidaySets,
  metrics.map((metric) => ({ ...metric, version: 0 })),
  agreements,
];

/** Escalations, and the responsible persons some of them go to. */
const tellsOf = ({ metrics, agreements }: SlaDefinitions): unknown => [
  metrics.map(({ id, escalations }) => [id, escalations]),
  agreements.flatMap(({ id, responsible }) => (responsible === undefined ? [] : [[id, responsible]])),
];

/** What agreements are judged by over a period: no clock, and nothing that is shown beside one. */
const judgedOf = ({ agreements }: SlaDefinitions): unknown =>
  agreements.map(({ id, terms }) => [id, terms ?? null]);

/** How far a change reaches. `after` is the version that would be stored, with the past it keeps. */
export function impactOf(before: SlaDefinitions, after: SlaDefinitions): ChangeImpact {
  if (same(contentOf(before), contentOf(after))) return 'none';
  // Comments are judged by another rule: whose they are is a condition of a clock.
  if (judgedBy(before) !== judgedBy(after)) return 'conditions';
  const replaces = after.former?.find(({ version }) => version === before.version);
  if (replaces === undefined) {
    if (!same(tellsOf(before), tellsOf(after))) return 'tells';
    if (replaced(before, after, 0, 'replay') !== null) return 'unused';
    return same(judgedOf(before), judgedOf(after)) ? 'words' : 'unused';
  }
  // Whose pauses pause a clock is a condition of it.
  if (replaces.agreements.length > 0) return 'conditions';
  const ids = new Set([...before.metrics, ...after.metrics].map(({ id }) => id));
  const find = ({ metrics }: SlaDefinitions, id: string) => metrics.find((each) => each.id === id);
  const conditions = [...ids].some(
    (id) => !same(conditionsOf(find(before, id)), conditionsOf(find(after, id))),
  );
  return conditions ? 'conditions' : 'goals';
}

/** Time already counted is kept when targets or hours change; other conditions need another look at the whole cycle. */
export const scopeFor = (impact: ChangeImpact): ChangeScope =>
  impact === 'conditions' ? 'replay' : 'future';
