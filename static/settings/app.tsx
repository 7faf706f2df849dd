import SectionMessage from '@atlaskit/section-message';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Finding } from '../../src/kernel/finding';
import type { SlaDefinitions } from '../../src/sla/domain/model';
import type { Role } from '../../src/kernel/names';
import { call } from '../shared/api';
import { t } from '../shared/i18n';
import { PageHeader } from '../shared/page-header';
import { SkeletonLines } from '../shared/skeleton-lines';
import { useLoad } from '../shared/use-load';
import { AuditPage } from './audit/audit-page';
import { loadFieldCatalog } from './load-field-catalog';
import { Loading } from './shared/loading';
import tabs from './shared/tabs.module.css';

// Each tab brings its own editors: loaded when it is opened.
const ItemsPage = lazy(() => import('./items/items-page').then((m) => ({ default: m.ItemsPage })));
const MetricsPage = lazy(() => import('./sla/metrics-page').then((m) => ({ default: m.MetricsPage })));
const CalendarsPage = lazy(() =>
  import('./calendars/calendars-page').then((m) => ({ default: m.CalendarsPage })),
);
const HealthPage = lazy(() => import('./health/health-page').then((m) => ({ default: m.HealthPage })));
const AgreementsPage = lazy(() =>
  import('./agreements/agreements-page').then((m) => ({ default: m.AgreementsPage })),
);
const HolidaySetsPage = lazy(() =>
  import('./holiday-sets/holiday-sets-page').then((m) => ({ default: m.HolidaySetsPage })),
);
const NotificationsPage = lazy(() =>
  import('./notifications/notifications-page').then((m) => ({ default: m.NotificationsPage })),
);
const AgentsPage = lazy(() => import('./agents/agents-page').then((m) => ({ default: m.AgentsPage })));
const DisplayPage = lazy(() => import('./display/display-page').then((m) => ({ default: m.DisplayPage })));
const TransferPage = lazy(() =>
  import('./transfer/transfer-page').then((m) => ({ default: m.TransferPage })),
);

/** All settings. What a person may not change is shown read-only; who has no role is told which one to ask for. */
export function SettingsApp() {
  const { loaded: me, reload } = useLoad('me', () => call('settings.me', {}));
  return (
    <>
      <PageHeader title={t('settings.title')} />
      {me.state === 'ready' ? <Permitted {...me.value} /> : <Loading loaded={me} onRetry={reload} />}
    </>
  );
}

interface Me {
  readonly roles: readonly Role[];
  readonly jiraAdmin: boolean;
  readonly confluence: boolean;
}

function Permitted({ roles, jiraAdmin, confluence }: Me) {
  const has = (...wanted: readonly Role[]) => jiraAdmin || wanted.some((role) => roles.includes(role));
  if (!has('admin', 'catalogManager', 'slaManager', 'knowledgeManager', 'auditor')) {
    return (
      <SectionMessage appearance="warning" title={t('settings.refusedTitle')}>
        <p>{t('settings.refusedText')}</p>
      </SectionMessage>
    );
  }
  return (
    <Screens
      editItems={has('admin', 'catalogManager')}
      editSla={has('admin', 'slaManager')}
      readItems={has('admin', 'catalogManager', 'auditor')}
      readSla={has('admin', 'slaManager', 'auditor')}
      readAudit={has('admin', 'auditor')}
      transfer={has('admin')}
      confluence={confluence}
    />
  );
}

interface Rights {
  readonly editItems: boolean;
  readonly editSla: boolean;
  readonly readItems: boolean;
  readonly readSla: boolean;
  readonly readAudit: boolean;
  readonly transfer: boolean;
  /** Whether Confluence is connected. */
  readonly confluence: boolean;
}

interface SlaSettings {
  readonly definitions: SlaDefinitions;
  readonly problems: readonly Finding[];
}

interface Screen {
  readonly key: string;
  readonly panel: ReactNode;
}

/** Where a link of another tab leads; `n` tells one visit from the next. */
interface Target {
  readonly tab: string;
  readonly id: string;
  readonly n: number;
}

