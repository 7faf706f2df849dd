import type { Goal } from '../../../src/sla/engine/model';
import { LabelledField, TextInput } from '../../kit/controls';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import { edit, FieldRow, own, part } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { goalCondition } from '../model/metric-text';
import { ConditionEditor } from '../shared/condition-editor';
import { CalendarChoice } from './calendar-choice';
import type { GoalProps } from './goal-row';
import { TargetEditor } from './target-editor';

/** What makes up a goal. Its name follows the condition until somebody writes one; the target is never part of it. */
export function GoalFields({ of, standard, around }: GoalProps) {
  const { catalog } = around;
  const { value: goal, index } = of;
  const n = index + 1;
  const follows = goal.name === '' || goal.name === goalCondition(goal.when, catalog);
  const when = part(of, 'when');
  return (
    <div className={forms.panel}>
      <FindingsAt path={when.path}>
        <ConditionEditor
          label={t('settings.goal.when', { n })}
          catalog={catalog}
          {...when}
          onChange={(next) =>
            edit(of, {
              when: next,
              ...(follows && { name: goalCondition(next, catalog).slice(0, LONGEST) }),
            })
          }
        />
      </FindingsAt>
      <FieldRow
        field={part(of, 'target')}
        label="settings.goals.column.target"
        control={own<Goal['target']>((row) => (
          <TargetEditor n={n} of={row} catalog={catalog} />
        ))}
      />
      {/* A calendar that is there is one of its own, so none is left out altogether. */}
      <FieldRow
        field={part(of, 'calendar')}
        label="settings.goals.column.calendar"
        control={own<Goal['calendar']>((row) => (
          <CalendarChoice
            label={t('settings.goal.calendar', { n })}
            of={row}
            standard={standard}
            around={around}
          />
        ))}
      />
      <LabelledField label={t('settings.goal.nameLabel')} hint={t('settings.goal.nameHint')}>
        <TextInput label={t('settings.goal.name', { n })} {...part(of, 'name')} />
      </LabelledField>
    </div>
  );
}

/** A name is this long at most. */
const LONGEST = 255;
