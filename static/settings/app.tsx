import SectionMessage from '@atlaskit/section-message';
import { Suspense } from 'react';
import { useRoute } from 'wouter';
import { AddressRouter } from '../kit/address/address-router';
import type { Finding } from '../../src/kernel/finding';
import type { SlaDefinitions } from '../../src/sla/engine/model';
import { call } from '../shared/api';
import { LanguagesProvider } from '../kit/controls/languages';
import { ErrorBoundary } from '../shared/error-boundary';
import { t } from '../shared/i18n';
import { PageHeader } from '../shared/page-header';
import { SkeletonLines } from '../shared/skeleton-lines';
import { type Load, useLoad } from '../shared/use-load';
import { loadFieldCatalog } from './load-field-catalog';
import type { FieldCatalog } from './model/field-catalog';
import { Navigation } from './navigation';
import { PAGES, type SettingsPage } from './pages';
import { type Me, type Rights, rightsOf } from './rights';
import { Loading } from './shared/loading';
import styles from './app.module.css';

/** The settings as Jira's administrators open them: a page of the product's own. */
export function SettingsApp() {
  const { loaded: me, reload } = useLoad('me', () => call('settings.me', {}));
  return (
    <AddressRouter>
      {me.state === 'ready' ? (
        <Settings me={me.value} />
      ) : (
        <>
          <PageHeader title={t('settings.title')} />
          <Loading loaded={me} onRetry={reload} />
        </>
      )}
    </AddressRouter>
  );
}

/** All settings. What a person may not change is shown read-only; who has no role is told which one to ask for. */
export function Settings({ me }: { readonly me: Me }) {
  const rights = rightsOf(me);
  return (
    <>
      <PageHeader title={t('settings.title')} />
      {rights.readAny ? (
        <Pages rights={rights} confluence={me.confluence} />
      ) : (
        <SectionMessage appearance="warning" title={t('settings.refusedTitle')}>
          <p>{t('settings.refusedText')}</p>
        </SectionMessage>
      )}
    </>
  );
}

interface SlaSettings {
  readonly definitions: SlaDefinitions;
  readonly problems: readonly Finding[];
  /** What texts may be written in beside English and Russian. */
  readonly languages: readonly string[];
}

const NO_SLA: SlaSettings = {
  definitions: { schema: 1, version: 0, metrics: [], calendars: [], holidaySets: [], agreements: [] },
  problems: [],
  languages: [],
};

/** Whoever edits items without a role for SLAs is told what their work items are judged by. */
async function loadSlas({ readSla, readItems }: Rights): Promise<SlaSettings> {
  if (readSla) return call('sla.settings', {});
  return readItems ? { ...NO_SLA, ...(await call('catalog.slas', {})) } : NO_SLA;
}

interface Props {
  readonly rights: Rights;
  readonly confluence: boolean;
}

/** The pages somebody may see beside the one the address names. What pages share is read once, while the first reads its own. */
function Pages({ rights, confluence }: Props) {
  const fields = useLoad('fields', loadFieldCatalog);
  const sla = useLoad(`sla:${rights.readSla}`, () => loadSlas(rights));
  const [, named] = useRoute('/:page/*?');
  const pages = PAGES.filter(({ may }) => may(rights));
  const page = pages.find(({ key }) => key === named?.page) ?? pages[0];
  if (page === undefined) return null;
  return (
    <div className={styles.beside}>
      <Navigation pages={pages} current={page} />
      <div>
        <ErrorBoundary key={page.key}>
          <Suspense fallback={<SkeletonLines height={40} count={8} />}>
            <Page page={page} fields={fields} sla={sla} rights={rights} confluence={confluence} />
          </Suspense>
        </ErrorBoundary>
      </div>
    </div>
  );
}

interface PageProps extends Props {
  readonly page: SettingsPage;
  readonly fields: Load<FieldCatalog>;
  readonly sla: Load<SlaSettings>;
}

function Page({ page, fields, sla, rights, confluence }: PageProps) {
  const own = useLoad(page.key, page.load);
  if (fields.loaded.state !== 'ready') return <Loading loaded={fields.loaded} onRetry={fields.reload} />;
  if (sla.loaded.state !== 'ready') return <Loading loaded={sla.loaded} onRetry={sla.reload} />;
  if (own.loaded.state !== 'ready') return <Loading loaded={own.loaded} onRetry={own.reload} />;
  const { languages, ...shared } = sla.loaded.value;
  return (
    <LanguagesProvider added={languages}>
      <page.Page
        {...shared}
        rights={rights}
        readOnly={!page.edits(rights)}
        catalog={fields.loaded.value}
        confluence={confluence}
        own={own.loaded.value as never}
        onReload={own.reload}
        onChanged={(definitions, problems) => sla.replace({ languages, definitions, problems })}
        onImported={sla.reload}
      />
    </LanguagesProvider>
  );
}