function Screens({ editItems, editSla, readItems, readSla, readAudit, transfer, confluence }: Rights) {
  const { loaded: catalog, reload: reloadCatalog } = useLoad('fields', loadFieldCatalog);
  const { loaded, reload } = useLoad(`sla:${readSla}`, async (): Promise<SlaSettings | null> =>
    readSla ? call('sla.settings', {}) : null,
  );
  const [edited, setEdited] = useState<SlaSettings | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  if (catalog.state !== 'ready') return <Loading loaded={catalog} onRetry={reloadCatalog} />;
  if (loaded.state !== 'ready') return <Loading loaded={loaded} onRetry={reload} />;

  const sla = edited ?? loaded.value;
  const onChanged = (definitions: SlaDefinitions, problems: readonly Finding[]) =>
    setEdited({ definitions, problems });
  // A place somebody was sent to is opened afresh, whatever that tab showed before.
  const openedIn = (tab: string) => (target?.tab === tab ? target.n : 0);
  const idIn = (tab: string) => (target?.tab === tab ? target.id : undefined);
  const go = (tab: string, id: string) => {
    setTarget({ tab, id, n: (target?.n ?? 0) + 1 });
    setSelected(tab);
  };
  const screens: readonly Screen[] = [
    readItems && {
      key: 'items',
      panel: (
        <ItemsPage
          key={openedIn('items')}
          definitions={sla?.definitions ?? null}
          catalog={catalog.value}
          opened={idIn('items')}
          readOnly={!editItems}
        />
      ),
    },
    sla !== null && {
      key: 'metrics',
      panel: (
        <MetricsPage
          key={openedIn('metrics')}
          {...sla}
          opened={idIn('metrics')}
          catalog={catalog.value}
          readOnly={!editSla}
          onChanged={onChanged}
        />
      ),
    },
    sla !== null && {
      key: 'agreements',
      panel: (
        <AgreementsPage
          key={openedIn('agreements')}
          {...sla}
          opened={idIn('agreements')}
          confluence={confluence}
          readOnly={!editSla}
          onChanged={onChanged}
        />
      ),
    },
    sla !== null && {
      key: 'calendars',
      panel: (
        <CalendarsPage
          key={openedIn('calendars')}
          {...sla}
          opened={idIn('calendars')}
          readOnly={!editSla}
          onChanged={onChanged}
        />
      ),
    },
    sla !== null && {
      key: 'holidaySets',
      panel: (
        <HolidaySetsPage
          key={openedIn('holidaySets')}
          {...sla}
          opened={idIn('holidaySets')}
          readOnly={!editSla}
          onChanged={onChanged}
        />
      ),
    },
    sla !== null && {
      key: 'agents',
      panel: <AgentsPage {...sla} catalog={catalog.value} readOnly={!editSla} onChanged={onChanged} />,
    },
    readSla && { key: 'notifications', panel: <NotificationsPage /> },
    sla !== null && {
      key: 'display',
      panel: <DisplayPage {...sla} catalog={catalog.value} readOnly={!editSla} onChanged={onChanged} />,
    },
    readAudit && { key: 'audit', panel: <AuditPage definitions={sla?.definitions} /> },
    {
      key: 'health',
      panel: (
        <HealthPage
          sla={sla}
          canMend={editSla}
          canMendRequests={editItems}
          opens={(tab) => (tab === 'items' ? readItems : readSla)}
          onChanged={onChanged}
          onGo={go}
        />
      ),
    },
    transfer &&
      sla !== null && {
        key: 'transfer',
        panel: (
          <TransferPage
            definitions={sla.definitions}
            catalog={catalog.value}
            onImported={() => {
              setEdited(null);
              reload();
            }}
          />
        ),
      },
  ].filter((screen) => screen !== false);
  return (
    <Tabs
      id="settings"
      selected={Math.max(
        0,
        screens.findIndex(({ key }) => key === selected),
      )}
      onChange={(index) => setSelected(screens[index]?.key ?? null)}
    >
      <div className={tabs.list}>
        <TabList>
          {screens.map((screen) => (
            <Tab key={screen.key}>{t(`settings.tab.${screen.key}`)}</Tab>
          ))}
        </TabList>
      </div>
      {screens.map((screen) => (
        <TabPanel key={screen.key}>
          <div style={{ width: '100%', paddingBlock: 'var(--ds-space-200)' }}>
            <Suspense fallback={<SkeletonLines height={40} count={6} />}>{screen.panel}</Suspense>
          </div>
        </TabPanel>
      ))}
    </Tabs>
  );
}
