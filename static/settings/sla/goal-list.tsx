import { useState } from 'react';
import type { CalendarSource, Goal, HolidaySet } from '../../../src/sla/engine/model';
import { AddButton, OrderedList } from '../../kit/controls';
import { elements, type Field } from '../../kit/fields';
import { t } from '../../shared/i18n';
import { goalName, type Surroundings } from '../model/metric-text';
import { GoalRow } from './goal-row';
import forms from '../../kit/forms.module.css';
import styles from './sla.module.css';

export interface GoalListProps {
  readonly of: Field<readonly Goal[]>;
  /** The metric's calendar, for goals that name none. */
  readonly standard: CalendarSource;
  readonly around: Surroundings & { readonly holidaySets: readonly HolidaySet[] };
}

const newGoal = (): Goal => ({
  id: crypto.randomUUID(),
  name: '',
  when: { field: 'priority', op: 'in', values: [] },
  target: { kind: 'duration', ms: 8 * 3_600_000 },
});

/** Goals in order: the first that matches wins. Each is read in its row and opened to be changed; moved by drag or with buttons. */
export function GoalList(props: GoalListProps) {
  const { of, around } = props;
  const { value: goals, readOnly, onChange } = of;
  const [added, setAdded] = useState<{ readonly id: string } | null>(null);
  const rows = elements(of);
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
      <div className={`${forms.label} ${styles.head}`} aria-hidden="true">
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
        render={(goal, index, controls) => {
          const row = rows[index];
          const asked = added?.id === goal.id ? added : null;
          return row && <GoalRow {...props} of={row} controls={controls} asked={asked} />;
        }}
      />
      {!readOnly && (
        <AddButton spacing="default" onClick={add}>
          {t('settings.goal.add')}
        </AddButton>
      )}
    </>
  );
}
