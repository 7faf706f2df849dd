/** Events of the local Jira carry what the reference of Forge's Jira events documents, and no more. */
import { describe, expect, it } from '@jest/globals';
import { ANN, BOB, openDesk } from '../../local/products/jira/testing/desk.ts';

type Payload = Record<string, Record<string, unknown>>;
const DOCUMENTED = [
  'assignee',
  'created',
  'creator',
  'issuetype',
  'project',
  'reporter',
  'status',
  'summary',
  'updated',
];
const say = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

async function commented(visibility?: object) {
  const desk = openDesk();
  const key = await desk.raise();
  await desk.call(BOB, 'POST', `issue/${key}/comment`, { body: say('On it'), visibility });
  const payloadOf = (type: string) =>
    desk.events.findLast(({ eventType }) => eventType === type)?.payload as Payload;
  return { ...desk, key, payloadOf };
}

describe('an event of the local Jira', () => {
  it('tells of a comment by account id alone: neither the type of the account nor who may read it', async () => {
    const { payloadOf } = await commented({ type: 'group', value: 'it-team', identifier: 'it-team' });
    const comment = payloadOf('avi:jira:commented:issue')['comment'];
    expect(Object.keys(comment ?? {}).sort()).toEqual([
      'author',
      'body',
      'created',
      'id',
      'jsdPublic',
      'updateAuthor',
      'updated',
    ]);
    expect(comment).toMatchObject({ author: { accountId: 'bob' }, jsdPublic: true });
    expect(comment?.['author']).toEqual({ accountId: 'bob' });
    expect(comment?.['updateAuthor']).toEqual({ accountId: 'bob' });
  });

  it('tells of a deleted comment in the same form', async () => {
    const { call, key, payloadOf } = await commented();
    await call(BOB, 'DELETE', `issue/${key}/comment/10000`);
    expect(payloadOf('avi:jira:deleted:comment')['comment']?.['author']).toEqual({ accountId: 'bob' });
  });

  it('comes twice for a comment: as a comment, and as an update with one item that stands in no history', async () => {
    const { call, key, payloadOf } = await commented();
    const { changelog } = payloadOf('avi:jira:updated:issue');
    expect(changelog).toEqual({
      items: [
        {
          field: 'Comment',
          fieldtype: 'jira',
          from: null,
          fromString: null,
          to: '10000',
          toString: 'On it',
        },
      ],
    });
    const { body } = await call(ANN, 'GET', `issue/${key}?expand=changelog&fields=summary`);
    expect(body).toMatchObject({ changelog: { total: 0 } });
  });

  it('shows of the issue the documented fields, and people by account id', async () => {
    const { call, key, events } = await commented();
    await call(BOB, 'PUT', `issue/${key}/assignee`, { accountId: 'bob' });
    for (const { payload } of events.filter(({ eventType }) => eventType.endsWith(':issue'))) {
      const { fields } = (payload as Payload)['issue'] as { fields: Record<string, unknown> };
      expect(Object.keys(fields).sort()).toEqual(DOCUMENTED);
      expect(fields['reporter']).toEqual({ accountId: 'ann' });
    }
    const { issue, associatedUsers } = (events.at(-1)?.payload ?? {}) as Payload;
    expect((issue?.['fields'] as Record<string, unknown> | undefined)?.['assignee']).toEqual({
      accountId: 'bob',
    });
    expect(associatedUsers?.['associatedUsers']).toContainEqual({ accountId: 'bob' });
  });
});
