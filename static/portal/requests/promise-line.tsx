import { longDuration } from '../../../src/kernel/duration';
import type { RequestRow } from '../../../src/requests/domain/answers';
import type { PromiseView } from '../../../src/sla/clocks/domain/promise-answer';
import { formatDateTime } from '../../shared/dates';
import { hasText, localized, t } from '../../shared/i18n';
import { useNow } from '../../shared/use-now';
import forms from '../../kit/forms.module.css';
import styles from './promise-line.module.css';

interface Props {
  readonly promise: PromiseView;
  /** Who acts: a promise that has not begun says what it waits for. */
  readonly actor: RequestRow['actor'];
  /** Only the sentence, without why it moved. */
  readonly brief?: boolean;
}

/** One promise as a sentence; its state is words first and colour second. */
export function PromiseLine({ promise, actor, brief = false }: Props) {
  const now = useNow();
  return (
    <div className={styles.promise}>
      <span className={forms.note}>{localized(promise.name)}</span>
      <span className={promise.state === 'late' || promise.state === 'broken' ? styles.late : styles.text}>
        {promiseText(promise, actor, now)}
      </span>
      {!brief && <Moved promise={promise} />}
    </div>
  );
}

/** What is promised, when that will be known, or what became of it. */
function promiseText(promise: PromiseView, actor: RequestRow['actor'], now: number): string {
  const { state, dueTime, stoppedTime } = promise;
  const date = dueTime === undefined ? '' : formatDateTime(dueTime);
  switch (state) {
    case 'running':
      return dueTime === undefined ? t('portal.promised.running') : t('portal.promised.by', { date });
    case 'paused':
      return pausedText(promise);
    case 'late':
      return promise.pauseReason === undefined
        ? lateText(promise, now)
        : `${lateText(promise, now)}. ${t('portal.promised.paused', { reason: reasonText(promise.pauseReason) })}`;
    case 'kept':
      return stoppedTime === undefined
        ? t('portal.promised.kept')
        : t('portal.promised.keptAt', { date: formatDateTime(stoppedTime) });
    case 'broken':
      return stoppedTime === undefined ? t('portal.promised.broken') : brokenText(stoppedTime, dueTime);
    case 'cancelled':
      return t('portal.promised.cancelled');
    case 'none':
      return t(`portal.promised.${NOT_BEGUN[actor] ?? 'later'}`);
  }
}

/** What a promise waits for that has not begun. */
const NOT_BEGUN: Partial<Record<RequestRow['actor'], string>> = {
  approver: 'onceApproved',
  nobody: 'none',
};

/** A pause has no due date, but there is one if it ended now. */
function pausedText({ pauseReason, dueIfResumedTime }: PromiseView): string {
  const paused = t('portal.promised.paused', { reason: reasonText(pauseReason) });
  if (dueIfResumedTime === undefined) return paused;
  const key = `portal.promised.if.${pauseReason ?? ''}`;
  const date = formatDateTime(dueIfResumedTime);
  return `${t(hasText(key) ? key : 'portal.promised.if.other', { date })} ${paused}`;
}

function lateText({ dueTime, lateSince }: PromiseView, now: number): string {
  if (dueTime !== undefined && dueTime <= now) {
    return t('portal.promised.late', { date: formatDateTime(dueTime), time: longDuration(now - dueTime, t) });
  }
  if (lateSince === undefined) return t('portal.promised.lateNoDate');
  return t('portal.promised.lateSince', {
    date: formatDateTime(lateSince),
    time: longDuration(now - lateSince, t),
  });
}

const brokenText = (stoppedTime: number, dueTime: number | undefined): string =>
  dueTime === undefined || dueTime >= stoppedTime
    ? t('portal.promised.brokenAt', { date: formatDateTime(stoppedTime) })
    : t('portal.promised.brokenBy', {
        date: formatDateTime(stoppedTime),
        time: longDuration(stoppedTime - dueTime, t),
      });

/** Who acts now, as a sentence. */
export const actingText = ({
  actor,
  promise,
  stage,
}: Pick<RequestRow, 'actor' | 'promise' | 'stage'>): string =>
  // What was cancelled or declined is not completed.
  stage.kind === 'cancelled'
    ? ''
    : stage.kind === 'resolved' && actor === 'requester'
      ? t('portal.acting.confirm')
      : t(`portal.acting.${actor}`, actor === 'paused' ? { reason: reasonText(promise?.pauseReason) } : {});

function reasonText(reason: string | undefined): string {
  if (reason === undefined) return t('portal.reason.unknown');
  const key = `portal.reason.${reason}`;
  return hasText(key) ? t(key) : reason;
}

function Moved({ promise }: { readonly promise: PromiseView }) {
  if (promise.moved.length === 0) return null;
  const { originalDueTime, dueTime } = promise;
  return (
    <details className={styles.moved}>
      <summary>{t('portal.moved.title')}</summary>
      {originalDueTime !== undefined && originalDueTime !== dueTime && (
        <p>{t('portal.moved.first', { date: formatDateTime(originalDueTime) })}</p>
      )}
      <ul>
        {promise.moved.map(({ at, code, params }, index) => (
          <li key={index}>
            {formatDateTime(at)} — {movedText(code, params)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function movedText(code: string, params: Readonly<Record<string, string>>): string {
  const key = `portal.moved.${code}`;
  return hasText(key)
    ? t(key, { ...params, reason: reasonText(params['reason'] || undefined) })
    : t('portal.moved.other');
}
