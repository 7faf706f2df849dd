import ClockIcon from '@atlaskit/icon/core/clock';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import type { Promised } from '../../../src/sla/engine';
import { formatDateTime, zoneLabel, zonesDiffer } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { LiveRegion } from '../../shared/live-region';
import { MEASURES } from '../../shared/measures';
import type { LivePromise } from './live-promise';
import styles from './promise-box.module.css';

interface Props {
  readonly promise: LivePromise;
  readonly waitsForApproval: boolean;
  /** The request is in: the dates stand. */
  readonly isSent?: boolean;
  /** The viewer can't send it. */
  readonly isRead?: boolean;
  /** What deliveries of the last ninety days took (ms of working time). */
  readonly usual?: NonNullable<ItemPage['usual']>['delivery'];
}

/** "If you send this now": both dates, in the viewer's zone and in the calendar's when its clocks show another time. */
export function PromiseBox({ promise, waitsForApproval, isSent = false, isRead = false, usual }: Props) {
  const title = t(`portal.promise.${isSent ? 'sentTitle' : isRead ? 'readTitle' : 'title'}`);
  const { firstReply, delivery } = promise;
  const rows = [
    ['portal.promise.reply', firstReply],
    ['portal.promise.delivery', delivery],
  ] as const;
  const isLater =
    waitsForApproval && (firstReply ?? delivery)?.dueTime === undefined && (firstReply ?? delivery) !== null;
  const dated = rows.filter(([, promised]) => promised?.dueTime !== undefined);
  return (
    <section className={styles.box} aria-label={title} data-testid="promise">
      <h2 className={styles.title}>
        <ClockIcon label="" color="currentColor" />
        {title}
      </h2>
      {dated.length === 0 ? (
        <p className={styles.note}>{t(isLater ? 'portal.promise.afterApproval' : 'portal.promise.none')}</p>
      ) : (
        <dl className={styles.dates}>
          {dated.map(
            ([label, promised]) => promised && <DueDate key={label} label={t(label)} promised={promised} />,
          )}
        </dl>
      )}
      {waitsForApproval && !isLater && dated.length > 0 && (
        <p className={styles.note}>{t(isSent ? 'portal.promise.approvalSent' : 'portal.promise.approval')}</p>
      )}
      {usual !== undefined && delivery !== null && (
        <p className={styles.note}>
          {t('portal.promise.usual', { p50: worked(usual.p50), p85: worked(usual.p85), count: usual.count })}
        </p>
      )}
      <LiveRegion text={spoken(promise)} />
    </section>
  );
}

/** Working time in whole hours, or quarters of the first two: how many hours make a day is known to nobody, and minutes of days help nobody. */
function worked(ms: number): string {
  const minutes = ms / 60_000;
  const step = minutes > 120 ? 60 : 15;
  return MEASURES.duration.shown(Math.max(step, Math.ceil(minutes / step) * step));
}

function DueDate({ label, promised }: { readonly label: string; readonly promised: Promised }) {
  const { dueTime, zone } = promised;
  if (dueTime === undefined) return null;
  return (
    <div className={styles.date}>
      <dt>{label}</dt>
      <dd>
        <time dateTime={new Date(dueTime).toISOString()}>{formatDateTime(dueTime)}</time>
        {zonesDiffer(dueTime, zone) && (
          <span className={styles.zone}>
            {t('portal.promise.there', {
              time: formatDateTime(dueTime, zone),
              zone: zoneLabel(zone, dueTime),
            })}
          </span>
        )}
      </dd>
    </div>
  );
}

function spoken({ firstReply, delivery }: LivePromise): string {
  const parts = [
    firstReply?.dueTime === undefined
      ? ''
      : `${t('portal.promise.reply')} ${formatDateTime(firstReply.dueTime)}`,
    delivery?.dueTime === undefined
      ? ''
      : `${t('portal.promise.delivery')} ${formatDateTime(delivery.dueTime)}`,
  ];
  return parts.filter(Boolean).join('. ');
}
