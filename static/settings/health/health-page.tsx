import { lazy, Suspense } from 'react';
import { type Finding, plainParam } from '../../../src/kernel/finding';
import type { SlaDefinitions } from '../../../src/sla/domain/model';
import Lozenge from '@atlaskit/lozenge';
import { call } from '../../shared/api';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useLoad } from '../../shared/use-load';
import { RecalculationBar } from '../change/recalculation-bar';
import forms from '../shared/forms.module.css';
import { ListTable } from '../shared/list-table';
import { Loading } from '../shared/loading';
import { Place } from './place';
import { MendButton } from './mend-button';
import { adviceOf, rowText } from './row-text';

// Holidays of 200 countries come only where a calendar lacks some.
const NextYearHolidays = lazy(() =>
  import('./next-year-holidays').then((m) => ({ default: m.NextYearHolidays })),
);

interface Props {
  readonly sla: { readonly definitions: SlaDefinitions } | null;
  /** May change SLA definitions and records. */
  readonly canMend: boolean;
  /** May change items, and have tried again what follows requests. */
  readonly canMendRequests: boolean;
  readonly onChanged: (definitions: SlaDefinitions, problems: readonly Finding[]) => void;
  /** Whether the viewer has the tab of items, or one of SLAs. */
  readonly opens: (tab: string) => boolean;
  /** Opens something in another tab. */
  readonly onGo: (tab: string, id: string) => void;
}

const APPEARANCE = { error: 'removed', warning: 'moved', info: 'default' } as const;

/** What needs an admin's eye, what to do about it, and a way to the place: worst first. */
export function HealthPage({ sla, canMend, canMendRequests, opens, onChanged, onGo }: Props) {
  const { loaded: health, reload } = useLoad('health', () => call('settings.health', {}));
  if (health.state !== 'ready') return <Loading loaded={health} onRetry={reload} />;
  const when = (iso: string | undefined) =>
    iso === undefined ? t('settings.health.never') : formatDateTime(iso);
  const { rows, lastSweep, lastReconcile, lastUsage } = health.value;
  return (
    <>
      <h2 className={forms.title}>{t('settings.tab.health')}</h2>
      <RecalculationBar canAct={false} version={0} onFinished={reload} />
      <p className={forms.hint}>
        {t('settings.health.runs', {
          sweep: when(lastSweep),
          reconcile: when(lastReconcile),
          usage: when(lastUsage),
        })}
      </p>
      <ListTable
        caption={t('settings.tab.health')}
        columns={[t('settings.health.severity'), t('settings.health.subject'), t('settings.health.problem')]}
        empty={t('settings.health.fine')}
        rows={rows.map((row, index) => ({
          id: `${row.code}-${row.whose}-${index}`,
          cells: [
            <Lozenge key="severity" appearance={APPEARANCE[row.severity]}>
              {t(`settings.severity.${row.severity}`)}
            </Lozenge>,
            <Place key="place" row={row} definitions={sla?.definitions ?? null} opens={opens} onGo={onGo} />,
            <div key="problem">
              <div>{rowText(row, sla?.definitions ?? null)}</div>
              <div className={forms.hint}>{adviceOf(row)}</div>
              {canMend && row.code === 'sla.stuck' && (
                <MendButton
                  text={t('settings.health.recompute')}
                  mend={() => call('sla.recompute', { issueId: plainParam(row.params?.['issueId']) })}
                  onDone={reload}
                />
              )}
              {canMendRequests && row.code === 'request.stepFailed' && (
                <MendButton
                  text={t('settings.health.tryAgain')}
                  mend={() => call('requests.tryAgain', { stepId: plainParam(row.params?.['stepId']) })}
                  onDone={reload}
                />
              )}
              {canMend && row.code === 'sla.noNextYear' && sla !== null && (
                <Suspense fallback={<SkeletonLines height={32} />}>
                  <NextYearHolidays
                    calendarId={row.whose.replace(/^calendar:/, '')}
                    year={Number(row.params?.['year'])}
                    definitions={sla.definitions}
                    onSaved={(definitions, problems) => {
                      onChanged(definitions, problems);
                      reload();
                    }}
                  />
                </Suspense>
              )}
            </div>,
          ],
        }))}
      />
    </>
  );
}
