import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Role } from '../../src/kernel/names';
import { definitionsOf, metricOf } from '../../src/sla/engine/testing/build';
import { At } from '../kit/testing/at';
import { answer, answerProduct, invocations, resetBridge } from '../shared/testing/bridge';
import { prepareSurface } from '../shared/testing/surface';
import { Settings } from './app';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../shared/testing/bridge'));

const NO_STRUCTURE = {
  catalogs: [],
  categories: [],
  services: [],
  offerings: [],
  pins: [],
  announcements: [],
  agreements: [],
  managed: [],
  inCategory: {},
  ofService: {},
};
const LAZY = { timeout: 30_000 };

beforeEach(() => {
  resetBridge();
  prepareSurface();
  answerProduct('/rest/api/3/', []);
  answerProduct('/search', { values: [], isLast: true, total: 0, startAt: 0, maxResults: 50 });
  answer('catalog.items', () => ({ items: [] }));
  answer('catalog.structure', () => NO_STRUCTURE);
  answer('sla.settings', () => ({ definitions: definitionsOf(metricOf()), problems: [], languages: [] }));
  answer('catalog.slas', () => ({ definitions: definitionsOf(), languages: [] }));
  answer('sla.recalculation', () => ({ recalculation: null }));
  answer('sla.changes', () => ({ version: 1, changes: [], recalculation: null }));
  answer('settings.rows', () => ({ rows: [] }));
  answer('settings.health', () => ({ rows: [] }));
  answer('settings.audit', () => ({ entries: [] }));
});

function open(path: string, roles: readonly Role[] = ['admin'], edits = false) {
  render(
    <At path={path}>
      <Settings me={{ roles, jiraAdmin: false, edits, confluence: true }} />
    </At>,
  );
  return userEvent.setup();
}

const offered = () =>
  within(screen.getByRole('navigation'))
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'));
const current = () => screen.getByRole('navigation').querySelector('[aria-current=page]');

describe('the pages of the settings', () => {
  it('are each at an address of its own, in groups', () => {
    open('/');
    expect(offered()).toEqual([
      '/items',
      '/searches',
      '/view-as',
      '/categories',
      '/services',
      '/offerings',
      '/catalogs',
      '/pins',
      '/announcements',
      '/field-sets',
      '/people',
      '/start',
      '/metrics',
      '/agreements',
      '/calendars',
      '/holiday-sets',
      '/agents',
      '/notifications',
      '/display',
      '/import-export',
      '/audit',
      '/health',
    ]);
    const lists = screen.getAllByRole('list').map((list) => list.getAttribute('aria-labelledby') ?? '');
    expect(lists.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'Catalog',
      'Service levels',
      'Notifications and display',
      'Administration',
    ]);
  });

  it.each([
    [
      ['catalogManager'],
      [
        '/items',
        '/searches',
        '/view-as',
        '/categories',
        '/services',
        '/offerings',
        '/catalogs',
        '/pins',
        '/announcements',
        '/field-sets',
        '/people',
        '/start',
        '/health',
      ],
    ],
    [['knowledgeManager'], ['/health']],
    [
      ['auditor'],
      [
        '/items',
        '/searches',
        '/view-as',
        '/categories',
        '/services',
        '/offerings',
        '/catalogs',
        '/pins',
        '/announcements',
        '/field-sets',
        '/people',
        '/metrics',
        '/agreements',
        '/calendars',
        '/holiday-sets',
        '/agents',
        '/notifications',
        '/display',
        '/audit',
        '/health',
      ],
    ],
  ] as const)('are offered to those who may see them: %j', (roles, expected) => {
    open('/', roles);
    expect(offered()).toEqual(expected);
  });

  it('are four for who owns or manages something and holds no role', () => {
    open('/', [], true);
    expect(offered()).toEqual(['/items', '/searches', '/view-as', '/categories']);
  });

  it('open by their address', async () => {
    open('/health');
    expect(await screen.findByRole('heading', { level: 2, name: 'Health' }, LAZY)).toBeVisible();
    expect(current()).toHaveTextContent('Health');
  });

  it('that somebody may not see are not opened by their address', async () => {
    open('/metrics', ['catalogManager']);
    expect(current()).toHaveTextContent('Catalog items');
    await screen.findByRole('heading', { level: 2, name: 'Catalog items' }, LAZY);
    expect(invocations.map(({ name }) => name)).not.toContain('sla.settings');
  });

  it('ask for all they need at once', async () => {
    open('/items');
    expect(invocations.map(({ name }) => name).sort()).toEqual([
      'catalog.items',
      'catalog.structure',
      'sla.settings',
    ]);
    await screen.findByRole('heading', { level: 2, name: 'Catalog items' }, LAZY);
  });

  it('read what they share once', async () => {
    const user = open('/health');
    await screen.findByRole('heading', { level: 2, name: 'Health' }, LAZY);
    await user.click(screen.getByRole('link', { name: 'SLAs' }));
    await user.click(await screen.findByRole('link', { name: 'Delivery' }, LAZY));
    expect(await screen.findByLabelText('Name (English)', undefined, LAZY)).toHaveValue('Delivery');
    expect(invocations.filter(({ name }) => name === 'sla.settings')).toHaveLength(1);
  });

  it('say so when what an address names is gone, and lead back', async () => {
    const user = open('/calendars/nothing');
    expect(await screen.findByText('This no longer exists', undefined, LAZY)).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Back to the list' }));
    expect(await screen.findByRole('heading', { level: 2, name: 'Calendars' })).toBeVisible();
  });

  it('are refused to people without a role', () => {
    open('/', []);
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(invocations).toEqual([]);
  });
});
