import { sameValues } from '../../../../kernel/same-values';
import type { CalendarSource, MetricDefinition } from '../../../engine/model';
import { USUAL_RULES } from '../../../engine/model/usual-rules';

type Given = Pick<MetricDefinition, 'id' | 'name' | 'scope' | 'start' | 'stop' | 'pause' | 'goals'>;

const ALWAYS: CalendarSource = { kind: 'fixed', calendarId: null };

/** The first goal's calendar is the metric's: goals on the same one follow it. */
const onOneCalendar = (goals: Given['goals']): Pick<MetricDefinition, 'calendar' | 'goals'> => {
  const shared = goals[0]?.calendar ?? ALWAYS;
  return {
    calendar: shared,
    goals: goals.map(({ calendar = ALWAYS, ...goal }) =>
      sameValues(calendar, shared) ? goal : { ...goal, calendar },
    ),
  };
};

/** A metric of another tool, switched off, with what Pledge does by itself for all that the other tool has no word for. */
export const foreignMetric = ({ goals, ...given }: Given): MetricDefinition => ({
  ...given,
  ...onOneCalendar(goals),
  ...USUAL_RULES,
  version: 1,
  active: false,
});
