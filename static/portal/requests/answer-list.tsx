import type { RequestView } from '../../../src/requests/contract';
import { localized, t } from '../../shared/i18n';
import styles from './answer-list.module.css';

/** What was asked for, in the words of the form. */
export function AnswerList({ answers }: { readonly answers: RequestView['answers'] }) {
  if (answers.length === 0) return <p className={styles.none}>{t('portal.request.noAnswers')}</p>;
  return (
    <dl className={styles.answers}>
      {answers.map((answer, index) => (
        <div key={index}>
          <dt>{localized(answer.label)}</dt>
          <dd>{answer.valueText === undefined ? answer.value : localized(answer.valueText)}</dd>
        </div>
      ))}
    </dl>
  );
}
