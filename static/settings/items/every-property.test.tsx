import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ItemContent } from '../../../src/catalog/domain/model';
import { itemContentSchema } from '../../../src/catalog/domain/schema';
import { definitionsOf } from '../../../src/sla/engine/testing/build';
import { content, field } from '../../../test/support/samples';
import { At } from '../../kit/testing/at';
import { answerProduct, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { fieldCatalog } from '../model/field-catalog';
import { ItemEditor } from './item-editor';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));
jest.mock('../directory/use-directory', () => ({
  useDirectory: () => ({ roles: ['10001', '10002'].map((value) => ({ value, label: `Role ${value}` })) }),
}));

interface Schema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly wrapped?: Schema;
  readonly item?: Schema;
}

/** `price.amount`, `stages.name`: every property that an item can have; what is chosen as a whole is one. */
function properties({ type, entries, wrapped, item }: Schema, path = ''): readonly string[] {
  if (wrapped) return properties(wrapped, path);
  if (type === 'array' && item) return properties(item, path);
  if (type !== 'strict_object' || !entries || 'en' in entries) return [path];
  return Object.entries(entries).flatMap(([key, part]) =>
    properties(part, path === '' ? key : `${path}.${key}`),
  );
}

const list = {
  items: [{ id: 'phone', name: { en: 'Phone' }, state: 'published' as const }],
  services: [
    { id: 'workplace', name: { en: 'Workplace' }, owner: 'sergey' },
    { id: 'network', name: { en: 'Network' }, owner: 'sergey' },
  ],
  categories: ['hardware', 'software'].map((id) => ({ id, name: { en: `All ${id}` } })),
};
const spaces = [
  { value: '10000', label: 'IT support' },
  { value: '10001', label: 'People' },
];
const catalog = fieldCatalog(
  [
    { value: 'duedate', label: 'Due date' },
    { value: 'priority', label: 'Priority' },
  ],
  { project: spaces, priority: [{ value: '1', label: 'High' }] },
  { '10000': 'IT', '10001': 'HR' },
);
const OFFICE = { id: 'office', name: 'Office', zone: 'UTC', week: [], holidaySetIds: [] };
const DEFINITIONS = { ...definitionsOf(), calendars: [OFFICE as never] };
const METRICS = DEFINITIONS.metrics;

/** An item in which everything is set. */
const whole = (): ItemContent =>
  content({
    catchAll: true,
    opens: { kind: 'url', url: 'https://a.example' },
    bundle: [{ itemId: 'chair', when: { field: 'why', op: 'filled' } }],
    prerequisites: { en: 'A desk' },
    receipt: { en: 'Thank you' },
    picture: { label: 'p', width: 4, height: 3, alt: { en: 'A laptop' } },
    price: {
      amount: 10,
      currency: 'EUR',
      recurring: { amount: 1, period: 'month' },
      hidden: true,
      shownTo: { groups: [], users: ['maria'] },
    },
    quantity: { field: 'count', perPerson: 2 },
    form: [
      field('why'),
      field('who', { type: 'user' }),
      field('count', { type: 'number' }),
      field('size', { type: 'choice', options: [{ id: 'a', label: { en: 'A' } }] }),
    ],
    entitlement: {
      availableFor: { groups: [], users: [], roles: [{ projectId: '10000', roleId: '10001' }] },
      notAvailableFor: { groups: [], users: [], roles: [{ projectId: '10000', roleId: '10001' }] },
    },
    onBehalf: { field: 'who', access: 'restricted' },
    joining: { shows: 'why' },
    fulfilment: {
      ...content().fulfilment,
      mappings: [{ jiraField: 'priority', source: { kind: 'answer', field: 'size' }, valueMap: { a: '9' } }],
    },
    stages: content().stages.slice(0, 1),
    approvals: [
      {
        approvers: ['maria'],
        approverField: 'who',
        manager: true,
        rule: 'atLeast',
        needed: 2,
        when: { field: 'why', op: 'filled' },
        waitingStatusId: '2',
        approvedToStatusId: '1',
        declinedToStatusId: '5',
      },
    ],
    articles: [{ pageId: '7', title: 'Choosing a laptop' }],
    knowledgeScope: { spaceKeys: ['IT'], labels: ['howto'] },
  });

let now: ItemContent;
const NONE: readonly never[] = [];
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 0)));

