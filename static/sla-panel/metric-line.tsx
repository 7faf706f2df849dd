import Button from '@atlaskit/button/default/button';
import { lazy, Suspense, useRef, useState } from 'react';
import { ErrorView } from '../shared/error-view';
import { localized, t } from '../shared/i18n';
import type { IssueRef } from './data/issue';
import type { Replayed } from './model/explain';
import type { Line } from './model/line';
import { reasonText } from './model/reason';
import { openWhy } from './open-why';
import { Standing } from './standing';
import styles from './metric-line.module.css';

const ForecastLine = lazy(() =>
  import('./forecast/forecast-line').then((module) => ({ default: module.ForecastLine })),
);

interface Props {
  readonly line: Line;
  /** The words around it; null until Jira's history is read. */
  readonly told: Replayed | null;
  /** Why it stands so; null until Jira's history is read. */
  readonly sentence: string | null;
  readonly issue: IssueRef;
}

/** One SLA: how it stands, why in one sentence, and the whole story in a dialog. */
export function MetricLine({ line, told, sentence, issue }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [error, setError] = useState<unknown>(null);
  const ask = (): void => {
    setError(null);
    openWhy(issue, line.id, () => button.current?.focus()).catch(setError);
  };
  return (
    <li className={styles.line}>
      <Standing line={line} dayMs={told?.dayMs ?? null} heading="h2" />
      {told !== null && isOpen(line) && (
        <Suspense fallback={null}>
          <ForecastLine line={line} told={told} issue={issue} />
        </Suspense>
      )}
      <div className={styles.sentence}>{sentence ?? (told === null ? firstSentence(line) : '')}</div>
      {told !== null && (
        <Button
          ref={button}
          spacing="compact"
          aria-haspopup="dialog"
          aria-label={t('sla.why.of', { name: localized(line.name) })}
          onClick={ask}
        >
          {t('sla.why.show')}
        </Button>
      )}
      {error !== null && <ErrorView error={error} />}
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
