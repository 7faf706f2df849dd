import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import { call } from '../../shared/api';
import { ErrorView } from '../../shared/error-view';
import { t } from '../../shared/i18n';
import type { IssueRef } from '../data/issue';
import type { ActionKind } from './possible-actions';
import styles from './why.module.css';

interface Props {
  readonly kind: ActionKind;
  readonly metricId: string;
  readonly cycle: number;
  readonly issue: IssueRef;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

type Action = Parameters<typeof call<'sla.act'>>[1]['action'];
const HOUR_MS = 3_600_000;

const actionOf = (props: Props, reason: string, hours: number): Action => {
  const { kind, metricId, cycle } = props;
  switch (kind) {
    case 'pause':
      return { kind, metricId, reason };
    case 'resume':
      return { kind, metricId };
    case 'extend':
      return { kind, metricId, ms: Math.round(hours * HOUR_MS), from: 'target', reason };
    case 'excuse':
      return { kind, metricId, cycle, category: 'manual', reason };
  }
};

/** A reason is asked for everything but going on: the requester and the SLA manager will read it. */
export function ActionForm(props: Props) {
  const { kind, issue, onDone, onCancel } = props;
  const [reason, setReason] = useState('');
  const [hours, setHours] = useState('1');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const needsReason = kind !== 'resume';
  const hoursOk = kind !== 'extend' || (Number(hours) > 0 && Number(hours) <= 1000);
  const ready = (!needsReason || reason.trim() !== '') && hoursOk;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    call('sla.act', { issueId: issue.id, action: actionOf(props, reason.trim(), Number(hours)) }).then(
      onDone,
      (problem: unknown) => {
        setError(problem);
        setBusy(false);
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={t(`sla.act.${kind}`)}>
      {kind === 'extend' && (
        <label>
          {t('sla.act.hours')}
          <Textfield
            value={hours}
            type="number"
            min={0.25}
            step={0.25}
            isRequired
            isCompact
            onChange={(event) => setHours(event.currentTarget.value)}
          />
        </label>
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