/** Tabs that only items of a kind have. */
const KIND_OF: Readonly<Record<string, ItemContent['kind']>> = { Link: 'link', Bundle: 'bundle' };

async function show(tab: string): Promise<void> {
  const editor = (edited: ItemContent) => (
    <At path="/items/laptop">
      <ItemEditor
        content={(now = edited)}
        list={list}
        definitions={DEFINITIONS}
        catalog={catalog}
        confluence
        readOnly={false}
        findings={NONE}
        onChange={(next) => rerender(editor(next))}
      />
    </At>
  );
  const kind = KIND_OF[tab];
  const { rerender } = render(editor({ ...whole(), ...(kind && { kind }) }));
  fireEvent.click(screen.getByRole('tab', { name: tab }));
  await settle();
}

const type = (label: string, value: string) => {
  const [input] = screen.getAllByLabelText(label);
  fireEvent.change(input!, { target: { value } });
  fireEvent.blur(input!);
};
const typeInSecond = (label: string, value: string) => {
  const input = screen.getAllByLabelText(label)[1];
  fireEvent.change(input!, { target: { value } });
  fireEvent.blur(input!);
};
const press = (name: string) => fireEvent.click(screen.getAllByRole('button', { name })[0]!);
const tick = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }));
const addTo = (name: string, value: string) => {
  const [group] = screen.getAllByRole('group', { name });
  fireEvent.change(within(group!).getByRole('combobox'), { target: { value } });
};
/** Types into a picker and takes what it finds. */
async function find(label: string, words: string, found: string, index = 0): Promise<void> {
  const user = userEvent.setup();
  await user.type((await screen.findAllByRole('combobox', { name: label }))[index]!, words);
  await user.click(await screen.findByRole('option', { name: found }));
}

const SEARCHES = 'People who find a work item with one of these JQL';

