import { expect, it } from '@jest/globals';
import { account } from './company/accounts';
import { openCompany } from './testing/company';

it('a company that has just installed the app has people, groups and spaces, and asked the app nothing', async () => {
  const { db, jira, confluence, asked } = openCompany();
  const count = (table: string) =>
    (db.prepare(`select count(*) as n from ${table}`).get() as { readonly n: number }).n;
  expect(jira.users.all().length).toBeGreaterThan(5);
  expect(jira.users.groups().length).toBeGreaterThan(3);
  expect(count('jira_projects')).toBeGreaterThan(3);
  expect(count('jira_issues')).toBe(0);
  const actor = { kind: 'user', accountId: account('admin') } as const;
  const pages = await confluence.handle({
    method: 'GET',
    path: '/wiki/api/v2/pages?limit=50',
    headers: {},
    actor,
  });
  const spaces = await confluence.handle({
    method: 'GET',
    path: '/wiki/api/v2/spaces?limit=50',
    headers: {},
    actor,
  });
  const sizes = [pages, spaces].map(({ body }) => (body as { results: readonly unknown[] }).results.length);
  expect(sizes[1]).toBeGreaterThan(3);
  // Each space has its first page and nothing else.
  expect(sizes[0]).toBe(sizes[1]);
  expect(asked).toEqual([]);
});
