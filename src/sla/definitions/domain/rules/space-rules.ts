/** What can be wrong with goals of a space's own, beside what can be wrong with any goals. */
import { outOfEveryScope } from '../../../engine/history/scope-excludes';
import type { MetricDefinition } from '../../../engine/model';
import { errorIn, warningIn } from '../../../../kernel/finding';
import type { Problem } from './problem';

/** Whether the scope keeps every issue of the space out, whatever else is known of it. */
const isOutside = ({ scope }: MetricDefinition, spaceId: string): boolean =>
  outOfEveryScope({ metrics: [{ active: true, scope }] }, { projectId: [spaceId] });

/** Problems of one of the metric's spaces, by its place in the list. */
export const spaceProblems = (metric: MetricDefinition, place: number): readonly Problem[] => {
  const whose = `metric:${metric.id}`;
  const spaces = metric.spaces ?? [];
  const space = spaces[place];
  if (space === undefined) return [];
  const { id, goals } = space;
  const found: Problem[] = [];
  if (spaces.findIndex((each) => each.id === id) < place)
    found.push(errorIn('SPACE_TWICE', whose, `spaces.${place}`, { space: id }));
  if (goals.length === 0) found.push(errorIn('SPACE_WITHOUT_GOALS', whose, `spaces.${place}`, { space: id }));
  if (isOutside(metric, id))
    found.push({
      ...warningIn('SPACE_OUT_OF_SCOPE', whose, `spaces.${place}`, { space: id }),
      params: { space: id },
    });
  return found;
};
