/** What a metric names and Jira does not have: told when it is saved, not when it comes to nothing. */
import { readStatusCategories } from '../../../platform/jira/issues/history';
import { existingGroups } from '../../../platform/jira/people/existing-groups';
import { namesOf } from '../../../platform/jira/people/people';
import { warningIn } from '../../../kernel/finding';
import type { Ref } from '../../../kernel/refs';
import { refsOf } from '../../../kernel/section';
import { log } from '../../../platform/log';
import type { Problem, ProblemCode } from '../domain';
import { metrics } from '../domain/sections';
import type { MetricDefinition } from '../../engine/model';

const KINDS = ['status', 'person', 'group'] as const;
type Kind = (typeof KINDS)[number];

/** For each kind, those of some ids that exist; of groups with the names they are known by too. */
export type Existing = Readonly<Record<Kind, (ids: readonly string[]) => Promise<ReadonlySet<string>>>>;

const inJira: Existing = {
  status: async () => new Set(Object.keys(await readStatusCategories())),
  person: async (ids) => new Set((await namesOf(ids)).keys()),
  group: existingGroups,
};

const OF_LEVELS: Readonly<Record<Kind, ProblemCode>> = {
  status: 'LEVEL_STATUS_GONE',
  person: 'LEVEL_ACCOUNT_GONE',
  group: 'LEVEL_GROUP_GONE',
};

const LEVEL_ACTION = /^escalations\.\d+\.actions\./;

/** An escalation reaches nobody and moves nothing then; a trigger that waits for comments of a group never fires. */
const codeOf = ({ kind, at }: Ref): ProblemCode | null => {
  const known = KINDS.find((each) => each === kind);
  if (known === undefined || at.startsWith('tests.')) return null;
  if (LEVEL_ACTION.test(at)) return OF_LEVELS[known];
  return known === 'group' ? 'GROUP_GONE' : null;
};

/** One warning for each of them and place. None while Jira does not answer: the health page asks again every time it is opened. */
export async function jiraWarnings(
  metric: MetricDefinition,
  existing: Existing = inJira,
): Promise<readonly Problem[]> {
  const named = refsOf(metrics, metric).flatMap((ref) => {
    const code = codeOf(ref);
    return code === null ? [] : [{ ...ref, code }];
  });
  const missing = await Promise.all(
    KINDS.map(async (kind) => {
      const own = named.filter((each) => each.kind === kind);
      if (own.length === 0) return [];
      const known = await existing[kind]([...new Set(own.map(({ id }) => id))]).catch((error: unknown) => {
        log.error('sla.references', error);
        return null;
      });
      return known === null ? [] : own.filter(({ id }) => !known.has(id));
    }),
  );
  return missing
    .flat()
    .map(({ code, id, at }) =>
      warningIn(code, `metric:${metric.id}`, at, code === 'GROUP_GONE' ? { group: id } : { name: id }),
    );
}
