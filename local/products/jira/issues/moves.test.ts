import { describe, expect, it } from '@jest/globals';
import { ANN, APP, BOB, NOON, openDesk } from '../testing/desk.ts';

interface Issue {
  id: string;
  key: string;
  fields: Record<string, unknown>;
}

describe('editing and moving an issue', () => {
  it('tells several changed fields as one history entry', async () => {
    const { call, raise, clock, events } = openDesk();
    const key = await raise();
    clock.set(NOON + 60_000);
    await call(BOB, 'PUT', `issue/${key}`, {
      fields: {
        priority: { name: 'Highest' },
        customfield_10001: { value: 'Heavy' },
        summary: 'A new laptop',
      },
      update: { labels: [{ add: 'vip' }] },
    });
    const { values } = (await call(BOB, 'GET', `issue/${key}/changelog`)).body as {
      values: { created: string; items: object[] }[];
    };
    expect(values).toHaveLength(1);
    expect(values[0]).toMatchObject({
      created: '2026-11-23T10:01:00.000+0000',
      author: { accountId: 'bob' },
    });
    expect(values[0]?.items).toEqual([
      {
        field: 'priority',
        fieldId: 'priority',
        fieldtype: 'jira',
        from: '3',
        fromString: 'Medium',
        to: '1',
        toString: 'Highest',
      },
      {
        field: 'Model',
        fieldId: 'customfield_10001',
        fieldtype: 'custom',
        from: expect.any(String),
        fromString: 'Light',
        to: expect.any(String),
        toString: 'Heavy',
      },
      {
        field: 'labels',
        fieldId: 'labels',
        fieldtype: 'jira',
        from: '',
        fromString: '',
        to: '',
        toString: 'vip',
      },
    ]);
    expect(events.at(-1)).toMatchObject({
      eventType: 'avi:jira:updated:issue',
      payload: { changelog: { id: '10000', items: [{ field: 'priority' }, {}, {}] } },
    });
  });

  it('makes no history and no event where nothing changes', async () => {
    const { call, raise, events } = openDesk();
    const key = await raise();
    expect((await call(BOB, 'PUT', `issue/${key}`, { fields: { summary: 'A new laptop' } })).status).toBe(
      204,
    );
    expect(events).toHaveLength(1);
  });

  it('refuses an edit by someone who may only look', async () => {
    const { call, raise } = openDesk();
    const key = await raise();
    expect((await call(ANN, 'PUT', `issue/${key}`, { fields: { summary: 'Mine' } })).status).toBe(403);
  });

  it('sets the resolution on done and clears it on reopening, in the entry of the move', async () => {
    const { call, raise, move, clock } = openDesk();
    const key = await raise();
    clock.set(NOON + 1000);
    expect(
      (
        await move(BOB, key, 'Resolve', {
          fields: { assignee: { accountId: 'bob' }, resolution: { name: 'Declined' } },
        })
      ).status,
    ).toBe(204);
    const done = (await call(BOB, 'GET', `issue/${key}`)).body as Issue;
    expect(done.fields).toMatchObject({
      status: { name: 'Resolved' },
      resolution: { name: 'Declined' },
      resolutiondate: '2026-11-23T10:00:01.000+0000',
      assignee: { accountId: 'bob' },
    });
    await move(BOB, key, 'Reopen');
    const again = (await call(BOB, 'GET', `issue/${key}?expand=changelog`)).body as Issue & {
      changelog: { histories: { id: string; items: { field: string; toString: string }[] }[] };
    };
    expect(again.fields).toMatchObject({ status: { name: 'Open' }, resolution: null, resolutiondate: null });
    expect(again.changelog.histories.map((one) => one.items.map((item) => item.field))).toEqual([
      ['status', 'resolution'],
      ['status', 'resolution', 'assignee'],
    ]);
  });

  it('opens only the transitions of the present status', async () => {
    const { call, raise, move } = openDesk();
    const key = await raise();
    const names = async () =>
      (
        (await call(BOB, 'GET', `issue/${key}/transitions`)).body as { transitions: { name: string }[] }
      ).transitions.map((one) => one.name);
    expect(await names()).toEqual(['Start', 'Resolve']);
    await move(BOB, key, 'Start');
    expect(await names()).toEqual(['Ask requester', 'Resolve']);
    expect(await move(BOB, key, 'Reopen')).toMatchObject({ status: 400 });
    expect((await call(ANN, 'GET', `issue/${key}/transitions`)).body).toMatchObject({ transitions: [] });
  });

  it('tells an assignment as both of its events', async () => {
    const { call, raise, events } = openDesk();
    const key = await raise();
    await call(BOB, 'PUT', `issue/${key}/assignee`, { accountId: 'bob' });
    expect(events.slice(1).map((event) => event.eventType)).toEqual([
      'avi:jira:updated:issue',
      'avi:jira:assigned:issue',
    ]);
    expect(await call(BOB, 'PUT', `issue/${key}/assignee`, { accountId: 'ann' })).toMatchObject({
      status: 400,
      body: { errors: { assignee: expect.any(String) } },
    });
  });

  it('counts what the app does in a person’s name as its own', async () => {
    const { call, raise, events } = openDesk();
    const key = await raise();
    await call(BOB, 'PUT', `issue/${key}`, { fields: { summary: 'Other' } }, { 'x-forge-app': '1' });
    expect(events.at(-1)).toMatchObject({ selfGenerated: true, atlassianId: 'bob' });
  });
});

describe('deleting an issue', () => {
  it('takes its comments, history and properties with it and tells so', async () => {
    const { call, raise, events } = openDesk();
    const key = await raise();
    expect((await call(BOB, 'DELETE', `issue/${key}`)).status).toBe(403);
    expect((await call(APP, 'DELETE', `issue/${key}`)).status).toBe(204);
    expect((await call(BOB, 'GET', `issue/${key}`)).status).toBe(404);
    expect(events.at(-1)).toMatchObject({ eventType: 'avi:jira:deleted:issue', payload: { issue: { key } } });
  });
});
