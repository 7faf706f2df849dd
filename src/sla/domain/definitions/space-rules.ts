/** What can be wrong with goals of a space's own, beside what can be wrong with any goals. */
import { outOfEveryScope } from '../history/scope-excludes';
import type { MetricDefinition } from '../model';
import { type Problem, refusal, warning } from './problem';

/** Whether the scope keeps every issue of the space out, whatever else is known of it. */
const isOutside = ({ scope }: MetricDefinition, spaceId: string): boolean =>
  outOfEveryScope({ metrics: [{ active: true, scope }] }, { projectId: [spaceId] });

/** Problems of one of the metric's spaces, by its place in the list. */
export const spaceProblems = (metric: MetricDefinition, place: number): readonly Problem[] => {
  const subject = `metric:${metric.id}`;
  const spaces = metric.spaces ?? [];
  const space = spaces[place];
  if (space === undefined) return [];
  const { id, goals } = space;
  const found: Problem[] = [];
  if (spaces.findIndex((each) => each.id === id) < place)
    found.push(
      refusal(
        'SPACE_TWICE',
        subject,
        `spaces.${place}`,
        `Space "${id}" has goals of its own twice.`,
        'Put its goals into one list.',
      ),
    );
  if (goals.length === 0)
    found.push(
      refusal(
        'SPACE_WITHOUT_GOALS',
        subject,
        `spaces.${place}`,
        `Space "${id}" is to have goals of its own, but there is none.`,
        'Add a goal, or let the space follow the standard again.',
      ),
    );
  if (isOutside(metric, id))
    found.push({
      ...warning(
        'SPACE_OUT_OF_SCOPE',
        subject,
        `spaces.${place}`,
        `The scope leaves out space "${id}", so its own goals measure nothing.`,
        'Add the space to the scope, or let it follow the standard again.',
      ),
      params: { space: id },
    });
  return found;
};
