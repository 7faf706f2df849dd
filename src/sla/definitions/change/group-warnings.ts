/** Groups that comment triggers name and Jira does not have: such a trigger never fires, but stands in nobody's way. */
import { existingGroups } from '../../../platform/jira/people/existing-groups';
import { warningIn } from '../../../kernel/finding';
import { log } from '../../../platform/log';
import type { Problem } from '../domain';
import { triggersOf } from '../../engine';
import type { SlaDefinitions } from '../../engine/model';
import type { ChangeTarget } from '../domain/answers/changes';

/** Which of some groups, named by id or name, exist; with the others by which they are known too. */
type ExistingGroups = (named: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * One warning per group of the metric being saved that does not exist. None for other targets, and none while Jira does
 * not answer: the health page asks again every time it is opened.
 */
export async function groupWarnings(
  target: ChangeTarget,
  { metrics }: Pick<SlaDefinitions, 'metrics'>,
  existing: ExistingGroups = existingGroups,
): Promise<readonly Problem[]> {
  const metric = target.kind === 'metric' ? metrics.find(({ id }) => id === target.metric.id) : undefined;
  if (metric === undefined) return [];
  const named = triggersOf(metric).flatMap(([path, trigger]) =>
    trigger.on === 'commented' ? (trigger.groups ?? []).map((group) => ({ path, group })) : [],
  );
  if (named.length === 0) return [];
  const known = await existing([...new Set(named.map(({ group }) => group))]).catch((error: unknown) => {
    log.error('sla.groups', error);
    return null;
  });
  if (known === null) return [];
  return named
    .filter(({ group }) => !known.has(group))
    .map(({ path, group }) => warningIn('GROUP_GONE', `metric:${metric.id}`, path, { group }));
}
