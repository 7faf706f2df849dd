import { describe, expect, it } from '@jest/globals';
import { ANN, APP, BOB, EVE, NOON, openDesk } from '../testing/desk.ts';

const say = (text: string, ...more: object[]) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }, ...more] }],
});
const mention = (id: string) => ({ type: 'mention', attrs: { id, text: '@someone' } });
const INTERNAL = [{ key: 'sd.public.comment', value: { internal: true } }];

describe('comments', () => {
  it('are told with their author, body and audience', async () => {
    const { call, raise, events, clock } = openDesk();
    const key = await raise();
    clock.set(NOON + 5000);
    const made = await call(BOB, 'POST', `issue/${key}/comment`, { body: say('On it') });
    expect(made).toMatchObject({
      status: 201,
      body: {
        id: '10000',
        author: { accountId: 'bob' },
        created: '2026-11-23T10:00:05.000+0000',
        jsdPublic: true,
      },
    });
    expect(events.at(-1)).toMatchObject({
      eventType: 'avi:jira:commented:issue',
      at: NOON + 5000,
      payload: {
        issue: { key },
        comment: { id: '10000', author: { accountId: 'bob' }, body: say('On it'), jsdPublic: true },
      },
    });
  });

  it('that are internal are for agents and the app only', async () => {
    const { call, raise, events } = openDesk();
    const key = await raise();
    await call(BOB, 'POST', `issue/${key}/comment`, { body: say('VIP, hurry'), properties: INTERNAL });
    expect(events.at(-1)).toMatchObject({ payload: { comment: { jsdPublic: false } } });
    const total = async (actor: typeof ANN) =>
      ((await call(actor, 'GET', `issue/${key}/comment`)).body as { total: number }).total;
    expect([await total(ANN), await total(BOB), await total(APP)]).toEqual([0, 1, 1]);
    expect((await call(ANN, 'GET', `issue/${key}/comment/10000`)).status).toBe(404);
    expect((await call(ANN, 'GET', `issue/${key}?fields=comment`)).body).toMatchObject({
      fields: { comment: { total: 0 } },
    });
    expect((await call(ANN, 'POST', 'search/approximate-count', { jql: 'text ~ hurry' })).body).toEqual({
      count: 0,
    });
  });

  it('can be restricted to a role or a group the author has', async () => {
    const { call, raise } = openDesk();
    const key = await raise();
    const visibility = { type: 'group', value: 'it-team', identifier: 'it-team' };
    expect((await call(ANN, 'POST', `issue/${key}/comment`, { body: say('x'), visibility })).status).toBe(
      400,
    );
    expect(
      (await call(BOB, 'POST', `issue/${key}/comment`, { body: say('x'), visibility })).body,
    ).toMatchObject({ visibility });
    expect((await call(ANN, 'GET', `issue/${key}/comment`)).body).toMatchObject({ total: 0 });
  });

  it('keep their properties, shown on request', async () => {
    const { call, raise } = openDesk();
    const key = await raise();
    await call(APP, 'POST', `issue/${key}/comment`, {
      body: say('Breached'),
      properties: [{ key: 'pledge.action', value: { id: 'a1' } }],
    });
    expect((await call(BOB, 'GET', `issue/${key}/comment?expand=properties`)).body).toMatchObject({
      comments: [{ properties: [{ key: 'pledge.action', value: { id: 'a1' } }] }],
    });
  });

  it('are deleted by their author only, and the deletion is told', async () => {
    const { call, raise, events } = openDesk();
    const key = await raise();
    await call(ANN, 'POST', `issue/${key}/comment`, { body: say('The') });
    expect((await call(BOB, 'DELETE', `issue/${key}/comment/10000`)).status).toBe(403);
    expect((await call(ANN, 'DELETE', `issue/${key}/comment/10000`)).status).toBe(204);
    expect(events.at(-1)).toMatchObject({
      eventType: 'avi:jira:deleted:comment',
      payload: { comment: { id: '10000' } },
    });
  });

  it('need a document for a body', async () => {
    const { call, raise } = openDesk();
    const key = await raise();
    expect(await call(ANN, 'POST', `issue/${key}/comment`, { body: 'plain' })).toMatchObject({
      status: 400,
      body: { errors: { comment: 'Comment body is not valid!' } },
    });
    expect((await call(ANN, 'POST', `issue/${key}/comment`, {})).status).toBe(400);
  });

  it('page from the oldest or from the newest', async () => {
    const { call, raise, clock } = openDesk();
    const key = await raise();
    for (const text of ['one', 'two', 'three']) {
      clock.set(clock.now() + 1000);
      await call(ANN, 'POST', `issue/${key}/comment`, { body: say(text) });
    }
    const ids = async (query: string) =>
      (
        (await call(ANN, 'GET', `issue/${key}/comment?${query}`)).body as { comments: { id: string }[] }
      ).comments.map((one) => one.id);
    expect(await ids('startAt=1&maxResults=1')).toEqual(['10001']);
    expect(await ids('orderBy=-created&maxResults=2')).toEqual(['10002', '10001']);
  });
});

describe('telling people', () => {
  it('tells those mentioned and the watchers, never the author nor who may not see the issue', async () => {
    const { call, raise, jira } = openDesk();
    const key = await raise();
    await call(BOB, 'POST', `issue/${key}/comment`, {
      body: say('Look', mention('eve'), mention('root'), mention('bob')),
    });
    expect(jira.mails()).toMatchObject([{ kind: 'watcher', accountId: 'ann', issueKey: key }]);
    await call(ANN, 'POST', `issue/${key}/comment`, { body: say('Thanks', mention('bob')) });
    expect(jira.mails().slice(1)).toMatchObject([{ kind: 'mention', accountId: 'bob' }]);
  });

  it('lets people watch who may see the issue: themselves, and others by those who manage watchers', async () => {
    const { call, raise, jira } = openDesk();
    const key = await raise();
    const watch = (actor: typeof ANN, who: string) => call(actor, 'POST', `issue/${key}/watchers`, who);
    expect((await watch(BOB, 'bob')).status).toBe(204);
    expect((await watch(ANN, 'bob')).status).toBe(403);
    expect(await watch(APP, 'eve')).toMatchObject({ status: 400 });
    expect((await watch(APP, 'bob')).status).toBe(204);
    await call(APP, 'POST', `issue/${key}/comment`, { body: say('Done') });
    expect(jira.mails().map(({ accountId }) => accountId)).toEqual(['ann', 'bob']);
  });

  it('notifies by request those who may see the issue, each once', async () => {
    const { call, raise, jira } = openDesk();
    const key = await raise();
    const to = {
      reporter: true,
      users: [{ accountId: 'ann' }, { accountId: 'eve' }],
      groupIds: [jira.users.group('it-team')?.groupId],
    };
    expect(
      (await call(APP, 'POST', `issue/${key}/notify`, { subject: 'Due soon', textBody: 'In 1 h', to }))
        .status,
    ).toBe(204);
    expect(jira.mails().map(({ accountId, subject, body }) => [accountId, subject, body])).toEqual([
      ['ann', 'Due soon', 'In 1 h'],
      ['bob', 'Due soon', 'In 1 h'],
    ]);
    expect((await call(APP, 'POST', `issue/${key}/notify`, { subject: 'x', to: {} })).status).toBe(400);
    expect(
      (await call(EVE, 'POST', `issue/${key}/notify`, { subject: 'x', to: { reporter: true } })).status,
    ).toBe(404);
  });
});
