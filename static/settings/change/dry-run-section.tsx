import Button from '@atlaskit/button/default/button';
import { useEffect, useRef, useState } from 'react';
import type { ChangePlan, DryRun } from '../../../src/sla/definitions/domain/answers/changes';
import { call } from '../../shared/api';
import { ErrorView } from '../../shared/error-view';
import { t } from '../../shared/i18n';
import { pollDelay } from '../../shared/poll-delay';
import forms from '../../kit/forms.module.css';
import styles from './change.module.css';
import { DryRunResult } from './dry-run-result';
import { Progress } from './progress';
import type { Proposal } from './use-change';

interface Props {
  readonly proposal: Proposal;
  readonly plan: ChangePlan;
  /** There is no old rule: what it would start is told at once. */
  readonly isNew: boolean;
  readonly isDisabled: boolean;
}

const POLL_MS = 1_500;

/** Replays real work items with both rules, on demand or, for what is new, at once, and follows it while it runs. */
export function DryRunSection({ proposal, plan, isNew, isDisabled }: Props) {
  const [run, setRun] = useState<DryRun | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [wanted, setWanted] = useState(isNew && !isDisabled ? 1 : 0);
  const [answered, setAnswered] = useState(0);
  const { version, target } = proposal;
  const asked = useRef(0);

  useEffect(() => {
    if (run?.state !== 'running') return;
    const { id } = run;
    let wanted = true;
    const timer = setTimeout(
      () => {
        asked.current += 1;
        call('sla.dryRun', { id }).then(
          ({ dryRun }) => wanted && setRun(dryRun ?? { ...run, state: 'failed' }),
          (failure: unknown) => wanted && setError(failure),
        );
      },
      pollDelay(asked.current, POLL_MS),
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [run]);

  useEffect(() => {
    if (wanted === 0) return undefined;
    let isHere = true;
    asked.current = 0;
    void call('sla.startDryRun', { version, target, plan })
      .then(
        ({ dryRun }) => isHere && setRun(dryRun),
        (failure: unknown) => isHere && setError(failure),
      )
      .finally(() => isHere && setAnswered(wanted));
    return () => {
      isHere = false;
    };
  }, [wanted, version, target, plan]);

  const start = (): void => {
    setError(null);
    setWanted(wanted + 1);
  };

  return (
    <section aria-labelledby="dry-run">
      <h3 id="dry-run" className={forms.heading}>
        {t('settings.dryRun')}
      </h3>
      <p className={forms.hint}>{t(isNew ? 'settings.dryRun.hintNew' : 'settings.dryRun.hint')}</p>
      <Button
        isDisabled={isDisabled || run?.state === 'running'}
        isLoading={wanted !== answered}
        onClick={start}
      >
        {t(run === null ? 'settings.dryRun.start' : 'settings.dryRun.again')}
      </Button>
      {error !== null && <ErrorView error={error} title={t('settings.dryRun.failed')} />}
      <div aria-live="polite" className={styles.result}>
        {run?.state === 'running' && (
          <>
            <p>{t('settings.dryRun.running', { checked: run.checked, total: run.total })}</p>
            <Progress label={t('settings.dryRun')} checked={run.checked} total={run.total} />
          </>
        )}
        {run?.state === 'failed' && <p>{t('settings.dryRun.replaced')}</p>}
        {run?.state === 'done' && <DryRunResult run={run} isNew={isNew} />}
      </div>
    </section>
  );
}
