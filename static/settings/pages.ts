import { type ComponentType, lazy } from 'react';
import type { FieldSet } from '../../src/catalog/domain/model';
import type { PersonRecord } from '../../src/people/domain/person';
import type { SlaDisplay } from '../../src/sla/definitions/domain/display/model';
import type { SlaPolicy } from '../../src/sla/definitions/domain/policy/model';
import { call } from '../shared/api';
import type { PageKey } from './addresses';
import type { Rights } from './rights';
import type { OwnProps, PageProps } from './page-props';
import { readRows, readSection } from './shared/section';

export interface SettingsPage {
  /** Its place in the address; its name is the text `settings.tab.<key>`. */
  readonly key: PageKey;
  readonly group: (typeof GROUPS)[number];
  readonly may: (rights: Rights) => boolean;
  /** Who may change what it shows; others look at it. */
  readonly edits: (rights: Rights) => boolean;
  /** What it shows beside what all share, and its files; read while that is read. */
  readonly load: () => Promise<unknown>;
  readonly Page: ComponentType<PageProps & OwnProps<never>>;
}

interface Entry<T> extends Omit<SettingsPage, 'load' | 'Page'> {
  readonly load?: () => Promise<T>;
  readonly files: () => Promise<ComponentType<PageProps & OwnProps<T>>>;
}

/** A page with what it reads, whose types go together. */
const page = <T = null>({ load, files, ...entry }: Entry<T>): SettingsPage => ({
  ...entry,
  load: async () => (await Promise.all([load?.(), files()]))[0],
  Page: lazy(async () => ({ default: await files() })),
});

export const GROUPS = ['catalog', 'sla', 'display', 'administration'] as const;

const items = { may: (is: Rights) => is.readItems, edits: (is: Rights) => is.editItems };
const loadStructure = () => call('catalog.structure', {});
const categories = { ...items, load: loadStructure };
const structure = {
  may: (is: Rights) => is.readCatalog,
  edits: (is: Rights) => is.editCatalog,
  load: loadStructure,
};
const sla = { may: (is: Rights) => is.readSla, edits: (is: Rights) => is.editSla };

const loadItems = async () => {
  const [shown, first] = await Promise.all([loadStructure(), call('catalog.items', {})]);
  return { structure: shown, first };
};

/** Every page of the settings, in the order they are offered. A page brings its own files: loaded when it is opened. */
export const PAGES: readonly SettingsPage[] = [
  page({
    key: 'items',
    group: 'catalog',
    ...items,
    load: loadItems,
    files: () => import('./items/items-page').then((m) => m.ItemsPage),
  }),
  page({
    key: 'searches',
    group: 'catalog',
    ...items,
    load: async () => {
      const [searches, first] = await Promise.all([call('catalog.searches', {}), call('catalog.items', {})]);
      return { searches, first };
    },
    files: () => import('./searches/searches-page').then((m) => m.SearchesPage),
  }),
  page({
    key: 'view-as',
    group: 'catalog',
    may: items.may,
    edits: () => false,
    load: loadStructure,
    files: () => import('./view-as/view-as-page').then((m) => m.ViewAsPage),
  }),
  page({
    key: 'categories',
    group: 'catalog',
    ...categories,
    files: () => import('./categories/categories-page').then((m) => m.CategoriesPage),
  }),
  page({
    key: 'services',
    group: 'catalog',
    ...structure,
    files: () => import('./services/services-page').then((m) => m.ServicesPage),
  }),
  page({
    key: 'offerings',
    group: 'catalog',
    ...structure,
    files: () => import('./offerings/offerings-page').then((m) => m.OfferingsPage),
  }),
  page({
    key: 'catalogs',
    group: 'catalog',
    ...structure,
    files: () => import('./catalogs/catalogs-page').then((m) => m.CatalogsPage),
  }),
  page({
    key: 'pins',
    group: 'catalog',
    ...structure,
    load: loadItems,
    files: () => import('./pins/pins-page').then((m) => m.PinsPage),
  }),
  page({
    key: 'announcements',
    group: 'catalog',
    ...structure,
    load: loadItems,
    files: () => import('./announcements/announcements-page').then((m) => m.AnnouncementsPage),
  }),
  page({
    key: 'field-sets',
    group: 'catalog',
    ...structure,
    load: () => readRows<FieldSet>('fieldSet', { list: 'all' }),
    files: () => import('./field-sets/field-sets-page').then((m) => m.FieldSetsPage),
  }),
  page({
    key: 'people',
    group: 'catalog',
    ...structure,
    load: () => readRows<PersonRecord>('person', { list: 'all' }),
    files: () => import('./people/people-page').then((m) => m.PeoplePage),
  }),
  page({
    key: 'start',
    group: 'catalog',
    may: (is) => is.editCatalog,
    edits: (is) => is.editCatalog,
    load: () => import('./start/load-start').then((m) => m.loadStart()),
    files: () => import('./start/start-page').then((m) => m.StartPage),
  }),
  page({
    key: 'metrics',
    group: 'sla',
    ...sla,
    files: () => import('./sla/metrics-page').then((m) => m.MetricsPage),
  }),
  page({
    key: 'agreements',
    group: 'sla',
    ...sla,
    load: loadStructure,
    files: () => import('./agreements/agreements-page').then((m) => m.AgreementsPage),
  }),
  page({
    key: 'calendars',
    group: 'sla',
    ...sla,
    files: () => import('./calendars/calendars-page').then((m) => m.CalendarsPage),
  }),
  page({
    key: 'holiday-sets',
    group: 'sla',
    ...sla,
    files: () => import('./holiday-sets/holiday-sets-page').then((m) => m.HolidaySetsPage),
  }),
  page({
    key: 'agents',
    group: 'sla',
    ...sla,
    files: () => import('./agents/agents-page').then((m) => m.AgentsPage),
  }),
  page({
    key: 'notifications',
    group: 'display',
    ...sla,
    load: () => readSection<SlaPolicy>('policy'),
    files: () => import('./notifications/notifications-page').then((m) => m.NotificationsPage),
  }),
  page({
    key: 'display',
    group: 'display',
    ...sla,
    load: () => readSection<SlaDisplay>('display'),
    files: () => import('./display/display-page').then((m) => m.DisplayPage),
  }),
  page({
    key: 'import-export',
    group: 'administration',
    may: (is) => is.transfer,
    edits: (is) => is.transfer,
    files: () => import('./transfer/transfer-page').then((m) => m.TransferPage),
  }),
  page({
    key: 'audit',
    group: 'administration',
    may: (is) => is.readAudit,
    edits: () => false,
    load: () => call('settings.audit', {}),
    files: () => import('./audit/audit-page').then((m) => m.AuditPage),
  }),
  page({
    key: 'health',
    group: 'administration',
    may: (is) => is.readHealth,
    edits: (is) => is.editSla,
    load: () => call('settings.health', {}),
    files: () => import('./health/health-page').then((m) => m.HealthPage),
  }),
];
