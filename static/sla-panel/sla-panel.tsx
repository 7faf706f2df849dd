import Button from '@atlaskit/button/default/button';
import { lazy, Suspense, useMemo, useState } from 'react';
import { ErrorView } from '../shared/error-view';
import { formatDateTime, formatTime } from '../shared/dates';
import { localized, t } from '../shared/i18n';
import { LiveRegion } from '../shared/live-region';
import { SkeletonLines } from '../shared/skeleton-lines';
import { useTimeStyle } from '../shared/time-style';
import { useNow } from '../shared/use-now';
import type { IssueRef } from './data/issue';
import { SLA_CHANGED, useSla, type SlaView } from './data/use-sla';
import { IdleMetrics } from './idle-metrics';
import { MetricLine } from './metric-line';
import { remainingText } from './model/remaining';
import { viewOfProperty, type PanelView } from './model/view';
import styles from './sla-panel.module.css';

const TimeStyleSelect = lazy(() =>
  import('../shared/time-style-select').then((module) => ({ default: module.TimeStyleSelect })),
);

/** More than these are folded away. */
const MOST_SHOWN = 3;
/** Height of one promise, so that nothing jumps when it comes. */
const LINE_HEIGHT = 118;

/** The promises on an issue: from the app's copy at once, then exact from Jira's history. */
export function SlaPanel({ issue }: { readonly issue: IssueRef }) {
  const sla = useSla(issue, SLA_CHANGED);
  const now = useNow();
  const view = useMemo(() => viewNow(sla, now), [sla, now]);
  const [all, setAll] = useState(false);
  useTimeStyle();
  if (view === null) {
    if (sla.error !== null) return <ErrorView error={sla.error} onRetry={sla.refresh} />;
    return <SkeletonLines height={LINE_HEIGHT} count={2} />;
  }
  const shown = all ? view.lines : view.lines.slice(0, MOST_SHOWN);
  return (
    <div className={styles.panel}>
      {view.lines.length === 0 && <p className={styles.none}>{t('sla.none')}</p>}
      <ul className={styles.list}>
        {shown.map((line) => (
          <MetricLine
            key={line.id}
            line={line}
            told={view.toldOf(line)}
            sentence={view.sentenceOf(line)}
            issue={issue}
          />
        ))}
      </ul>
      {view.lines.length > MOST_SHOWN && (
        <Button spacing="compact" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t('sla.fewer') : t('sla.more', { n: view.lines.length - MOST_SHOWN })}
        </Button>
      )}
      {view.exact && view.idle.length > 0 && <IdleMetrics metrics={view.idle} />}
      <p className={styles.note}>{noteText(sla, view)}</p>
      {view.exact && view.lines.length > 0 && (
        <Suspense fallback={null}>
          <TimeStyleSelect />
        </Suspense>
      )}
      <LiveRegion text={announcement(view)} />
    </div>
  );
}

function viewNow(sla: SlaView, now: number): PanelView | null {
  if (sla.exact !== null) return sla.exact(now);
  // A copy that did not fit the issue property says too little.
  return sla.property && !sla.property.more ? viewOfProperty(sla.property, now) : null;
}

/** How fresh this is: never silent about showing an older copy. */
function noteText(sla: SlaView, view: PanelView): string {
  const at = sla.property ? formatTime(sla.property.asOf) : '';
  if (sla.error !== null && !view.exact) return t('sla.note.copyOnly', { at });
  if (sla.error !== null) return t('sla.note.notRefreshed');
  if (!view.exact) return t('sla.note.checking', { at });
  return view.ahead ? t('sla.note.ahead') : '';
}

/** The most urgent promise, for those who don't see it; it changes once a minute at most. */
function announcement(view: PanelView): string {
  const [line] = view.lines;
  if (!view.exact || line === undefined) return '';
  const { due } = line;
  const told =
    remainingText(line, view.toldOf(line)?.dayMs ?? null) ??
    (due === undefined ? null : t('sla.due', { at: formatDateTime(due) }));
  return told === null ? '' : `${localized(line.name)}: ${told}`;
}
