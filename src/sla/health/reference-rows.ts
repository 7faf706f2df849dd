/** Metrics that name projects, statuses, fields or groups that Jira does not have. */
import { textParam } from '../../kernel/finding';
import type { SlaDefinitions } from '../engine/model';
import {
  deadReferences,
  type JiraReference,
  type KnownIds,
  referencesOf,
} from '../definitions/domain/usage/references';
import { row, type HealthRow } from './row';

export interface ReferencePorts {
  readonly projects: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly statuses: () => Promise<ReadonlySet<string>>;
  readonly fields: () => Promise<ReadonlySet<string>>;
  /** Ids and names of those that exist; asked only when a metric names groups. */
  readonly groups: (named: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** One row per metric and kind, with the ids; asked of Jira as the app, a few calls in all. */
export async function referenceRows(
  { metrics }: SlaDefinitions,
  ports: ReferencePorts,
): Promise<readonly HealthRow[]> {
  const active = metrics.filter((metric) => metric.active && metric.retired === undefined);
  if (active.length === 0) return [];
  const references = active.flatMap(referencesOf);
  const named = (wanted: JiraReference['kind']) => [
    ...new Set(references.filter(({ kind }) => kind === wanted).map(({ id }) => id)),
  ];
  const [projects, statuses, fields, groups] = await Promise.all([
    ports.projects(named('project')),
    ports.statuses(),
    ports.fields(),
    ports.groups(named('group')),
  ]);
  const known: KnownIds = { projects, statuses, fields, groups };
  return active.flatMap((metric) => {
    const dead = deadReferences(metric, known);
    return (['project', 'status', 'field', 'group'] as const).flatMap((kind) => {
      const ids = dead.filter((each) => each.kind === kind).map(({ id }) => id);
      if (ids.length === 0) return [];
      const params = { metric: textParam(metric.name), ids: ids.join(', ') };
      return [row(`sla.gone.${kind}`, 'error', `metric:${metric.id}`, params)];
    });
  });
}
