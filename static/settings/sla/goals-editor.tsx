import { t } from '../../shared/i18n';
import forms from '../../kit/forms.module.css';
import { ProblemsAt } from '../shared/problems-at';
import { GoalList, type GoalListProps } from './goal-list';

/** The goals of the metric itself, which hold wherever a space has none of its own. */
export function GoalsEditor(props: Omit<GoalListProps, 'path'>) {
  return (
    <ProblemsAt path="goals">
      <section>
        <h3 className={forms.heading}>{t('settings.goals')}</h3>
        <p className={forms.hint}>{t('settings.goalsHint')}</p>
        <GoalList {...props} path="goals" />
      </section>
    </ProblemsAt>
  );
}
