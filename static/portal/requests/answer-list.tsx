import type { RequestView } from '../../../src/requests/domain/answers';
import { readInstant } from '../../../src/sla/domain/instant-text';
import { viewer } from '../../shared/context';
import { formatDateTime, formatLocalDate, zoneLabel } from '../../shared/dates';
import { localized, t } from '../../shared/i18n';
import { formatNumber } from '../../shared/numbers';
import { personName } from '../../shared/person-name';
import styles from './answer-list.module.css';

/** What was asked for, in the words of the form. */
export function AnswerList({ answers }: { readonly answers: RequestView['answers'] }) {
  if (answers.length === 0) return <p className={styles.none}>{t('portal.request.noAnswers')}</p>;
  return (
    <dl className={styles.answers}>
      {answers.map((answer, index) => (
        <div key={index}>
          <dt>{localized(answer.label)}</dt>
          <dd>{answerText(answer)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Days, instants and numbers travel as plain text; everything else is already what people wrote. */
function answerText({ value, valueText, kind }: RequestView['answers'][number]): string {
  switch (kind) {
    case 'date':
      return formatLocalDate(value);
    case 'dateTime': {
      const at = readInstant(value);
      return typeof at === 'number' ? `${formatDateTime(at)} (${zoneLabel(viewer().zone, at)})` : value;
    }
    case 'number':
      return formatNumber(Number(value));
    case undefined:
      return personName(valueText === undefined ? value : localized(valueText));
  }
}
