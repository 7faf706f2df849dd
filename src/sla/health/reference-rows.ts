/** Metrics that name projects, statuses or fields that Jira no longer has. */
import type { SlaDefinitions } from '../domain/model';
import { deadReferences, type KnownIds, referencesOf } from '../domain/survey/references';
import { row, type HealthRow } from './row';

export interface ReferencePorts {
  readonly projects: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly statuses: () => Promise<ReadonlySet<string>>;
  readonly fields: () => Promise<ReadonlySet<string>>;
}

/** One row per metric and kind, with the ids; asked of Jira as the app, three calls in all. */
export async function referenceRows(
  { metrics }: SlaDefinitions,
  ports: ReferencePorts,
): Promise<readonly HealthRow[]> {
  const active = metrics.filter((metric) => metric.active && metric.retired === undefined);
  if (active.length === 0) return [];
  const named = active.flatMap(referencesOf).filter(({ kind }) => kind === 'project');
  const [projects, statuses, fields] = await Promise.all([
    ports.projects([...new Set(named.map(({ id }) => id))]),
    ports.statuses(),
    ports.fields(),
  ]);
  const known: KnownIds = { projects, statuses, fields };
  return active.flatMap((metric) => {
    const dead = deadReferences(metric, known);
    return (['project', 'status', 'field'] as const).flatMap((kind) => {
      const ids = dead.filter((each) => each.kind === kind).map(({ id }) => id);
      if (ids.length === 0) return [];
      const params = { metric: metric.name.en, ids: ids.join(', ') };
      return [row(`sla.gone.${kind}`, 'error', `metric:${metric.id}`, params)];
    });
  });
}
