import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Hono } from 'hono';
import type { Person } from './forge/http/people';
import { openDesk } from './products/jira/testing/desk';
import { siteTools } from './site-tools';

const desk = openDesk();
const people = {
  all: () => desk.jira.users.all() as readonly Person[],
  get: (accountId: string) => desk.jira.users.get(accountId),
};
const app = new Hono().route('/__local', siteTools(desk.jira, people));
let key: string;

const ask = async (path: string, as: string, body?: object) => {
  const response = await app.request(`/__local${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie: `local_user=${as}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

beforeAll(async () => {
  key = await desk.raise();
  await desk.call({ kind: 'app' }, 'POST', `issue/${key}/notify`, {
    subject: 'Due soon',
    textBody: 'In 1 h',
    to: { users: [{ accountId: 'ann' }, { accountId: 'bob' }, { accountId: 'eve' }] },
  });
});
afterAll(() => void desk.db.close());

describe('mail', () => {
  test('is read by person, with sender, subject, body and why', async () => {
    expect((await ask('/mail?accountId=ann', 'bob')).body).toMatchObject({
      mails: [{ accountId: 'ann', issueKey: key, kind: 'notify', subject: 'Due soon', body: 'In 1 h' }],
    });
  });

  test('never went to who may not browse the work item', async () => {
    expect((await ask('/mail?accountId=eve', 'bob')).body).toEqual({ mails: [] });
  });

  test('of everybody comes newest first, and outlives its work item', async () => {
    await desk.call({ kind: 'user', accountId: 'bob' }, 'DELETE', `issue/${key}`);
    const { mails } = (await ask('/mail', 'bob')).body as {
      readonly mails: readonly { accountId: string }[];
    };
    expect(mails.map(({ accountId }) => accountId)).toEqual(['bob', 'ann']);
    key = await desk.raise();
  });
});

describe('moving a work item', () => {
  test('is done as who is signed in, and refused in their words', async () => {
    expect(await ask('/move', 'ann', { issueKey: key, space: 'SEC' })).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringContaining('permission to move') as unknown } },
    });
    expect(await ask('/move', 'nobody', { issueKey: key, space: 'SEC' })).toMatchObject({ status: 401 });
    expect(await ask('/move', 'bob', { issueKey: key, space: 'SEC' })).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('Choose an issue type') as unknown } },
    });
    const types = (await desk.call({ kind: 'user', accountId: 'bob' }, 'GET', 'project/SEC/statuses'))
      .body as readonly { readonly id: string }[];
    expect(await ask('/move', 'bob', { issueKey: key, space: 'SEC', issueType: types[0]?.id })).toMatchObject(
      { status: 200, body: { key: 'SEC-1' } },
    );
  });
});
