import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { PeriodResult } from '../../../../src/sla/compliance/domain/result';
import { useUnsaved } from '../../../kit/unsaved/use-unsaved';
import { formatDateTime } from '../../../shared/dates';
import { t } from '../../../shared/i18n';
import { UserName } from '../../../shared/user-name';
import forms from '../../../kit/forms.module.css';
import { LabelledField } from '../../../kit/controls';

interface Props {
  readonly period: PeriodResult;
  readonly ended: boolean;
  readonly readOnly: boolean;
  readonly busy: boolean;
  readonly onReview: (note: string) => Promise<void>;
}

/** Who reviewed the period; or, once it has ended and was counted since, how to. */
export function Review({ period, ended, readOnly, busy, onReview }: Props) {
  const { review, counted, to } = period;
  if (review === undefined && !ended) return null;
  return (
    <section>
      <h4 className={forms.heading}>{t('settings.review.title')}</h4>
      {review !== undefined ? (
        <p>
          {t('settings.review.closed')}: <UserName accountId={review.by} />, {formatDateTime(review.at)}
          {review.note === '' ? '' : `: ${review.note}`}
        </p>
      ) : readOnly ? (
        <p className={forms.hint}>{t('settings.review.open')}</p>
      ) : counted === undefined || counted.at < to ? (
        <p className={forms.hint}>{t('settings.review.countFirst')}</p>
      ) : (
        <ReviewForm busy={busy} onReview={onReview} />
      )}
    </section>
  );
}

function ReviewForm({ busy, onReview }: Pick<Props, 'busy' | 'onReview'>) {
  const [note, setNote] = useState('');
  useUnsaved(note !== '');
  return (
    <>
      <p className={forms.hint}>{t('settings.review.hint')}</p>
      <LabelledField id="review-note" label={t('settings.review.note')}>
        <Textfield
          id="review-note"
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </LabelledField>
      <Button isDisabled={busy} onClick={() => void onReview(note)}>
        {t('settings.review.do')}
      </Button>
    </>
  );
}