type Change = () => unknown;
/** By tab: how each property is changed by a control, to what. */
const CONTROLS: Readonly<Record<string, Readonly<Record<string, readonly [Change, unknown]>>>> = {
  General: {
    kind: [() => type('Kind', 'incident'), 'incident'],
    name: [() => type('Name (Russian)', 'Имя'), { en: 'Laptop', ru: 'Имя' }],
    summary: [() => type('Short description (English)', 'S'), { en: 'S', ru: 'A new laptop (ru)' }],
    description: [() => type('Description (English)', 'D'), { en: 'D', ru: 'Choose a model (ru)' }],
    included: [() => type('What is included (Russian)', ''), { en: 'Charger' }],
    audience: [() => type('Who it is for (Russian)', ''), { en: 'Everybody' }],
    receipt: [() => type('After sending (Russian)', 'Спасибо'), { en: 'Thank you', ru: 'Спасибо' }],
    prerequisites: [() => type('What is needed before (English)', ''), undefined],
    'picture.label': [() => press('Remove picture'), undefined],
    'picture.width': [() => press('Remove picture'), undefined],
    'picture.height': [() => press('Remove picture'), undefined],
    'picture.alt': [() => type('What the picture shows (English)', 'B'), { en: 'B' }],
    icon: [() => fireEvent.click(screen.getByRole('radio', { name: 'Phone' })), 'phone'],
    categoryIds: [() => addTo('Categories', 'software'), ['hardware', 'software']],
    serviceId: [() => type('Service', 'network'), 'network'],
    keywords: [() => type('Keywords', 'a, b'), ['a', 'b']],
    catchAll: [() => tick('Offer it to those whose search finds nothing'), undefined],
    'price.amount': [() => type('Price', '12'), 12],
    'price.currency': [() => type('Currency', 'USD'), 'USD'],
    'price.recurring.amount': [() => type('Recurring amount', '3'), 3],
    'price.recurring.period': [() => type('Every', 'year'), 'year'],
    'price.shownTo.groups': [() => find('Add to Groups that see it as well', 'st', 'staff'), ['g1']],
    'price.shownTo.users': [() => find('People who see it as well', 'Fe', 'Felix'), ['maria', 'felix']],
    'quantity.field': [() => type('Question that says how many', ''), undefined],
    'quantity.perPerson': [() => type('At most for one person', '3'), 3],
    'price.hidden': [() => tick('Only approvers see the price'), undefined],
  },
  Link: {
    opens: [
      () => type('Address, beginning with https://', 'https://b.example'),
      { kind: 'url', url: 'https://b.example' },
    ],
  },
  Bundle: {
    'bundle.itemId': [() => type('Item 1 of the bundle', 'phone'), 'phone'],
    'bundle.when': [() => press('Remove condition 1'), undefined],
  },
  Fulfilment: {
    'fulfilment.projectId': [() => type('Jira space', '10001'), '10001'],
    'fulfilment.projectKey': [() => type('Jira space', '10001'), 'HR'],
    'fulfilment.issueTypeId': [() => type('Work type', '10002'), '10002'],
    'fulfilment.summary': [() => type('Summary', 'New'), 'New'],
    'fulfilment.mappings.jiraField': [() => type('Mapping 1, Jira field', 'duedate'), 'duedate'],
    'fulfilment.mappings.source': [() => type('Mapping 1, answer', 'who'), { kind: 'answer', field: 'who' }],
    'fulfilment.mappings.valueMap': [() => type('Mapping 1, value for A', '1'), { a: '1' }],
    'fulfilment.labels': [() => type('Labels of the work item', ''), []],
    'stages.id': [() => press('Remove: Received'), undefined],
    'stages.name': [() => type('Stage name (English)', 'New'), { en: 'New', ru: 'Received (ru)' }],
    'stages.statusIds': [() => addTo('Statuses of Received', '6'), ['1', '6']],
    'stages.actor': [() => type('Who acts in stage Received', 'nobody'), 'nobody'],
    'stages.kind': [() => type('What stage Received means', 'closed'), 'closed'],
    'actions.confirmToStatusId': [() => type('Confirm that it is solved', ''), undefined],
    'actions.reopenToStatusId': [() => type('Reopen', '6'), '6'],
    'actions.cancelToStatusId': [() => type('Cancel', '6'), '6'],
    'actions.answeredToStatusId': [() => type('Answer our question', ''), undefined],
    'actions.reopenWithinDays': [() => type('Days to reopen', '3'), 3],
  },
  'SLAs and promise': {
    'promise.firstResponseMetricId': [() => type('SLA for the first reply', METRICS[0]!.id), METRICS[0]!.id],
    'promise.deliveryMetricId': [() => type('SLA for delivery', ''), undefined],
  },
  Approval: {
    'approvals.approvers': [() => find('Approvers', 'Fe', 'Felix'), ['maria', 'felix']],
    'approvals.approverField': [() => type('And the person named in', ''), undefined],
    'approvals.manager': [() => tick('And the manager of whom the request is for'), undefined],
    'approvals.rule': [() => type('Who must approve', 'all'), 'all'],
    'approvals.needed': [() => type('How many must approve', '1'), 1],
    'approvals.when': [() => press('Remove condition 1'), undefined],
    'approvals.beforeIssue': [() => type('While it waits', 'before'), true],
    'approvals.waitingStatusId': [() => type('Waits in status', '6'), '6'],
    'approvals.approvedToStatusId': [() => type('Once approved, goes to', '6'), '6'],
    'approvals.declinedToStatusId': [() => type('Once declined, goes to', ''), undefined],
  },
  Audience: {
    owner: [() => find('Owner', 'Fe', 'Felix'), 'felix'],
    'entitlement.availableFor.groups': [() => find('Add to Groups', 'st', 'staff'), ['g1']],
    'entitlement.availableFor.users': [() => find('People', 'Fe', 'Felix'), ['felix']],
    'entitlement.notAvailableFor.groups': [() => find('Add to Groups', 'st', 'staff', 1), ['g1']],
    'entitlement.notAvailableFor.users': [() => find('People', 'Fe', 'Felix', 1), ['felix']],
    'entitlement.availableFor.places': [() => type('Places', 'Berlin, Rome'), ['Berlin', 'Rome']],
    'entitlement.notAvailableFor.places': [() => typeInSecond('Places', 'Berlin'), ['Berlin']],
    'entitlement.availableFor.departments': [() => type('Departments', 'Berlin, Rome'), ['Berlin', 'Rome']],
    'entitlement.notAvailableFor.departments': [() => typeInSecond('Departments', 'Berlin'), ['Berlin']],
    'entitlement.availableFor.teams': [() => type('Teams', 'Berlin, Rome'), ['Berlin', 'Rome']],
    'entitlement.notAvailableFor.teams': [() => typeInSecond('Teams', 'Berlin'), ['Berlin']],
    'entitlement.availableFor.languages': [() => type('Languages', 'Berlin, Rome'), ['berlin', 'rome']],
    'entitlement.notAvailableFor.languages': [() => typeInSecond('Languages', 'Berlin'), ['berlin']],
    'entitlement.availableFor.managers': [() => find('People who work for', 'Fe', 'Felix'), ['felix']],
    'entitlement.notAvailableFor.managers': [() => find('People who work for', 'Fe', 'Felix', 1), ['felix']],
    'entitlement.availableFor.zones': [
      () => find('Add to Time zones', 'Tokyo', 'Asia/Tokyo'),
      ['Asia/Tokyo'],
    ],
    'entitlement.notAvailableFor.zones': [
      () => find('Add to Time zones', 'Tokyo', 'Asia/Tokyo', 1),
      ['Asia/Tokyo'],
    ],
    'entitlement.availableFor.roles.roleId': [() => type('Role 1', '10002'), '10002'],
    'entitlement.availableFor.roles.projectId': [() => type('Space of role 1', '10001'), '10001'],
    'entitlement.notAvailableFor.roles.roleId': [() => typeInSecond('Role 1', '10002'), '10002'],
    'entitlement.notAvailableFor.roles.projectId': [() => typeInSecond('Space of role 1', '10001'), '10001'],
    'entitlement.availableFor.searches': [() => type(SEARCHES, 'a = 1, 2\nb = 3'), ['a = 1, 2', 'b = 3']],
    'entitlement.notAvailableFor.searches': [() => typeInSecond(SEARCHES, 'a = 1'), ['a = 1']],
    'entitlement.hours': [() => type('Only in the working hours of', 'office'), 'office'],
    'entitlement.dates.from': [() => type('First day', '2026-05-01'), '2026-05-01'],
    'entitlement.dates.to': [() => type('Last day', '2026-06-01'), '2026-06-01'],
    ownCriteria: [() => tick('The categories’ criteria don’t apply to this item'), true],
    'onBehalf.field': [() => type('Question that says who it is for', ''), undefined],
    'onBehalf.access': [() => type('Who may be named', 'delegated'), 'delegated'],
    'joining.shows': [() => type('Answer that colleagues see', ''), undefined],
  },
  Articles: {
    'articles.pageId': [() => press('Remove: Choosing a laptop'), undefined],
    'articles.title': [() => find('Add an article', 'Desk', 'Choosing a desk'), 'Choosing a laptop'],
    'knowledgeScope.spaceKeys': [() => type('Spaces of Confluence', 'IT, HR'), ['IT', 'HR']],
    'knowledgeScope.labels': [() => type('Labels of pages', 'a'), ['a']],
  },
};

