import Button from '@atlaskit/button/default/button';
import { lazy, Suspense, useId, useState } from 'react';
import { formatDateTime, zoneLabel, zonesDiffer } from '../shared/dates';
import { localized, t } from '../shared/i18n';
import { SkeletonLines } from '../shared/skeleton-lines';
import type { IssueRef } from './data/issue';
import type { Replayed } from './model/explain';
import type { Line } from './model/line';
import { reasonText } from './model/reason';
import { riskText } from './model/risk';
import { remainingText } from './model/remaining';
import { statusOf } from './model/status';
import { StateIcon } from './state-icon';
import { StatusLozenge } from './status-lozenge';
import styles from './metric-line.module.css';

const ForecastLine = lazy(() =>
  import('./forecast/forecast-line').then((module) => ({ default: module.ForecastLine })),
);
const Why = lazy(() => import('./why/why').then((module) => ({ default: module.Why })));

interface Props {
  readonly line: Line;
  /** The words around it; null until Jira's history is read. */
  readonly told: Replayed | null;
  /** Why it stands so; null until Jira's history is read. */
  readonly sentence: string | null;
  readonly issue: IssueRef;
  readonly onChanged: () => void;
}

/** One promise: how it stands, what is left, when it is due, and why. */
export function MetricLine({ line, told, sentence, issue, onChanged }: Props) {
  const [open, setOpen] = useState(false);
  const whyId = useId();
  const status = statusOf(line);
  const remaining = remainingText(line, told?.dayMs ?? null);
  return (
    <li className={styles.line}>
      <div className={styles.head}>
        <StateIcon status={status} />
        <h2 className={styles.name}>{localized(line.name)}</h2>
        <StatusLozenge status={status} />
      </div>
      <p className={styles.facts}>
        {remaining !== null && <strong className={styles.remaining}>{remaining}</strong>}
        <Due line={line} />
      </p>
      {line.risk !== undefined && <p className={styles.risk}>{riskText(line.risk)}</p>}
      {told !== null && isOpen(line) && (
        <Suspense fallback={null}>
          <ForecastLine line={line} told={told} issue={issue} />
        </Suspense>
      )}
      <div className={styles.sentence}>{sentence ?? (told === null ? firstSentence(line) : '')}</div>
      {told !== null && (
        <Button
          appearance="subtle"
          spacing="compact"
          aria-expanded={open}
          aria-controls={whyId}
          onClick={() => setOpen(!open)}
        >
          {open ? t('sla.why.hide') : t('sla.why.show')}
        </Button>
      )}
      <div id={whyId}>
        {open && told !== null && line.exact !== undefined && (
          <Suspense fallback={<SkeletonLines height={120} />}>
            <Why line={line} exact={line.exact} told={told} issue={issue} onChanged={onChanged} />
          </Suspense>
        )}
      </div>
    </li>
  );
}

/** Under way and in time: something may still become of it. */
const isOpen = ({ state, breached }: Line): boolean =>
  (state === 'running' || state === 'paused') && !breached;

/** What the copy alone can tell. */
const firstSentence = (line: Line): string =>
  line.state === 'paused' && line.pauseReason !== undefined
    ? t('sla.pausedFor', { reason: reasonText(line.pauseReason) })
    : '';

function Due({ line }: { readonly line: Line }) {
  const moment = line.state === 'met' || line.state === 'missed' ? line.stopped : line.due;
  const ifResumed = line.state === 'paused' ? line.exact?.cycle.dueIfResumedNow : undefined;
  if (moment === undefined && ifResumed !== undefined) {
    return <span className={styles.due}>{t('sla.dueIfResumed', { at: formatDateTime(ifResumed) })}</span>;
  }
  if (moment === undefined) return null;
  const key = line.state === 'met' || line.state === 'missed' ? 'sla.finishedAt' : 'sla.due';
  return (
    <span className={styles.due}>
      <time dateTime={new Date(moment).toISOString()}>{t(key, { at: formatDateTime(moment) })}</time>
      {key === 'sla.due' && zonesDiffer(moment, line.zone) && (
        <span className={styles.there}>
          {t('sla.there', { at: formatDateTime(moment, line.zone), zone: zoneLabel(line.zone, moment) })}
        </span>
      )}
    </span>
  );
}
