/** Projects, statuses, custom fields and groups of Jira that a metric counts on. */
import { refsOf } from '../../../../kernel/section';
import type { MetricDefinition } from '../../../engine/model';
import { metrics } from '../sections';

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

const KINDS: Readonly<Record<string, JiraReference['kind']>> = {
  space: 'project',
  status: 'status',
  field: 'field',
  group: 'group',
};

/** Whom levels tell and what they do is told when they act; no clock counts on it, nor on test cases. */
const NOT_COUNTED_ON = /^tests\.|^escalations\.\d+\.actions\./;

/** Each once, in no particular order. */
export function referencesOf(metric: MetricDefinition): readonly JiraReference[] {
  const found = new Map<string, JiraReference>();
  for (const { kind, id, at } of refsOf(metrics, metric)) {
    const known = KINDS[kind];
    if (known !== undefined && !NOT_COUNTED_ON.test(at)) found.set(`${known}:${id}`, { kind: known, id });
  }
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
