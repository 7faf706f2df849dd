import Textfield from '@atlaskit/textfield';
import type { Goal } from '../../../src/sla/engine/model';
import { LabelledField } from '../../kit/controls/labelled-field';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { goalCondition } from '../model/metric-text';
import { ConditionEditor } from '../shared/condition-editor';
import { CalendarChoice } from './calendar-choice';
import type { GoalProps } from './goal-row';
import { TargetEditor } from './target-editor';

/** What makes up a goal. Its name follows the condition until somebody writes one; the target is never part of it. */
export function GoalFields({ path, n, goal, calendar, around, readOnly, onChange }: GoalProps) {
  const { catalog } = around;
  const follows = goal.name === '' || goal.name === goalCondition(goal.when, catalog);
  // A calendar that is there is one of its own, so none is left out altogether.
  const write = ({ calendar: own, ...rest }: Goal) =>
    onChange(own === undefined ? rest : { ...rest, calendar: own });
  return (
    <div className={forms.panel}>
      <FindingsAt path={`${path}.when`}>
        <ConditionEditor
          label={t('settings.goal.when', { n })}
          value={goal.when}
          catalog={catalog}
          onChange={(when) =>
            write({
              ...goal,
              when,
              ...(follows && { name: goalCondition(when, catalog).slice(0, LONGEST) }),
            })
          }
        />
      </FindingsAt>
      <FindingsAt path={`${path}.target`}>
        <LabelledField label={t('settings.goals.column.target')}>
          <TargetEditor
            n={n}
            target={goal.target}
            catalog={catalog}
            readOnly={readOnly}
            onChange={(target) => write({ ...goal, target })}
          />
        </LabelledField>
      </FindingsAt>
      <FindingsAt path={`${path}.calendar`}>
        <LabelledField label={t('settings.goals.column.calendar')}>
          <CalendarChoice
            label={t('settings.goal.calendar', { n })}
            source={goal.calendar}
            standard={calendar}
            around={around}
            readOnly={readOnly}
            onChange={(own) => write({ ...goal, calendar: own })}
          />
        </LabelledField>
      </FindingsAt>
      <LabelledField label={t('settings.goal.nameLabel')} hint={t('settings.goal.nameHint')}>
        <Textfield
          aria-label={t('settings.goal.name', { n })}
          value={goal.name}
          isReadOnly={readOnly}
          onChange={(event) => write({ ...goal, name: event.currentTarget.value })}
        />
      </LabelledField>
    </div>
  );
}

/** A name is this long at most. */
const LONGEST = 255;
