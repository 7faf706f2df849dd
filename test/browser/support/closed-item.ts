import type { ItemContent } from '../../../src/catalog/domain/model';
import { insist } from './requests';
import type { SiteApi } from './site-api';

const stage = (
  id: string,
  statusId: string,
  rest: Pick<ItemContent['stages'][number], 'actor' | 'kind'>,
) => ({
  ...{ id, name: { en: id, ru: id }, statusIds: [statusId] },
  ...rest,
});

/**
 * Publishes an item that asks for pictures, and nothing else: its work items are requests of Service Management in a space that nobody
 * but its team gets into. Answers its id.
 */
export async function publishClosedItem(site: SiteApi): Promise<string> {
  const itemId = `sick-note-${Date.now()}`;
  const { item } = await insist<{ readonly item: { readonly content: ItemContent } }>(
    site,
    'sergey',
    'catalog.item',
    { itemId: 'personal-data' },
  );
  const [type] = await site.rest<
    readonly {
      readonly id: string;
      readonly statuses: readonly { readonly id: string; readonly name: string }[];
    }[]
  >('hugo', 'GET', '/rest/api/3/project/CARE/statuses');
  const { values } = await site.rest<{ readonly values: readonly { readonly id: string }[] }>(
    'hugo',
    'GET',
    '/rest/servicedeskapi/servicedesk/CARE/requesttype',
  );
  const project = await site.rest<{ readonly id: string }>('hugo', 'GET', '/rest/api/3/project/CARE');
  const status = (name: string): string => type?.statuses.find((each) => each.name === name)?.id ?? '';
  const requestType = { kind: 'constant', value: values[0]?.id ?? '' } as const;
  const content: ItemContent = {
    ...item.content,
    name: { en: 'Sick note', ru: 'Больничный' },
    form: item.content.form.filter(({ id }) => id === 'proof').map((field) => ({ ...field, required: true })),
    fulfilment: {
      ...item.content.fulfilment,
      projectId: project.id,
      projectKey: 'CARE',
      issueTypeId: type?.id ?? '',
      mappings: [{ jiraField: 'customfield_10010', source: requestType }],
    },
    stages: [
      stage('received', status('To Do'), { actor: 'provider', kind: 'open' }),
      stage('work', status('In progress'), { actor: 'provider', kind: 'open' }),
      stage('done', status('Done'), { actor: 'nobody', kind: 'closed' }),
    ],
    actions: { reopenWithinDays: 14 },
    articles: [],
    promise: {},
  };
  await insist(site, 'sergey', 'catalog.saveItem', { itemId, rev: 0, content });
  await insist(site, 'sergey', 'catalog.publishItem', { itemId, rev: 1 });
  return itemId;
}
