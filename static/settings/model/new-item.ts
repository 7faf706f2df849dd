import type { CatalogList } from '../../../src/catalog/domain/call-answers';
import { FOR_ALL } from '../../../src/catalog/domain/audience/entitlement';
import type { ItemContent } from '../../../src/catalog/domain/model';

/** The content of an item nobody has written yet: no fields, no mapping, everybody may order once it is published. */
export function emptyContent(list: Pick<CatalogList, 'services' | 'categories'>): ItemContent {
  const nothing = { en: '' };
  return {
    name: nothing,
    summary: nothing,
    description: nothing,
    included: nothing,
    audience: nothing,
    categoryIds: list.categories.slice(0, 1).map((category) => category.id),
    serviceId: list.services[0]?.id ?? '',
    icon: 'page',
    keywords: [],
    owner: list.services[0]?.owner ?? '',
    entitlement: FOR_ALL,
    form: [],
    fulfilment: {
      projectId: '',
      projectKey: '',
      issueTypeId: '',
      summary: '{{item}}: {{requester}}',
      mappings: [],
      labels: [],
    },
    stages: [],
    actions: { reopenWithinDays: 14 },
    approvals: [],
    articles: [],
    knowledgeScope: { spaceKeys: [], labels: [] },
    promise: {},
  };
}
