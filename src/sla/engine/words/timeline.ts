import { cyclesOf } from '../model/cycles-of';
import type { MetricResult } from '../model';
import { ruleText } from './cause-text';
import { instantText, type TextOptions, valueName } from './names';
import { rejectedText } from './unmet-text';

const goalName = (metric: MetricResult, id: string): string =>
  cyclesOf(metric).find((cycle) => cycle.goal.id === id)?.goal.name ?? id;

/** What happened to a metric, one line per event: when, what, because of what, by whom, which goals. */
export const timelineText = (metric: MetricResult, options: TextOptions): readonly string[] => {
  const { say } = options;
  return metric.events.map((event) => {
    const who = event.by ? ` ${say('sla.timeline.by')} ${valueName('assignee', event.by, options)}` : '';
    const goal =
      event.goalId === undefined ? '' : `; ${say('sla.timeline.goal')} ${goalName(metric, event.goalId)}`;
    const rejected = event.rejected.map((goal) => `${goal.goalId} ${rejectedText(goal, options)}`).join(', ');
    const others = rejected === '' ? '' : `; ${say('sla.timeline.rejected')}: ${rejected}`;
    return `${instantText(event.at, options)}  ${say(`sla.action.${event.action}`)} (${ruleText(event.cause, options)})${who}${goal}${others}`;
  });
};
