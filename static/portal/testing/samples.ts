/** An item, its page and the portal's home as tests need them. */
import type { ItemPage, ToldDraft } from '../../../src/catalog/domain/call-answers';
import type { Draft, FormField } from '../../../src/catalog/domain/model';
import type { OfferedContent, OfferedItem } from '../../../src/catalog/domain/call-answers';
import type { SlaDefinitions } from '../../../src/sla/engine';
import type { FormNow, RequestView } from '../../../src/requests/domain/answers';
import type { Load } from '../../shared/use-load';
import type { Home } from '../home-data';

const HOUR = 3_600_000;

export const field = (id: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  id,
  type,
  label: { en: id },
  required: true,
  ...more,
});

export const itemOf = (more: Partial<OfferedContent> = {}): OfferedItem => ({
  id: 'laptop',
  version: 3,
  publishedAt: '2026-07-01T08:00:00.000Z',
  content: {
    name: { en: 'New laptop', ru: 'Новый ноутбук' },
    summary: { en: 'Set up for you' },
    description: { en: 'Choose a model.' },
    included: { en: 'A power supply' },
    audience: { en: 'Everybody' },
    owner: 'sergey',
    form: [],
    fulfilment: { projectId: '10000', issueTypeId: '1', mappings: [], labels: [] },
    stages: [
      { id: 'new', name: { en: 'Received' }, actor: 'provider', kind: 'open' },
      { id: 'done', name: { en: 'Done' }, actor: 'nobody', kind: 'closed' },
      { id: 'off', name: { en: 'Given up' }, actor: 'nobody', kind: 'cancelled' },
    ],
    startStatusId: '1',
    approvals: [],
    articles: [],
    knowledgeScope: { spaceKeys: [], labels: [] },
    promise: { firstResponseMetricId: 'reply', deliveryMetricId: 'delivery' },
    ...more,
  },
});

const metric = (id: string, hours: number): SlaDefinitions['metrics'][number] => ({
  id,
  name: { en: id },
  kind: 'SLA',
  version: 1,
  active: true,
  scope: { all: [] },
  start: [{ on: 'created' }],
  stop: [{ on: 'commented', by: ['agent'], audience: 'any' }],
  pause: [{ reason: 'approval', when: { field: 'status', op: 'in', values: ['5'] } }],
  cancel: { when: 'never' },
  method: 'first',
  calendar: { kind: 'fixed', calendarId: 'moscow' },
  goals: [
    {
      id: 'high',
      name: 'High',
      when: { field: 'priority', op: 'in', values: ['2'] },
      target: { kind: 'duration', ms: HOUR },
    },
    {
      id: 'rest',
      name: 'Rest',
      target: { kind: 'duration', ms: hours * HOUR },
    },
  ],
  goalChange: 'carry',
  retroactivePause: false,
  undoStopMs: 0,
  graceMs: 0,
  stopBeforeStart: 'ignore',
  escalations: [],
  visibility: 'date',
});

const allDay = [['00:00', '24:00']] as const;
export const DEFINITIONS: SlaDefinitions = {
  schema: 1,
  version: 1,
  calendars: [
    {
      id: 'moscow',
      name: 'Moscow',
      zone: 'Europe/Moscow',
      week: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
      holidays: [],
      holidaySetIds: [],
      exceptions: [],
    },
  ],
  holidaySets: [],
  metrics: [metric('reply', 4), metric('delivery', 48)],
  agreements: [],
};

export const itemPageOf = (
  content: Partial<OfferedContent> = {},
  more: Partial<ItemPage> = {},
): ItemPage => ({
  item: itemOf(content),
  serviceName: null,
  draft: null,
  drafts: [],
  definitions: DEFINITIONS,
  facts: {},
  confluence: true,
  approverNames: [],
  ...more,
});

/** A draft of the item, as its page opens it. */
export const draftOf = (more: Partial<Draft> = {}): Draft => ({
  clientToken: 'token-0001',
  itemId: 'laptop',
  itemName: { en: 'New laptop', ru: 'Новый ноутбук' },
  number: 1,
  itemVersion: 3,
  answers: {},
  others: [],
  updatedAt: '2026-07-01T08:00:00Z',
  reason: 'saved',
  saved: { by: 'another-form', turn: 1 },
  ...more,
});

/** The same where drafts are listed. */
export const lineOf = (more: Partial<Draft> = {}): ToldDraft => {
  const { itemVersion: _version, answers: _answers, others: _others, saved: _saved, ...line } = draftOf(more);
  return line;
};

/** As the backend answers a save, with what has become of the form. */
export const savedDraft = (
  { clientToken, keeping }: Readonly<Record<string, unknown>>,
  form: Partial<FormNow> = {},
  more: Partial<Draft> = {},
) => {
  const { by, turn } = keeping as { by: string; turn: number };
  const draft = { ...lineOf({ ...more, clientToken: String(clientToken) }), saved: { by, turn } };
  return { draft, form: { offered: 'same' as const, ...form } };
};

export const homeOf = (more: Partial<Home> = {}): Home => ({
  me: { accountId: 'alice', roles: [], jiraAdmin: false, edits: false, jira: true },
  key: '1',
  categories: [
    {
      id: 'it',
      catalogId: 'main',
      name: { en: 'IT' },
      description: { en: 'Devices' },
      icon: 'laptop',
      order: 1,
    },
  ],
  items: [
    {
      id: 'laptop',
      name: { en: 'New laptop', ru: 'Новый ноутбук' },
      summary: { en: 'Set up for you' },
      categoryIds: ['it'],
      icon: 'laptop',
      keywords: [],
    },
  ],
  announcements: [],
  pinned: [],
  popular: ['laptop'],
  popularIn: 'all',
  recent: [],
  favourites: [],
  waiting: [],
  following: [],
  solved: [],
  serves: false,
  assistants: [],
  ordersFor: [],
  drafts: [],
  openRequests: 0,
  pendingApprovals: 0,
  confluence: true,
  configured: true,
  ...more,
});

/** The same as the pages of the portal have it, once it is there. */
export const homeLoad = (more: Partial<Home> = {}): Load<Home> => ({
  loaded: { state: 'ready', value: homeOf(more) },
  reload: () => undefined,
  replace: () => undefined,
  update: () => undefined,
});

export const requestOf = (more: Partial<RequestView> = {}): RequestView => ({
  id: 'r1',
  issueId: '1',
  issueKey: 'IT-7',
  itemId: 'laptop',
  itemName: { en: 'New laptop' },
  title: '',
  stage: { id: 'work', name: { en: 'In progress' }, kind: 'open' },
  actor: 'provider',
  promise: null,
  late: null,
  receivedAt: '2026-07-01T08:00:00.000Z',
  updatedAt: '2026-07-01T08:00:00.000Z',
  stages: [
    { id: 'new', name: { en: 'Received' }, reached: true, current: false },
    { id: 'work', name: { en: 'In progress' }, reached: true, current: true },
    { id: 'done', name: { en: 'Done' }, reached: false, current: false },
  ],
  answers: [{ label: { en: 'Model' }, value: 'Light' }],
  promises: [],
  files: [],
  messages: [],
  approval: null,
  actions: { confirm: false, reopen: false, cancel: false, comment: false, addFiles: false },
  ...more,
});
