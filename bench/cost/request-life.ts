import type { Site } from '../../local/forge/site';
import { SiteApi } from '../../test/browser/support/site-api';
import { measure, type Step } from './measure';

interface Answer<T> {
  readonly ok: boolean;
  readonly value: T;
}
interface Issue {
  readonly key: string;
  readonly transitions: readonly { readonly id: string; readonly to: { readonly name: string } }[];
}

/** One request from the catalog to its end, step by step, as its people would do it. */
export async function requestLife(site: Site): Promise<readonly Step[]> {
  const api = new SiteApi(site.url);
  const steps: Step[] = [];
  const step = async <T>(name: string, action: () => Promise<T>): Promise<T> => {
    let answer: T | undefined;
    steps.push(
      await measure(site, name, async () => {
        answer = await action();
      }),
    );
    return answer as T;
  };

  const home = await step('portal home', () =>
    api.call<Answer<{ catalog: { items: { id: string }[] } }>>('alice', 'portal.home', {}),
  );
  const { items } = home.value.catalog;
  const item = items.find(({ id }) => id === 'headset') ?? items[0];
  if (item === undefined) throw new Error('The demo catalog is empty.');
  await step('item page', () => api.call('alice', 'portal.item', { itemId: item.id }));
  const key = await step('issue created', () => createIssue(api));
  const act = (name: string, target: string) =>
    step(`${name}`, async () => {
      const issue = await api.rest<Issue>('ingrid', 'GET', `/rest/api/3/issue/${key}?expand=transitions`);
      const transition = issue.transitions.find(({ to }) => to.name === target);
      if (transition === undefined) throw new Error(`${key} can't go to ${target}.`);
      await api.rest('ingrid', 'POST', `/rest/api/3/issue/${key}/transitions`, {
        transition: { id: transition.id },
      });
    });

  await act('work begins', 'In progress');
  await step('agent comments publicly', () =>
    api.rest('ingrid', 'POST', `/rest/api/3/issue/${key}/comment`, { body: adf('On it.') }),
  );
  await step('second comment', () =>
    api.rest('ingrid', 'POST', `/rest/api/3/issue/${key}/comment`, { body: adf('Still on it.') }),
  );
  await act('pauses', 'Waiting for requester');
  await act('resumes', 'In progress');
  await step('description edited', () =>
    api.rest('ingrid', 'PUT', `/rest/api/3/issue/${key}`, { fields: { description: adf('More words.') } }),
  );
  await act('resolved', 'Resolved');
  await step('board loaded', () => api.call('ingrid', 'sla.board', {}));
  return steps;
}

const adf = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

async function createIssue(api: SiteApi): Promise<string> {
  const meta = await api.rest<{ issueTypes: { id: string; name: string }[] }>(
    'ingrid',
    'GET',
    '/rest/api/3/issue/createmeta/IT/issuetypes',
  );
  const type = meta.issueTypes.find(({ name }) => name === 'Service Request');
  const created = await api.rest<{ key: string }>('ingrid', 'POST', '/rest/api/3/issue', {
    fields: { project: { key: 'IT' }, issuetype: { id: type?.id }, summary: 'A headset' },
  });
  return created.key;
}
