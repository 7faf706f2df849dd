/** Small documents of the catalog and of requests with sensible defaults: a test states only what it is about. */
import type {
  Catalog,
  Category,
  FormField,
  Item,
  ItemContent,
  PublishedItem,
  Service,
} from '../../src/catalog/domain/model';
import type { RequestDocument } from '../../src/requests/domain/model';

const text = (en: string) => ({ en, ru: `${en} (ru)` });

export const field = (id: string, over: Partial<FormField> = {}): FormField => ({
  id,
  type: 'text',
  label: text(id),
  required: false,
  ...over,
});

export const content = (over: Partial<ItemContent> = {}): ItemContent => ({
  name: text('Laptop'),
  summary: text('A new laptop'),
  description: text('Choose a model'),
  included: text('Charger'),
  audience: text('Everybody'),
  categoryIds: ['hardware'],
  serviceId: 'workplace',
  icon: 'laptop',
  keywords: ['notebook'],
  owner: 'sergey',
  entitlement: { availableFor: { groups: [], users: [] }, notAvailableFor: { groups: [], users: [] } },
  form: [field('why', { required: true }), field('due', { type: 'date' })],
  fulfilment: {
    projectId: '10000',
    projectKey: 'IT',
    issueTypeId: '10001',
    summary: '{{item}} for {{requester}}: {{field.why}}',
    mappings: [{ jiraField: 'duedate', source: { kind: 'answer', field: 'due' } }],
    labels: ['catalog'],
  },
  stages: [
    { id: 'received', name: text('Received'), statusIds: ['1'], actor: 'provider', kind: 'open' },
    { id: 'waiting', name: text('Waiting for you'), statusIds: ['2'], actor: 'requester', kind: 'open' },
    { id: 'done', name: text('Done'), statusIds: ['3'], actor: 'requester', kind: 'resolved' },
    { id: 'closed', name: text('Closed'), statusIds: ['4'], actor: 'nobody', kind: 'closed' },
    { id: 'cancelled', name: text('Cancelled'), statusIds: ['5'], actor: 'nobody', kind: 'cancelled' },
  ],
  actions: {
    confirmToStatusId: '4',
    reopenToStatusId: '1',
    cancelToStatusId: '5',
    answeredToStatusId: '1',
    reopenWithinDays: 14,
  },
  approvals: [],
  articles: [{ pageId: '7', title: 'Choosing a laptop' }],
  knowledgeScope: { spaceKeys: [], labels: [] },
  promise: { deliveryMetricId: 'delivery' },
  ...over,
});

/** What there is around the item, for its checks. */
export const AROUND = { categoryIds: new Set(['hardware']), serviceIds: new Set(['workplace']) };

export const published = (over: Partial<ItemContent> = {}, version = 1): PublishedItem => ({
  id: 'laptop',
  version,
  publishedAt: '2026-01-01T00:00:00.000Z',
  content: content(over),
});

export const draftItem = (id: string, over: Partial<ItemContent> = {}): Item => ({
  schema: 1,
  id,
  rev: 1,
  state: 'draft',
  version: 0,
  content: content(over),
  dirty: true,
  updatedAt: '2026-01-01T00:00:00.000Z',
  updatedBy: 'sergey',
});

/** What items are sorted into, each named as its id. */
export const catalog = (id: string, managers: readonly string[] = []): Catalog => ({
  id,
  name: { en: id },
  managers,
  inPortal: true,
});

export const category = (id: string, over: Partial<Category> = {}): Category => ({
  id,
  catalogId: 'it',
  name: { en: id },
  description: { en: '' },
  icon: 'laptop',
  order: 1,
  ...over,
});

export const service = (id: string, over: Partial<Service> = {}): Service => ({
  schema: 1,
  id,
  rev: 1,
  name: { en: id },
  description: { en: '' },
  department: 'IT',
  owner: 'sergey',
  status: 'active',
  ...over,
});

/** A request of alice's for the laptop, under way in Jira, that nobody has to approve. */
export const request = (over: Partial<RequestDocument> = {}): RequestDocument => ({
  schema: 1,
  id: 'request-1',
  rev: 1,
  itemId: 'laptop',
  itemVersion: 1,
  requester: 'alice',
  beneficiary: 'alice',
  channel: 'portal',
  receivedAt: '2026-03-10T10:00:00.000Z',
  answers: { why: 'broken' },
  state: 'open',
  issueId: '100',
  issueKey: 'IT-1',
  approvals: [],
  ...over,
});
