/** What comment triggers ask of those who comment, and whether any trigger listens to comments at all. */
import { DEFAULT_AGENTS } from '../model/agents';
import { triggersOf } from '../model/triggers-of';
import type { SlaDefinitions, Trigger } from '../model';

type Metrics = Pick<SlaDefinitions, 'metrics' | 'former'>;

const commentTriggers = ({ metrics, former = [] }: Metrics): readonly (Trigger & { on: 'commented' })[] =>
  [...metrics, ...former.flatMap((each) => each.metrics.flatMap(({ was }) => was ?? []))]
    .flatMap(triggersOf)
    .flatMap(([, trigger]) => (trigger.on === 'commented' ? [trigger] : []));

/** Whether a comment can matter to a clock, whichever revision it is measured by. */
export const listensToComments = (definitions: Metrics): boolean => commentTriggers(definitions).length > 0;

/** Whether an internal comment can. */
export const listensToInternal = (definitions: Metrics): boolean =>
  commentTriggers(definitions).some(({ audience }) => audience !== 'public');

/** The groups that comment triggers name; empty when nobody's groups need be known. */
export const groupsInComments = (definitions: Metrics): ReadonlySet<string> =>
  new Set(commentTriggers(definitions).flatMap(({ groups }) => groups ?? []));

/** By what those who comment are judged: verdicts by something else are given anew. */
export const judgedBy = (definitions: Metrics & Pick<SlaDefinitions, 'agents'>): string => {
  const rule = definitions.agents ?? DEFAULT_AGENTS;
  const named =
    rule.by === 'roles' ? rule.roles.map(({ id }) => id) : rule.by === 'groups' ? rule.groups : [];
  const of = (ids: Iterable<string>): string => [...ids].sort().join(',');
  return [rule.by, of(named), of(groupsInComments(definitions))].join('|');
};
