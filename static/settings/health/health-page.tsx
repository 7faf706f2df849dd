import { lazy, Suspense } from 'react';
import { plainParam } from '../../../src/kernel/finding';
import Lozenge from '@atlaskit/lozenge';
import { type Answer, call } from '../../shared/api';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { RecalculationBar } from '../change/recalculation-bar';
import type { OwnProps, PageProps } from '../page-props';
import forms from '../../kit/forms.module.css';
import { ListTable } from '../../kit/list/list-table';
import { Place } from './place';
import { MendButton } from './mend-button';
import { adviceOf, rowText } from './row-text';

// Holidays of 200 countries come only where a calendar lacks some.
const NextYearHolidays = lazy(() =>
  import('./next-year-holidays').then((m) => ({ default: m.NextYearHolidays })),
);

type Props = Pick<PageProps, 'rights' | 'definitions' | 'onChanged'> & OwnProps<Answer<'settings.health'>>;

const APPEARANCE = { error: 'removed', warning: 'moved', info: 'default' } as const;

/** What needs an admin's eye, what to do about it, and a way to the place: worst first. */
export function HealthPage({ rights, definitions, onChanged, own, onReload: reload }: Props) {
  const when = (iso: string | undefined) =>
    iso === undefined ? t('settings.health.never') : formatDateTime(iso);
  const { rows, lastSweep, lastReconcile, lastUsage } = own;
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
            <Place key="place" row={row} definitions={definitions} rights={rights} />,
            <div key="problem">
              <div>{rowText(row, definitions)}</div>
              <div className={forms.hint}>{adviceOf(row)}</div>
              {rights.editSla && row.code === 'sla.stuck' && (
                <MendButton
                  text={t('settings.health.recompute')}
                  mend={() => call('sla.recompute', { issueId: plainParam(row.params?.['issueId']) })}
                  onDone={reload}
                />
              )}
              {rights.editItems && row.code === 'request.stepFailed' && (
                <MendButton
                  text={t('settings.health.tryAgain')}
                  mend={() => call('requests.tryAgain', { stepId: plainParam(row.params?.['stepId']) })}
                  onDone={reload}
                />
              )}
              {rights.editSla && row.code === 'sla.noNextYear' && (
                <Suspense fallback={<SkeletonLines height={32} />}>
                  <NextYearHolidays
                    calendarId={row.whose.replace(/^calendar:/, '')}
                    year={Number(row.params?.['year'])}
                    definitions={definitions}
                    onSaved={(changed, problems) => {
                      onChanged(changed, problems);
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
