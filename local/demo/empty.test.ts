import { expect, it } from '@jest/globals';
import Database from 'libsql';
import { createConfluence } from '../products/confluence';
import { createJira } from '../products/jira';
import { standingClock } from '../products/testing/clock';
import { seedPeople } from '.';

it('a company that has just installed the app has people, groups and spaces, and asked the app nothing', async () => {
  const deps = {
    db: new Database(':memory:'),
    clock: standingClock(Date.parse('2026-11-02T08:00:00Z')),
    baseUrl: 'https://site.example',
  };
  const jira = createJira(deps);
  const confluence = createConfluence({ ...deps, users: jira.users });
  const asked: string[] = [];
  seedPeople({
    now: deps.clock.now(),
    jira,
    confluence,
    permissionKeys: [],
    call: async (_accountId, functionKey) => void asked.push(functionKey),
    settle: async () => undefined,
    log: () => undefined,
  });
  const count = (table: string) =>
    (deps.db.prepare(`select count(*) as n from ${table}`).get() as { readonly n: number }).n;
  expect(jira.users.all().length).toBeGreaterThan(5);
  expect(jira.users.groups().length).toBeGreaterThan(3);
  expect(count('jira_projects')).toBeGreaterThan(3);
  expect(count('jira_issues')).toBe(0);
  const admin = jira.users.all().find(({ email }) => email.startsWith('admin@'));
  const actor = { kind: 'user', accountId: admin?.accountId ?? '' } as const;
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
