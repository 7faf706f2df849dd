import Button from '@atlaskit/button/default/button';
import { useEffect, useRef, useState } from 'react';
import type { Recalculation } from '../../../src/sla/definitions/domain/answers/changes';
import { call } from '../../shared/api';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import forms from '../../kit/forms.module.css';
import styles from './change.module.css';
import { Progress } from './progress';

interface Props {
  /** May cancel and resume. */
  readonly canAct: boolean;
  /** Changes when a recalculation may have begun. */
  readonly version: number;
  readonly onFinished?: () => void;
}

const POLL_MS = 2_000;
/** One that waits for Monday need not be asked about every two seconds. */
const SLOW_MS = 30_000;

/** How far the recalculation is, wherever numbers of records are shown. Nothing is shown when none is under way. */
export function RecalculationBar({ canAct, version, onFinished }: Props) {
  const [job, setJob] = useState<Recalculation | null>(null);
  const [turn, setTurn] = useState(0);
  // Of one that had ended before, there is nothing to tell.
  const seen = useRef(false);

  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      call('sla.recalculation', {}).then(
        ({ recalculation }) => {
          if (!wanted) return;
          setJob(recalculation);
          const state = recalculation?.state;
          if (state === 'running' || state === 'waiting') {
            seen.current = true;
            timer = setTimeout(ask, state === 'running' ? POLL_MS : SLOW_MS);
          } else if (seen.current) {
            seen.current = false;
            onFinished?.();
          }
        },
        () => {
          if (wanted) timer = setTimeout(ask, SLOW_MS);
        },
      );
    };
    ask();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
    // What to do at the end is no reason to ask again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [version, turn]);

  if (job === null || job.state === 'done') return null;
  const act = (name: 'sla.cancelRecalculation' | 'sla.resumeRecalculation') => () =>
    void call(name, {}).then(() => setTurn(turn + 1));
  const underWay = job.state === 'running' || job.state === 'waiting';
  return (
    <div className={`${forms.card} ${styles.bar}`} role="status">
      <div className={styles.barRow}>
        <span>{sentenceOf(job)}</span>
        {canAct && (
          <Button
            spacing="compact"
            onClick={act(underWay ? 'sla.cancelRecalculation' : 'sla.resumeRecalculation')}
          >
            {t(underWay ? 'settings.recalculation.cancel' : 'settings.recalculation.resume')}
          </Button>
        )}
      </div>
      {underWay && <Progress label={t('settings.recalculation')} checked={job.checked} total={job.total} />}
    </div>
  );
}

function sentenceOf({ state, percent, checked, total, resumesAt }: Recalculation): string {
  if (state === 'waiting' && resumesAt !== undefined)
    return t('settings.recalculation.waiting', { when: formatDateTime(resumesAt) });
  if (state === 'running') return t('settings.recalculation.running', { percent, checked, total });
  return t('settings.recalculation.cancelled', { checked, total });
}
