import Button from '@atlaskit/button/default/button';
import AddIcon from '@atlaskit/icon/core/add';
import { useState } from 'react';
import type { CalendarSource, Goal, HolidaySet } from '../../../src/sla/engine/model';
import { OrderedList } from '../../kit/controls/ordered-list';
import { replaced } from '../../kit/controls/reorder';
import { t } from '../../shared/i18n';
import { goalName, type Surroundings } from '../model/metric-text';
import { GoalRow } from './goal-row';
import styles from './sla.module.css';

export interface GoalListProps {
  /** Where the list stands in the metric, for what is wrong with it: `goals`. */
  readonly path: string;
  readonly goals: readonly Goal[];
  /** The metric's, for goals that name none. */
  readonly calendar: CalendarSource;
  readonly around: Surroundings;
  readonly holidaySets: readonly HolidaySet[];
  readonly readOnly: boolean;
  readonly onChange: (goals: readonly Goal[]) => void;
}

const newGoal = (): Goal => ({
  id: crypto.randomUUID(),
  name: '',
  when: { field: 'priority', op: 'in', values: [] },
  target: { kind: 'duration', ms: 8 * 3_600_000 },
});

/** Goals in order: the first that matches wins. Each is read in its row and opened to be changed; moved by drag or with buttons. */
export function GoalList(props: GoalListProps) {
  const { path, goals, around, readOnly, onChange } = props;
  const [added, setAdded] = useState<{ readonly id: string } | null>(null);
  const add = () => {
    const goal = newGoal();
    // The one for everything else stays last.
    const rest = goals.findIndex(({ when }) => when === undefined);
    const place = rest < 0 ? goals.length : rest;
    onChange([...goals.slice(0, place), goal, ...goals.slice(place)]);
    setAdded(goal);
  };
  return (
    <>
      <div className={styles.head} aria-hidden="true">
        {(['condition', 'target', 'calendar', 'example'] as const).map((column) => (
          <span key={column}>{t(`settings.goals.column.${column}`)}</span>
        ))}
      </div>
      <OrderedList
        elements={goals}
        nameOf={(goal, n) => t('settings.goal.of', { n, name: goalName(goal, around.catalog) })}
        readOnly={readOnly}
        keepOne
        onChange={onChange}
        render={(goal, index, controls) => (
          <GoalRow
            {...props}
            path={`${path}.${index}`}
            n={index + 1}
            goal={goal}
            controls={controls}
            asked={added?.id === goal.id ? added : null}
            onChange={(next) => onChange(replaced(goals, index, next))}
          />
        )}
      />
      {!readOnly && (
        <Button appearance="subtle" iconBefore={AddIcon} onClick={add}>
          {t('settings.goal.add')}
        </Button>
      )}
    </>
  );
}
