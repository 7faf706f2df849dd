import { useEffect, useRef } from 'react';
import { isQuestion } from '../../../src/catalog/domain/field-types';
import { localized, t } from '../../shared/i18n';
import { AnswerWords } from './answer-words';
import { answerIn, shownSections } from './sections';
import type { RequestFormState } from './use-request-form';
import forms from '../../kit/forms.module.css';
import answers from '../requests/answer-list.module.css';
import styles from './request-form.module.css';

/** So many questions are too many to have in sight at once. */
const MANY = 12;

/** Whether a form is read over before it is sent: it has many questions, or several parts. */
export function isLong(form: RequestFormState): boolean {
  const sections = shownSections(form);
  const questions = sections.flatMap(({ fields }) => fields).filter(isQuestion);
  return questions.length >= MANY || sections.filter(({ head }) => head !== null).length > 1;
}

interface Props {
  readonly form: RequestFormState;
  readonly onEdit: (fieldId: string) => void;
}

/** All that was answered, in the words of the form. Each answer leads back to its question. */
export function Review({ form, onEdit }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <h3 ref={title} tabIndex={-1} className={styles.title}>
        {t('portal.form.reviewTitle')}
      </h3>
      {shownSections(form).map(({ head, fields }) => {
        const asked = fields.filter(isQuestion);
        return asked.length === 0 ? null : (
          <section key={head?.id ?? ''} className={styles.section}>
            {head !== null && <h4 className={styles.sectionTitle}>{localized(head.label)}</h4>}
            <dl className={answers.answers}>
              {asked.map((field) => (
                <div key={field.id}>
                  <dt>
                    {localized(field.label)}{' '}
                    <button
                      type="button"
                      className={forms.link}
                      aria-label={t('portal.form.editAnswer', { label: localized(field.label) })}
                      onClick={() => onEdit(field.id)}
                    >
                      {t('portal.form.edit')}
                    </button>
                  </dt>
                  <dd>
                    <AnswerWords field={field} answer={answerIn(form, field.id)} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </>
  );
}
