/** Projects, statuses, custom fields and groups of Jira that a metric names. */
import { leavesOf } from '../../../../kernel/condition';
import { goalsOf } from '../../../engine/model/goals-of';
import { triggersOf } from '../../../engine/model/triggers-of';
import { groupsInComments } from '../../../engine/history/comment-groups';
import { watchedFields } from '../../../engine/history/fields-of';
import type { Condition, FieldTest, MetricDefinition } from '../../../engine/model';

export interface JiraReference {
  readonly kind: 'project' | 'status' | 'field' | 'group';
  /** The id; of a group the id or the name, whichever the metric names it by. */
  readonly id: string;
}

/** What Jira has today. */
export interface KnownIds {
  readonly projects: ReadonlySet<string>;
  readonly statuses: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  /** Ids and names. */
  readonly groups: ReadonlySet<string>;
}

/** Each once, in no particular order. */
export function referencesOf(metric: MetricDefinition): readonly JiraReference[] {
  const found = new Map<string, JiraReference>();
  const add = (kind: JiraReference['kind'], ids: readonly string[]): void => {
    for (const id of ids) found.set(`${kind}:${id}`, { kind, id });
  };
  const values = (field: string, ids: readonly string[]): void => {
    if (field === 'projectId' || field === 'project') add('project', ids);
    if (field === 'status') add('status', ids);
  };
  for (const test of conditionsOf(metric).flatMap(leavesOf<FieldTest>))
    if ('values' in test) values(test.field, test.values);
  for (const [, trigger] of triggersOf(metric))
    if (trigger.on === 'changed') values(trigger.field, [...(trigger.from ?? []), ...(trigger.to ?? [])]);
  add('group', [...groupsInComments({ metrics: [metric] })]);
  add(
    'field',
    [...watchedFields({ metrics: [metric] })].filter((field) => field.startsWith('customfield_')),
  );
  return [...found.values()];
}

/** Those that Jira no longer has. */
export const deadReferences = (metric: MetricDefinition, known: KnownIds): readonly JiraReference[] =>
  referencesOf(metric).filter(({ kind, id }) => {
    switch (kind) {
      case 'project':
        return !known.projects.has(id);
      case 'status':
        return !known.statuses.has(id);
      case 'field':
        return !known.fields.has(id);
      case 'group':
        return !known.groups.has(id);
    }
  });

const conditionsOf = (metric: MetricDefinition): readonly Condition[] => [
  metric.scope,
  ...metric.pause.map(({ when }) => when),
  ...goalsOf(metric).flatMap(({ when }) => when ?? []),
  ...triggersOf(metric).flatMap(([, trigger]) => {
    if (trigger.on === 'while') return [trigger.condition];
    return trigger.on === 'changed' && trigger.and !== undefined ? [trigger.and] : [];
  }),
];
