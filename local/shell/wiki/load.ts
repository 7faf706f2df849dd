import { api, path } from '../lib/api';
import type { Page, Space, WikiPage } from './types';

export const loadSpaces = async (): Promise<readonly Space[]> =>
  (await api<Page<Space>>('/wiki/api/v2/spaces?limit=100')).results;

/** A space by its key. Throws when there is none the reader may see. */
export async function loadSpace(key: string): Promise<Space> {
  const { results } = await api<Page<Space>>(path`/wiki/api/v2/spaces?keys=${key}`);
  const space = results.find((one) => one.key === key) ?? results[0];
  if (!space) throw new Error('There is no such space, or you may not see it.');
  return space;
}

/** All current pages of a space, by title. */
export async function loadPages(spaceId: string): Promise<readonly WikiPage[]> {
  const pages: WikiPage[] = [];
  let next: string | undefined = path`/wiki/api/v2/pages?space-id=${spaceId}&limit=100&status=current`;
  while (next !== undefined && pages.length < 1000) {
    const page: Page<WikiPage> = await api<Page<WikiPage>>(next);
    pages.push(...page.results);
    next = page._links?.next;
  }
  return pages.sort((a, b) => a.title.localeCompare(b.title));
}

export interface PageDetail {
  readonly page: WikiPage;
  readonly space: Space;
  readonly labels: readonly { readonly name: string }[];
}

export async function loadPage(id: string): Promise<PageDetail> {
  const page = await api<WikiPage>(path`/wiki/api/v2/pages/${id}?body-format=storage`);
  const [space, labels] = await Promise.all([
    api<Space>(path`/wiki/api/v2/spaces/${page.spaceId}`),
    api<Page<{ readonly name: string }>>(path`/wiki/api/v2/pages/${id}/labels`),
  ]);
  return { page, space, labels: labels.results };
}
