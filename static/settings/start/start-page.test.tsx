import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Setups } from '../../../src/catalog/domain/setup';
import { definitionsOf } from '../../../src/sla/engine/testing/build';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { answer, answerProduct, invocations, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { fieldCatalog } from '../model/field-catalog';
import { rightsOf } from '../rights';
import { showPage } from '../testing/show-page';
import { inJira, SIMPLE } from '../testing/statuses';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const LAZY = { timeout: 15_000 };
const spaces = [{ value: '10', label: 'Help' }];
const catalog = fieldCatalog([], { projectId: spaces, project: spaces }, { '10': 'HELP' });
const NOTHING: SlaDefinitions = definitionsOf([], { calendars: [], version: 0 });

/** A site that keeps what it is sent. */
let kept: Setups;
let definitions: SlaDefinitions;
let items: Map<string, { rev: number; state: string }>;

const createForm = (...fields: object[]) =>
  answerProduct('/issue/createmeta/10/issuetypes/7', {
    fields: [{ fieldId: 'duedate', name: 'Due date', required: false, schema: { type: 'date' } }, ...fields],
  });

beforeEach(() => {
  resetBridge();
  prepareSurface();
  kept = { setups: [] };
  definitions = NOTHING;
  items = new Map();
  answerProduct('/project/10', { projectTypeKey: 'business' });
  answerProduct('/project/10/statuses', [{ id: '7', name: 'Task', statuses: SIMPLE.map(inJira) }]);
  createForm();
  answer('settings.read', () => ({ rev: kept.setups.length, value: kept }));
  answer('settings.portal', () => ({ path: '/jira/apps/a/e' }));
  answer('settings.save', ({ section, value }) => {
    if (section === 'setups') kept = value as Setups;
    return { rev: 1 };
  });
  answer('catalog.structure', () => ({
    catalogs: [],
    categories: [],
    services: [],
    offerings: [],
    pins: [],
    announcements: [],
    inCategory: {},
    ofService: {},
  }));
  answer('sla.countOpen', ({ metrics }) => ({
    counts: metrics.map((each) => ({ id: (each as { id: string }).id, open: 12, late: 3 })),
    checked: 50,
  }));
  answer('sla.settings', () => ({ definitions, problems: [], canEdit: true }));
  answer('sla.applyChange', ({ target: { section, value } }) => {
    const list = section === 'metric' ? 'metrics' : 'calendars';
    definitions = { ...definitions, [list]: [...definitions[list], value] };
    return { definitions, problems: [], recalculation: null };
  });
  answer('catalog.saveItem', ({ itemId, content }) => {
    items.set(itemId, { rev: 1, state: 'draft' });
    return { item: { rev: 1, state: 'draft', dirty: true, content }, problems: [] };
  });
  answer('catalog.item', ({ itemId }) => ({ item: { ...items.get(itemId), dirty: true, content: {} } }));
  answer('catalog.publishItem', ({ itemId }) => {
    items.set(itemId, { rev: 2, state: 'published' });
    return { item: { rev: 2, state: 'published', dirty: false, content: {} } };
  });
});

const called = (name: string) =>
  invocations.filter((each) => each.name === name).map(({ payload }) => payload);
/** Its button, once Jira has told of the space. */
const publish = async () => {
  await screen.findByText('What needs approval is approved before there is a work item', {}, LAZY);
  return screen.getByRole('button', { name: /^Publish \d/ });
};

test('one space and nothing else chosen: services, their SLAs and their calendar are made and published', async () => {
  const user = userEvent.setup();
  showPage('start', { catalog });
  await user.click(await publish());
  expect(await screen.findByText('3 services are published', {}, LAZY)).toBeInTheDocument();
  expect([...items.values()].map(({ state }) => state)).toEqual(['published', 'published', 'published']);
  expect(definitions.calendars).toHaveLength(1);
  expect(definitions.metrics.map(({ name }) => name.en)).toEqual(['First response', 'Delivery']);
  const [first] = called('catalog.saveItem') as { content: object }[];
  expect(first?.content).toMatchObject({
    owner: 'alice',
    fulfilment: { projectId: '10', projectKey: 'HELP', issueTypeId: '7' },
    promise: { deliveryMetricId: definitions.metrics[1]?.id },
  });
  expect(screen.getByLabelText('Address of the service catalog')).toHaveValue(
    'https://example.atlassian.net/jira/apps/a/e/catalog',
  );
});

test('a service is tested before anything is made: the work item, its SLAs with due times, who approves', async () => {
  const user = userEvent.setup();
  answer('requests.tryPlanned', ({ answers }) => ({
    answers,
    beneficiary: 'alice',
    fields: { project: { id: '10' }, summary: 'A chair' },
    named: {},
    intro: [],
    rows: [],
    approvers: null,
    notice: { en: '' },
  }));
  showPage('start', { catalog });
  await publish();
  await user.click(screen.getByRole('button', { name: 'Test “Ask a question”' }));
  expect(screen.getByRole('heading', { name: 'Test “Ask a question”' })).toHaveFocus();
  await user.type(await screen.findByLabelText(/^Your question/, {}, LAZY), 'When do you close?');
  await user.click(screen.getByRole('button', { name: 'Test this request' }));
  const outcome = within(await screen.findByRole('region', { name: 'What this request would make' }));
  expect(outcome.getByRole('row', { name: 'Jira space Help' })).toBeVisible();
  expect(
    outcome.getByRole('row', { name: /^First response First response: 4 h General 09:00–17:00 .*:00/ }),
  ).toBeVisible();
  expect(outcome.getByText('No approval is needed. No one is notified.')).toBeVisible();
  const [sent] = called('requests.tryPlanned') as { content: object }[];
  await user.click(await publish());
  expect(await screen.findByRole('heading', { name: '3 services are published' }, LAZY)).toHaveFocus();
  expect(called('catalog.saveItem')).toContainEqual(expect.objectContaining({ content: sent?.content }));
});

test('each SLA tells on how many open work items it would start; a person decides whether it does', async () => {
  const user = userEvent.setup();
  showPage('start', { catalog });
  await publish();
  expect(
    await screen.findAllByText(/It would start on 12 open work items, 3 of them late\./, {}, LAZY),
  ).toHaveLength(2);
  await user.selectOptions(screen.getByLabelText('Apply to'), 'Open work items, from their start');
  await user.click(await publish());
  await screen.findByText('3 services are published', {}, LAZY);
  const scopes = (called('sla.applyChange') as { plan: { scope: string } }[]).map(({ plan }) => plan.scope);
  expect(scopes).toEqual(['new', 'replay', 'replay']);
});

test('more open work items than are looked at are told plainly', async () => {
  answer('sla.countOpen', ({ metrics }) => ({
    counts: metrics.map((each) => ({ id: (each as { id: string }).id, open: 40, late: 10 })),
    checked: 50,
    next: 'more',
  }));
  showPage('start', { catalog });
  await publish();
  const told = /Of the first 200 open work items it would start on 160, 40 of them late\. There are more\./;
  expect(await screen.findAllByText(told, {}, LAZY)).toHaveLength(2);
});

test('everything that will be made is noted before anything is, so that it can be undone', async () => {
  const user = userEvent.setup();
  showPage('start', { catalog });
  answer('sla.applyChange', () => refusal({ code: 'INTERNAL' }));
  await user.click(await publish());
  expect(await screen.findByText('The set-up stopped', {}, LAZY)).toBeInTheDocument();
  expect(kept.setups[0]?.made.map(({ section }) => section)).toEqual([
    'calendar',
    'metric',
    'metric',
    'catalog',
    'category',
    'service',
    'item',
    'item',
    'item',
  ]);
});

test('what broke off goes on where it stopped', async () => {
  const user = userEvent.setup();
  showPage('start', { catalog });
  const works = { rev: 2, state: 'published', dirty: false, content: {} };
  answer('catalog.publishItem', () => refusal({ code: 'INTERNAL' }));
  await user.click(await publish());
  await user.click(await screen.findByRole('button', { name: 'Continue' }, LAZY));
  await screen.findByText('The set-up stopped', {}, LAZY);
  answer('catalog.publishItem', () => ({ item: works }));
  await user.click(await screen.findByRole('button', { name: 'Continue' }, LAZY));
  await screen.findByText('3 services are published', {}, LAZY);
  expect(definitions.metrics).toHaveLength(2);
  expect(kept.setups).toHaveLength(1);
});

test('the next department goes into the catalog that the first one made', async () => {
  const user = userEvent.setup();
  const catalogs: { readonly id: string }[] = [];
  answer('catalog.structure', () => ({
    ...{ catalogs: catalogs.map((each) => ({ ...each, managers: [] })), categories: [], services: [] },
    ...{ offerings: [], pins: [], announcements: [], inCategory: {}, ofService: {} },
  }));
  answer('settings.save', ({ section, value }) => {
    if (section === 'setups') kept = value as Setups;
    if (section === 'catalog') catalogs.push(value as { id: string });
    return { rev: 1 };
  });
  showPage('start', { catalog });
  await user.click(await publish());
  await user.click(await screen.findByRole('button', { name: 'Set up another department' }, LAZY));
  await user.click(await publish());
  await screen.findByText('3 services are published', {}, LAZY);
  expect(catalogs).toHaveLength(1);
  expect(kept.setups).toHaveLength(2);
});

test('what the space requires and nobody asks for is filled in once for all services', async () => {
  const user = userEvent.setup();
  createForm({
    fieldId: 'customfield_9',
    name: 'Cost centre',
    required: true,
    schema: { type: 'option' },
    allowedValues: [{ id: '31', value: 'North' }],
  });
  showPage('start', { catalog });
  const field = await screen.findByLabelText('Fill “Cost centre” with', {}, LAZY);
  await user.click(await publish());
  expect((await screen.findAllByText('Choose what to fill in.'))[0]).toBeInTheDocument();
  expect(kept.setups).toEqual([]);
  await user.selectOptions(field, 'North');
  await user.click(await publish());
  await screen.findByText('3 services are published', {}, LAZY);
  const [first] = called('catalog.saveItem') as { content: { fulfilment: object } }[];
  expect(first?.content.fulfilment).toMatchObject({
    mappings: expect.arrayContaining([
      { jiraField: 'customfield_9', source: { kind: 'constant', value: '31' } },
    ]) as unknown,
  });
});

test('undo takes everything back, and says what stays because it is in use', async () => {
  const user = userEvent.setup();
  kept = {
    setups: [
      {
        id: 'run',
        at: Date.parse('2026-03-02T10:00:00Z'),
        department: 'it',
        projectId: '10',
        made: [
          { section: 'item', id: 'laptop-run' },
          { section: 'item', id: 'vpn-run' },
        ],
      },
    ],
  };
  answer('settings.withdrawItem', ({ itemId }) => ({
    outcome: itemId === 'vpn-run' ? 'retired' : 'deleted',
  }));
  showPage('start', { catalog });
  await user.click(await screen.findByRole('button', { name: 'Undo' }, LAZY));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('The set-up is undone')).toBeInTheDocument();
  expect(screen.getByText(/^1 part stays/)).toBeInTheDocument();
  expect(called('settings.withdrawItem')).toEqual([{ itemId: 'vpn-run' }, { itemId: 'laptop-run' }]);
  expect(kept.setups).toEqual([]);
});

