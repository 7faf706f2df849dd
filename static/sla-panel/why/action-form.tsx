import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import type { Fact } from '../../../src/sla/engine/model';
import { EXCUSE_CATEGORIES, type ExcuseCategory } from '../../../src/sla/definitions/domain/policy/model';
import type { Limits } from '../../../src/sla/definitions/domain/policy/limits';
import { call } from '../../shared/api';
import { ErrorView } from '../../shared/error-view';
import { t } from '../../shared/i18n';
import { readNumber } from '../../shared/numbers';
import { numberProblem } from '../../shared/use-number-text';
import type { IssueRef } from '../data/issue';
import type { Replayed } from '../model/explain';
import { ExtendFrom } from './extend-from';
import type { ExtendFrom as From } from './extended-due';
import { Pick } from './choice';
import { actionOf, HOUR_MS, hoursAsked, type Target } from './action-of';
import styles from './why.module.css';

interface Props extends Target {
  readonly issue: IssueRef;
  readonly limits: Limits;
  readonly told: Replayed;
  /** With what the app alone knows of the issue now. */
  readonly onDone: (facts: readonly Fact[]) => void;
  readonly onCancel: () => void;
}

/** A reason is asked for everything but going on: the requester and the SLA manager will read it. */
export function ActionForm(props: Props) {
  const { kind, metricId, issue, limits, told, onDone, onCancel } = props;
  const [reason, setReason] = useState('');
  const [hours, setHours] = useState('1');
  const [from, setFrom] = useState<From>('target');
  const [category, setCategory] = useState<ExcuseCategory>('requester');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const needsReason = kind !== 'resume';
  const most = hoursAsked(kind, limits);
  const typed = readNumber(hours);
  const amount = typeof typed === 'number' ? typed : 0;
  const hoursOk = most === null || (amount > 0 && amount <= most);
  const ready = (!needsReason || reason.trim().length >= 3) && hoursOk;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    const wanted = { reason: reason.trim(), hours: amount, from, category };
    call('sla.act', { issueId: issue.id, action: actionOf(props, wanted) }).then(
      ({ facts }) => onDone(facts),
      (problem: unknown) => {
        setError(problem);
        setBusy(false);
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={t(`sla.act.${kind}`)}>
      {most !== null && (
        <label>
          {t(kind === 'pause' ? 'sla.act.pauseHours' : 'sla.act.hours')}
          <Textfield
            value={hours}
            inputMode="decimal"
            isRequired
            isCompact
            isInvalid={!hoursOk}
            onChange={(event) => setHours(event.currentTarget.value)}
          />
          {numberProblem(typed) !== undefined && (
            <span className={styles.hint} role="alert">
              {numberProblem(typed)}
            </span>
          )}
          {limits.extendHours !== null && (
            <span className={styles.hint}>{t('error.OVER_LIMIT', { hours: String(most) })}</span>
          )}
        </label>
      )}
      {kind === 'extend' && (
        <ExtendFrom
          metricId={metricId}
          ms={hoursOk ? Math.round(amount * HOUR_MS) : 0}
          from={from}
          told={told}
          onChange={setFrom}
        />
      )}
      {kind === 'excuse' && (
        <Pick
          label={t('sla.act.category')}
          value={category}
          options={EXCUSE_CATEGORIES.map((value) => ({ value, label: t(`sla.category.${value}`) }))}
          onChange={setCategory}
        />
      )}
      {needsReason && (
        <label>
          {t('sla.act.reason')}
          <Textfield
            value={reason}
            isRequired
            isCompact
            maxLength={500}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </label>
      )}
      {error !== null && <ErrorView error={error} title={t('sla.act.failed')} />}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" spacing="compact" isDisabled={!ready || busy}>
          {t(`sla.act.${kind}`)}
        </Button>
        <Button spacing="compact" appearance="subtle" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
