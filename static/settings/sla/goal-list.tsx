import Button from '@atlaskit/button/default/button';
import AddIcon from '@atlaskit/icon/core/add';
import Textfield from '@atlaskit/textfield';
import type { CalendarDefinition, CalendarSource, Goal, HolidaySet } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { conditionText } from '../model/condition-text';
import type { FieldCatalog } from '../model/field-catalog';
import { replaced } from '../../kit/controls/reorder';
import { ConditionEditor } from '../shared/condition-editor';
import forms from '../../kit/forms.module.css';
import { OrderedList } from '../../kit/controls/ordered-list';
import { ProblemsAt } from '../shared/problems-at';
import { ExampleDue } from './example-due';
import { GoalCalendar } from './goal-calendar';
import { TargetEditor } from './target-editor';

export interface GoalListProps {
  /** Where the list stands in the metric, for what is wrong with it: `goals`. */
  readonly path: string;
  readonly goals: readonly Goal[];
  /** The metric's, for goals that name none. */
  readonly calendar: CalendarSource;
  readonly calendars: readonly CalendarDefinition[];
  readonly holidaySets: readonly HolidaySet[];
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (goals: readonly Goal[]) => void;
}

const newGoal = (): Goal => ({
  id: crypto.randomUUID(),
  name: '',
  target: { kind: 'duration', ms: 8 * 3_600_000 },
});

/** Goals in order: the first that matches wins. Moved by drag or with buttons. */
export function GoalList(props: GoalListProps) {
  const { path, goals, calendars, holidaySets, catalog, readOnly, onChange } = props;
  return (
    <>
      <OrderedList
        elements={goals}
        nameOf={({ name }, n) => t('settings.goal.of', { n, name })}
        readOnly={readOnly}
        keepOne
        onChange={onChange}
        render={(goal, index, controls) => {
          const write = (next: Goal) => onChange(replaced(goals, index, next));
          const n = index + 1;
          return (
            <ProblemsAt path={`${path}.${index}`}>
              <div className={forms.row}>
                <span aria-hidden="true">{n}.</span>
                <div className={forms.grow}>
                  <Textfield
                    aria-label={t('settings.goal.name', { n })}
                    placeholder={t('settings.goal.namePlaceholder')}
                    value={goal.name}
                    isReadOnly={readOnly}
                    onChange={(event) => write({ ...goal, name: event.currentTarget.value })}
                  />
                </div>
                {controls}
              </div>
              <p className={forms.hint}>
                {goal.when === undefined ? t('settings.goal.remaining') : conditionText(goal.when, catalog)}
              </p>
              {!readOnly && (
                <ProblemsAt path={`${path}.${index}.when`}>
                  <ConditionEditor
                    label={t('settings.goal.when', { n })}
                    value={goal.when}
                    catalog={catalog}
                    onChange={(when) => write(withCondition(goal, when))}
                  />
                </ProblemsAt>
              )}
              <div className={`${forms.row} ${forms.top}`}>
                <ProblemsAt path={`${path}.${index}.target`}>
                  <TargetEditor
                    n={n}
                    target={goal.target}
                    catalog={catalog}
                    readOnly={readOnly}
                    onChange={(target) => write({ ...goal, target })}
                  />
                </ProblemsAt>
                <ProblemsAt path={`${path}.${index}.calendar`}>
                  <GoalCalendar
                    n={n}
                    source={goal.calendar ?? props.calendar}
                    calendars={calendars}
                    catalog={catalog}
                    readOnly={readOnly}
                    onChange={(calendar) => write({ ...goal, calendar })}
                  />
                </ProblemsAt>
              </div>
              <ExampleDue
                goal={{ calendar: props.calendar, ...goal }}
                calendars={calendars}
                holidaySets={holidaySets}
              />
            </ProblemsAt>
          );
        }}
      />
      {!readOnly && (
        <Button appearance="subtle" iconBefore={AddIcon} onClick={() => onChange([newGoal(), ...goals])}>
          {t('settings.goal.add')}
        </Button>
      )}
    </>
  );
}

function withCondition(goal: Goal, when: Goal['when']): Goal {
  if (when !== undefined) return { ...goal, when };
  const { when: _dropped, ...rest } = goal;
  return rest;
}
