import Button from '@atlaskit/button/default/button';
import IconButton from '@atlaskit/button/icon/button';
import AddIcon from '@atlaskit/icon/core/add';
import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import DeleteIcon from '@atlaskit/icon/core/delete';
import Textfield from '@atlaskit/textfield';
import type { CalendarDefinition, CalendarSource, Goal } from '../../../src/sla/domain/model';
import { t } from '../../shared/i18n';
import { conditionText } from '../model/condition-text';
import { moved, replaced, without } from '../model/reorder';
import { ConditionEditor } from '../shared/condition-editor';
import forms from '../shared/forms.module.css';
import { Choice } from '../shared/choice';
import { ExampleDue } from './example-due';
import type { FieldCatalog } from '../model/field-catalog';
import { TargetEditor } from './target-editor';

interface Props {
  readonly goals: readonly Goal[];
  readonly calendars: readonly CalendarDefinition[];
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (goals: readonly Goal[]) => void;
}

const ALWAYS = '24x7';

const newGoal = (): Goal => ({
  id: crypto.randomUUID(),
  name: '',
  target: { kind: 'duration', ms: 8 * 3_600_000 },
  calendar: { kind: 'fixed', calendarId: null },
});

/** Goals in order: the first that matches wins. Moved by buttons, so by keyboard too. */
export function GoalsEditor({ goals, calendars, catalog, readOnly, onChange }: Props) {
  return (
    <section>
      <h3 className={forms.heading}>{t('settings.goals')}</h3>
      <p className={forms.hint}>{t('settings.goalsHint')}</p>
      <ol className={forms.list}>
        {goals.map((goal, index) => (
          <li key={goal.id} className={forms.card}>
            <div className={forms.row}>
              <span aria-hidden="true">{index + 1}.</span>
              <div className={forms.grow}>
                <Textfield
                  aria-label={t('settings.goal.name', { n: index + 1 })}
                  placeholder={t('settings.goal.namePlaceholder')}
                  value={goal.name}
                  isReadOnly={readOnly}
                  onChange={(event) =>
                    onChange(replaced(goals, index, { ...goal, name: event.currentTarget.value }))
                  }
                />
              </div>
              {!readOnly && (
                <>
                  <IconButton
                    appearance="subtle"
                    icon={ArrowUpIcon}
                    label={t('settings.goal.up', { n: index + 1 })}
                    isDisabled={index === 0}
                    onClick={() => onChange(moved(goals, index, index - 1))}
                  />
                  <IconButton
                    appearance="subtle"
                    icon={ArrowDownIcon}
                    label={t('settings.goal.down', { n: index + 1 })}
                    isDisabled={index === goals.length - 1}
                    onClick={() => onChange(moved(goals, index, index + 1))}
                  />
                  <IconButton
                    appearance="subtle"
                    icon={DeleteIcon}
                    label={t('settings.goal.remove', { n: index + 1 })}
                    isDisabled={goals.length === 1}
                    onClick={() => onChange(without(goals, index))}
                  />
                </>
              )}
            </div>
            <p className={forms.hint}>
              {goal.when === undefined ? t('settings.goal.remaining') : conditionText(goal.when, catalog)}
            </p>
            {!readOnly && (
              <ConditionEditor
                label={t('settings.goal.when', { n: index + 1 })}
                condition={goal.when}
                catalog={catalog}
                onChange={(when) => onChange(replaced(goals, index, withCondition(goal, when)))}
              />
            )}
            <div className={forms.row}>
              <TargetEditor
                n={index + 1}
                target={goal.target}
                readOnly={readOnly}
                onChange={(target) => onChange(replaced(goals, index, { ...goal, target }))}
              />
              <Choice
                label={t('settings.goal.calendar', { n: index + 1 })}
                value={goal.calendar.kind === 'fixed' ? (goal.calendar.calendarId ?? ALWAYS) : 'field'}
                isDisabled={readOnly || goal.calendar.kind === 'field'}
                options={[
                  { value: ALWAYS, label: t('settings.calendar.always') },
                  ...calendars.map((calendar) => ({ value: calendar.id, label: calendar.name })),
                  ...(goal.calendar.kind === 'field'
                    ? [
                        {
                          value: 'field',
                          label: t('settings.goal.calendarByField', {
                            field: catalog.fieldName(goal.calendar.field),
                          }),
                        },
                      ]
                    : []),
                ]}
                onChange={(value) => onChange(replaced(goals, index, { ...goal, calendar: fixed(value) }))}
              />
            </div>
            <ExampleDue goal={goal} calendars={calendars} />
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button appearance="subtle" iconBefore={AddIcon} onClick={() => onChange([newGoal(), ...goals])}>
          {t('settings.goal.add')}
        </Button>
      )}
    </section>
  );
}

const fixed = (value: string): CalendarSource => ({
  kind: 'fixed',
  calendarId: value === ALWAYS ? null : value,
});

function withCondition(goal: Goal, when: Goal['when']): Goal {
  if (when !== undefined) return { ...goal, when };
  const { when: _dropped, ...rest } = goal;
  return rest;
}
