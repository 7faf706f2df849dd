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

describe('attachments', () => {
  const headers = { 'x-atlassian-token': 'no-check' };

  it('come as the bridge sends them and as multipart, and give the bytes back', async () => {
    const { call, raise, jira } = openDesk();
    const key = await raise();
    const content = Buffer.from([0, 255, 128, 10]);
    const form = { file: content.toString('base64'), __fileName: 'photo.png', __fileType: 'image/png' };
    expect((await call(ANN, 'POST', `issue/${key}/attachments`, form)).status).toBe(403);
    expect((await call(ANN, 'POST', `issue/${key}/attachments`, form, headers)).body).toMatchObject([
      { filename: 'photo.png', size: 4, mimeType: 'image/png' },
    ]);
    expect(await call(ANN, 'GET', 'attachment/content/10000')).toMatchObject({
      headers: { 'content-type': 'image/png', 'x-body-encoding': 'base64' },
      body: content.toString('base64'),
    });
    const body =
      '--b\r\nContent-Disposition: form-data; name="file"; filename="note.txt"\r\nContent-Type: text/plain\r\n\r\nHello\r\n--b--\r\n';
    const sent = await jira.handle({
      method: 'POST',
      path: `/rest/api/3/issue/${key}/attachments`,
      actor: ANN,
      headers: { ...headers, 'content-type': 'multipart/form-data; boundary=b' },
      body,
    });
    expect(sent.body).toMatchObject([{ filename: 'note.txt', size: 5 }]);
    expect((await call(ANN, 'GET', `issue/${key}?fields=attachment`)).body).toMatchObject({
      fields: { attachment: [{ filename: 'photo.png' }, { filename: 'note.txt' }] },
    });
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
