/** Statuses, people and groups that escalation levels name and Jira does not have: told when saved, not when they act. */
import { readStatusCategories } from '../../../platform/jira/issues/history';
import { existingGroups } from '../../../platform/jira/people/existing-groups';
import { namesOf } from '../../../platform/jira/people/people';
import { warningIn } from '../../../kernel/finding';
import { log } from '../../../platform/log';
import type { Problem, ProblemCode } from '../domain';
import type { EscalationAction, MetricDefinition, Recipient, SlaDefinitions } from '../../engine/model';
import type { ChangeTarget } from '../domain/answers/changes';

type Kind = 'status' | 'account' | 'group';

/** For each kind, those of some ids that exist; of groups with the names they are known by too. */
export type Existing = Readonly<Record<Kind, (ids: readonly string[]) => Promise<ReadonlySet<string>>>>;

const inJira: Existing = {
  status: async () => new Set(Object.keys(await readStatusCategories())),
  account: async (ids) => new Set((await namesOf(ids)).keys()),
  group: existingGroups,
};

const CODES: Readonly<Record<Kind, ProblemCode>> = {
  status: 'LEVEL_STATUS_GONE',
  account: 'LEVEL_ACCOUNT_GONE',
  group: 'LEVEL_GROUP_GONE',
};

interface Named {
  readonly kind: Kind;
  readonly id: string;
  readonly path: string;
}

const recipientsOf = (action: EscalationAction): readonly Recipient[] => {
  if (action.kind === 'comment' || action.kind === 'notify') return action.to;
  return action.kind === 'assign' ? [action.to] : [];
};

const namedBy = (action: EscalationAction, path: string): readonly Named[] => [
  ...(action.kind === 'transition' ? [{ kind: 'status' as const, id: action.toStatusId, path }] : []),
  ...recipientsOf(action).flatMap((recipient): readonly Named[] => {
    if (recipient.kind === 'user') return [{ kind: 'account', id: recipient.accountId, path }];
    return recipient.kind === 'group' ? [{ kind: 'group', id: recipient.groupId, path }] : [];
  }),
];

const namedIn = ({ escalations }: MetricDefinition): readonly Named[] =>
  escalations.flatMap(({ actions }, level) =>
    actions.flatMap((action, index) => namedBy(action, `escalations.${level}.actions.${index}`)),
  );

/** One warning for each of them, of the metric being saved. None for other targets, and none while Jira does not answer. */
export async function levelWarnings(
  target: ChangeTarget,
  { metrics }: Pick<SlaDefinitions, 'metrics'>,
  existing: Existing = inJira,
): Promise<readonly Problem[]> {
  const metric = target.kind === 'metric' ? metrics.find(({ id }) => id === target.metric.id) : undefined;
  if (metric === undefined) return [];
  const named = namedIn(metric);
  const missing = await Promise.all(
    (['status', 'account', 'group'] as const).map(async (kind) => {
      const own = named.filter((each) => each.kind === kind);
      if (own.length === 0) return [];
      const known = await existing[kind]([...new Set(own.map(({ id }) => id))]).catch((error: unknown) => {
        log.error('sla.levels', error);
        return null;
      });
      return known === null ? [] : own.filter(({ id }) => !known.has(id));
    }),
  );
  return missing
    .flat()
    .map(({ kind, id, path }) => warningIn(CODES[kind], `metric:${metric.id}`, path, { name: id }));
}