/** What stands at a path; of a list, in its first element. */
const at = (path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => {
    const one: unknown = Array.isArray(value) ? value[0] : value;
    return (one as Readonly<Record<string, unknown>> | undefined)?.[key];
  }, now);

beforeEach(() => {
  resetBridge();
  prepareSurface();
  const status = (id: string) => ({ id, name: `Status ${id}`, statusCategory: { key: 'new' } });
  const types = ['10001', '10002'].map((id) => ({
    id,
    name: id,
    statuses: ['1', '2', '5', '6'].map(status),
  }));
  answerProduct('/project/10000/statuses', types);
  answerProduct('/user', { accountId: 'maria', displayName: 'Maria' });
  answerProduct('/user/search', [
    { accountId: 'felix', displayName: 'Felix', accountType: 'atlassian', active: true },
  ]);
  answerProduct('/group', { groups: [{ groupId: 'g1', name: 'staff' }], values: [], total: 1 });
  answerProduct('/wiki/rest/api/search', { results: [{ content: { id: '8', title: 'Choosing a desk' } }] });
});

it('of an item but its form, every property has a control', () => {
  const known = properties(itemContentSchema as unknown as Schema).filter(
    (path) => !/^(form|rules)\./.test(path),
  );
  expect(
    Object.values(CONTROLS)
      .flatMap((tab) => Object.keys(tab))
      .toSorted(),
  ).toEqual(known.toSorted());
});

const ALL = Object.entries(CONTROLS).flatMap(([tab, properties]) =>
  Object.entries(properties).map(([path, [change, value]]) => [path, tab, change, value] as const),
);
it.each(ALL)('%s is changed in %s', async (path, tab, change, value) => {
  await show(tab);
  const before = now;
  await change();
  await waitFor(() => expect(now).not.toBe(before));
  expect(at(path)).toEqual(value);
});
