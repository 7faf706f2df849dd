import type { PromiseView } from '../../../src/requests/contract';
import { formatDateTime } from '../../shared/dates';
import { hasText, localized, t } from '../../shared/i18n';
import styles from './promise-line.module.css';

interface Props {
  readonly promise: PromiseView;
  /** Only the sentence, without why it moved. */
  readonly brief?: boolean;
}

/** One promise as a sentence; its state is words first and colour second. */
export function PromiseLine({ promise, brief = false }: Props) {
  return (
    <div className={styles.promise}>
      <span className={styles.name}>{localized(promise.name)}</span>
      <span className={promise.state === 'late' || promise.state === 'broken' ? styles.late : styles.text}>
        {promiseText(promise)}
      </span>
      {!brief && <Moved promise={promise} />}
    </div>
  );
}

/** What is promised, or what became of it. */
export function promiseText(promise: PromiseView): string {
  const { state, dueTime, stoppedTime } = promise;
  const date = dueTime === undefined ? '' : formatDateTime(dueTime);
  switch (state) {
    case 'running':
      return dueTime === undefined ? t('portal.promised.running') : t('portal.promised.by', { date });
    case 'paused':
      return t('portal.promised.paused', { reason: reasonText(promise.pauseReason) });
    case 'late':
      return dueTime === undefined ? t('portal.promised.lateNoDate') : t('portal.promised.late', { date });
    case 'kept':
      return stoppedTime === undefined
        ? t('portal.promised.kept')
        : t('portal.promised.keptAt', { date: formatDateTime(stoppedTime) });
    case 'broken':
      return stoppedTime === undefined
        ? t('portal.promised.broken')
        : t('portal.promised.brokenAt', { date: formatDateTime(stoppedTime) });
    case 'cancelled':
      return t('portal.promised.cancelled');
    case 'none':
      return t('portal.promised.none');
  }
}

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
