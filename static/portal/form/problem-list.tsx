import { localized, t } from '../../shared/i18n';
import { problemText } from './problem-text';
import { answerIn } from './sections';
import type { RequestFormState } from './use-request-form';
import forms from '../../kit/forms.module.css';

interface Props {
  readonly form: RequestFormState;
  readonly onOpen: (fieldId: string) => void;
}

/** The questions that kept the form from being sent, each a way there. What is mended says so and stays: nothing moves while somebody types. */
export function ProblemList({ form, onOpen }: Props) {
  const { fields, problems, sending } = form;
  return (
    <ul className={forms.problems}>
      {sending.told.map((id) => {
        const state = fields.get(id);
        const problem = problems.get(id);
        if (state === undefined || !state.visible) return null;
        return (
          <li key={id}>
            <button type="button" className={forms.link} onClick={() => onOpen(id)}>
              {localized(state.field.label)}
            </button>
            {': '}
            {problem === undefined
              ? t('portal.form.mended')
              : problemText(problem, state.field, answerIn(form, id))}
          </li>
        );
      })}
    </ul>
  );
}
