import Button from '@atlaskit/button/default/button';
import type { Instant, SlaDefinitions } from '../../../../src/sla/engine/model';
import { judgePeriod, type PeriodResult } from '../../../../src/sla/compliance/domain/result';
import { formatDateTime } from '../../../shared/dates';
import { t } from '../../../shared/i18n';
import forms from '../../../kit/forms.module.css';
import { CommitmentTable } from './commitment-table';
import { Counts } from './counts';
import { hasEnded, milestoneText, percentText, periodDays, periodName, termsText } from './period-words';
import styles from './compliance.module.css';
import { Review } from './review';
import { SettlementText } from './settlement-text';
import { StateLozenge } from './state-lozenge';

interface Props {
  readonly period: PeriodResult;
  readonly asOf: Instant;
  readonly definitions: SlaDefinitions;
  readonly readOnly: boolean;
  readonly busy: boolean;
  readonly onCount: () => void;
  readonly onMeasure: () => void;
  readonly onEnter: (commitmentId: string, value: number, note: string) => Promise<void>;
  readonly onReview: (note: string) => Promise<void>;
}

/** One period: how often the promise was kept, what that is worth, what else was promised, and its review. */
export function PeriodCard(props: Props) {
  const { period, asOf, definitions, readOnly, busy, onCount, onMeasure, onEnter, onReview } = props;
  const { tally, compliance, settlement, commitments } = judgePeriod(period);
  const ended = hasEnded(period, asOf);
  const open = period.review === undefined;
  return (
    <section className={forms.card} aria-label={periodName(period.key)}>
      <div className={styles.head}>
        <div>
          <h3 className={styles.name}>{periodName(period.key)}</h3>
          <p className={forms.hint}>
            {periodDays(period)} · {t(ended ? 'settings.compliance.ended' : 'settings.compliance.underWay')}
          </p>
        </div>
        {!readOnly && open && (
          <Button isDisabled={busy} onClick={onCount}>
            {t('settings.compliance.count')}
          </Button>
        )}
      </div>
      <div className={styles.result}>
        <span className={styles.percent}>{percentText(compliance.percent)}</span>
        <StateLozenge state={compliance.state} ended={ended} />
        <span className={forms.hint}>{termsText(period.terms)}</span>
      </div>
      {!ended && compliance.milestones.length > 0 && (
        <ul className={styles.plain}>
          {compliance.milestones.map((milestone) => (
            <li key={milestone.kind}>{milestoneText(milestone)}</li>
          ))}
        </ul>
      )}
      <p className={forms.hint}>
        {period.counted === undefined
          ? t('settings.compliance.notCounted')
          : t('settings.compliance.asOf', { when: formatDateTime(period.counted.at) })}
      </p>
      <Counts tally={tally} metrics={period.counted?.metrics ?? {}} definitions={definitions} />
      {!readOnly && open && (
        <p className={forms.hint}>
          {t('settings.compliance.unmeasured')}{' '}
          <Button spacing="compact" appearance="subtle" isDisabled={busy} onClick={onMeasure}>
            {t('settings.compliance.measure')}
          </Button>
        </p>
      )}
      {settlement !== null && compliance.counted > 0 && (
        <SettlementText settlement={settlement} ended={ended} />
      )}
      {commitments.length > 0 && (
        <CommitmentTable
          period={period}
          commitments={commitments}
          canEnter={!readOnly && open}
          busy={busy}
          onEnter={onEnter}
        />
      )}
      <Review period={period} ended={ended} readOnly={readOnly} busy={busy} onReview={onReview} />
    </section>
  );
}
