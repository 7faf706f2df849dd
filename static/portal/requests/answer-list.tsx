import type { RequestView } from '../../../src/requests/contract';
import { formatDateTime, formatLocalDate } from '../../shared/dates';
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
          <dd>{answer.valueText === undefined ? plainText(answer.value) : localized(answer.valueText)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Dates and instants travel as ISO text; everything else is already what people wrote. */
function plainText(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatLocalDate(value);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\S*$/.test(value) && !Number.isNaN(Date.parse(value));
  return isInstant ? formatDateTime(value) : value;
}
