import Lozenge from '@atlaskit/lozenge';
import { call } from '../../shared/api';
import { locale, t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import forms from '../shared/forms.module.css';
import { ListTable } from '../shared/list-table';
import { Loading } from '../shared/loading';

const APPEARANCE = { error: 'removed', warning: 'moved', info: 'default' } as const;

/** What needs an admin's eye: broken mappings, goals nobody matched, calendars without next year's holidays, stuck timers. */
export function HealthPage() {
  const { loaded: health, reload } = useLoad('health', () => call('settings.health', {}));
  if (health.state !== 'ready') return <Loading loaded={health} onRetry={reload} />;
  const instant = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' });
  const when = (iso: string | undefined) =>
    iso === undefined ? t('settings.health.never') : instant.format(new Date(iso));
  return (
    <>
      <h2 className={forms.title}>{t('settings.tab.health')}</h2>
      <p className={forms.hint}>
        {t('settings.health.runs', {
          sweep: when(health.value.lastSweep),
          reconcile: when(health.value.lastReconcile),
        })}
      </p>
      <ListTable
        caption={t('settings.tab.health')}
        columns={[t('settings.health.severity'), t('settings.health.subject'), t('settings.health.problem')]}
        empty={t('settings.health.fine')}
        rows={health.value.rows.map((row, index) => ({
          id: `${row.code}-${row.subject}-${index}`,
          cells: [
            <Lozenge key="severity" appearance={APPEARANCE[row.severity]}>
              {t(`settings.severity.${row.severity}`)}
            </Lozenge>,
            row.params['name'] ?? row.subject,
            t(`settings.health.${row.code}`, row.params),
          ],
        }))}
      />
    </>
  );
}