test('it begins with what the viewer may set up, who manages, and where that is granted', async () => {
  const catalogs = [{ id: 'c', name: { en: 'Company' }, managers: ['sergey'] }];
  const rest = {
    categories: [],
    services: [],
    offerings: [],
    pins: [],
    announcements: [],
    inCategory: {},
    ofService: {},
  };
  answer('catalog.structure', () => ({ catalogs, ...rest }));
  showPage('start', { catalog, rights: rightsOf({ roles: ['catalogManager'], jiraAdmin: false }) });
  expect(
    await screen.findByText(/^You manage the catalog\. Calendars and SLAs are for/, {}, LAZY),
  ).toBeVisible();
  expect(screen.getByText(/^Managers of the catalogs:/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open Jira’s global permissions' })).toHaveAttribute(
    'href',
    '/secure/admin/GlobalPermissions!default.jspa',
  );
});

test('who may not change SLAs sets up services alone', async () => {
  const user = userEvent.setup();
  showPage('start', { catalog, rights: rightsOf({ roles: ['catalogManager'], jiraAdmin: false }) });
  await publish();
  await waitFor(() => expect(screen.queryByText('Working hours and SLAs')).toBeNull());
  await user.click(await publish());
  await screen.findByText('3 services are published', {}, LAZY);
  expect(called('sla.applyChange')).toEqual([]);
});

test('it speaks Russian', async () => {
  prepareSurface({ locale: 'ru' });
  showPage('start', { catalog });
  expect(await screen.findByRole('button', { name: 'Опубликовать 3 услуги' }, LAZY)).toBeInTheDocument();
});
