import { isMeasure } from '../../../src/catalog/domain/field-types';
import type { AnswerKind, MeasureType } from '../../../src/catalog/domain/model';
import type { RequestView } from '../../../src/requests/domain/answers';
import { readInstant } from '../../../src/sla/engine/calendar/instant-text';
import { viewer } from '../../shared/context';
import { formatDateTime, formatLocalDate, formatTime, zoneLabel } from '../../shared/dates';
import { localized, t } from '../../shared/i18n';
import { MEASURES } from '../../shared/measures';
import { personName } from '../../shared/person-name';
import { priceText } from '../price-text';
import styles from './answer-list.module.css';

type Price = RequestView['price'];

interface Props {
  readonly answers: RequestView['answers'];
  /** What it costs, where that is told. */
  readonly price?: Price;
}

/** What was asked for, in the words of the form, and what that costs. */
export function AnswerList({ answers, price }: Props) {
  if (answers.length === 0 && price === undefined)
    return <p className={styles.none}>{t('portal.request.noAnswers')}</p>;
  return (
    <dl className={styles.answers}>
      {answers.map((answer, index) => (
        <div key={index}>
          <dt>{localized(answer.label)}</dt>
          <dd>{answerText(answer)}</dd>
        </div>
      ))}
      {price !== undefined && (
        <div>
          <dt>{t('portal.item.price')}</dt>
          <dd>{priceText(price)}</dd>
        </div>
      )}
    </dl>
  );
}

/** An answer as the viewer reads it. Days, instants and measures travel as plain text; everything else is already what people wrote. */
export function answerText({ value, valueText, kind }: RequestView['answers'][number]): string {
  if (kind === undefined) return personName(valueText === undefined ? value : localized(valueText));
  return isMeasure(kind) ? MEASURES[kind].shown(Number(value)) : MOMENTS[kind](value);
}

const MOMENTS: Readonly<Record<Exclude<AnswerKind, MeasureType>, (value: string) => string>> = {
  date: formatLocalDate,
  time: (value) => formatTime(`1970-01-01T${value}Z`, 'UTC'),
  dateTime: (value) => {
    const at = readInstant(value);
    return typeof at === 'number' ? `${formatDateTime(at)} (${zoneLabel(viewer().zone, at)})` : value;
  },
};
