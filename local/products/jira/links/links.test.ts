import { describe, expect, it } from '@jest/globals';
import { ANN, BOB, openDesk } from '../testing/desk.ts';

interface Linked {
  fields: { issuelinks: { id: string; outwardIssue?: { key: string }; inwardIssue?: { key: string } }[] };
}

describe('links between issues', () => {
  it('show the other end from both sides and are told in both histories', async () => {
    const { call, raise } = openDesk();
    const [a, b] = [await raise(), await raise()];
    const link = { type: { name: 'Blocks' }, inwardIssue: { key: a }, outwardIssue: { key: b } };
    expect((await call(BOB, 'POST', 'issueLink', link)).status).toBe(201);
    expect((await call(BOB, 'POST', 'issueLink', link)).status).toBe(201);
    const links = async (key: string) =>
      ((await call(ANN, 'GET', `issue/${key}?fields=issuelinks`)).body as Linked).fields.issuelinks;
    expect(await links(a)).toMatchObject([{ outwardIssue: { key: b } }]);
    expect(await links(b)).toMatchObject([{ inwardIssue: { key: a } }]);
    expect((await call(ANN, 'GET', `issue/${b}/changelog`)).body).toMatchObject({
      values: [{ items: [{ field: 'Link', to: a, toString: `This issue is blocked by ${a}` }] }],
    });
    expect((await call(ANN, 'POST', 'issueLink', link)).status).toBe(403);
  });

  it('refuse unknown types, unknown issues and the issue itself', async () => {
    const { call, raise } = openDesk();
    const key = await raise();
    const link = (type: string, other: string) =>
      call(BOB, 'POST', 'issueLink', {
        type: { name: type },
        inwardIssue: { key },
        outwardIssue: { key: other },
      });
    expect([
      (await link('Nope', key)).status,
      (await link('Blocks', 'IT-9')).status,
      (await link('Blocks', key)).status,
    ]).toEqual([404, 404, 400]);
  });
});

describe('subtasks', () => {
  it('hang under their parent and go with it', async () => {
    const { call, raise } = openDesk();
    const key = await raise();
    const sub = { fields: { project: { key: 'IT' }, issuetype: { name: 'Subtask' }, summary: 'Order it' } };
    expect(await call(BOB, 'POST', 'issue', sub)).toMatchObject({
      status: 400,
      body: { errors: { parent: 'Parent is required.' } },
    });
    await call(BOB, 'POST', 'issue', { fields: { ...sub.fields, parent: { key } } });
    expect((await call(ANN, 'GET', `issue/${key}?fields=subtasks`)).body).toMatchObject({
      fields: { subtasks: [{ key: 'IT-2', fields: { summary: 'Order it' } }] },
    });
    expect((await call(ANN, 'GET', 'issue/IT-2?fields=parent')).body).toMatchObject({
      fields: { parent: { key } },
    });
    expect(
      (await call(ANN, 'POST', 'search/jql', { jql: `parent = ${key}`, fields: ['summary'] })).body,
    ).toMatchObject({ issues: [{ key: 'IT-2' }] });
    expect((await call({ kind: 'app' }, 'DELETE', `issue/${key}`)).status).toBe(400);
    expect((await call({ kind: 'app' }, 'DELETE', `issue/${key}?deleteSubtasks=true`)).status).toBe(204);
    expect((await call(BOB, 'GET', 'issue/IT-2')).status).toBe(404);
  });
});
