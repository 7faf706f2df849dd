import { describe, expect, it } from '@jest/globals';
import { ANN, APP, BOB, EVE, openDesk } from '../testing/desk.ts';

describe('issue properties', () => {
  it('are written by who may edit, read by who may see, and told', async () => {
    const { call, raise, events } = openDesk();
    const key = await raise();
    expect((await call(ANN, 'PUT', `issue/${key}/properties/sla`, { a: 1 })).status).toBe(403);
    expect((await call(APP, 'PUT', `issue/${key}/properties/sla`, { a: 1 })).status).toBe(201);
    expect((await call(BOB, 'PUT', `issue/${key}/properties/sla`, null)).status).toBe(200);
    expect((await call(ANN, 'GET', `issue/${key}/properties/sla`)).body).toEqual({ key: 'sla', value: null });
    expect((await call(EVE, 'GET', `issue/${key}/properties/sla`)).status).toBe(404);
    expect(events.slice(1)).toMatchObject([
      {
        eventType: 'avi:jira:set:issue-property',
        selfGenerated: true,
        payload: { issue: { key }, property: { key: 'sla' } },
      },
      { eventType: 'avi:jira:set:issue-property', selfGenerated: false },
    ]);
  });

  it('hold at most 32768 characters', async () => {
    const { call, raise } = openDesk();
    const key = await raise();
    expect((await call(APP, 'PUT', `issue/${key}/properties/big`, 'x'.repeat(32_766))).status).toBe(201);
    expect((await call(APP, 'PUT', `issue/${key}/properties/big`, 'x'.repeat(32_767))).status).toBe(400);
  });

  it('are gone after deletion', async () => {
    const { call, raise, events } = openDesk();
    const key = await raise();
    await call(APP, 'PUT', `issue/${key}/properties/sla`, 1);
    expect((await call(APP, 'DELETE', `issue/${key}/properties/sla`)).status).toBe(204);
    expect((await call(APP, 'DELETE', `issue/${key}/properties/sla`)).status).toBe(404);
    expect(events.at(-1)?.eventType).toBe('avi:jira:deleted:issue-property');
    expect((await call(ANN, 'GET', `issue/${key}/properties`)).body).toEqual({ keys: [] });
  });
});

describe('project properties', () => {
  it('are written by project administrators and the app', async () => {
    const { call } = openDesk();
    expect((await call(BOB, 'PUT', 'project/IT/properties/p', 1)).status).toBe(403);
    expect((await call(APP, 'PUT', 'project/IT/properties/p', 1)).status).toBe(201);
    expect((await call(ANN, 'GET', 'project/IT/properties/p')).body).toEqual({ key: 'p', value: 1 });
    expect((await call(EVE, 'GET', 'project/IT/properties/p')).status).toBe(404);
  });
});

describe('fields of the app', () => {
  it('are written by the app alone, in bulk, with history', async () => {
    const { call, raise } = openDesk();
    const key = await raise();
    const updates = [{ issueIds: [10000], value: '2026-11-24T10:00:00.000Z' }];
    expect((await call(BOB, 'PUT', 'app/field/sla-due/value', { updates })).status).toBe(403);
    expect(
      (await call(BOB, 'PUT', `issue/${key}`, { fields: { customfield_10003: '2026-11-24T10:00:00.000Z' } }))
        .status,
    ).toBe(400);
    expect((await call(APP, 'PUT', 'app/field/sla-due/value', { updates })).status).toBe(204);
    expect((await call(ANN, 'GET', `issue/${key}?fields=customfield_10003`)).body).toMatchObject({
      fields: { customfield_10003: '2026-11-24T10:00:00.000+0000' },
    });
    expect((await call(ANN, 'POST', 'search/approximate-count', { jql: '"SLA due" < 2d' })).body).toEqual({
      count: 1,
    });
    expect(
      (await call(APP, 'PUT', 'app/field/sla-due/value', { updates: [{ issueIds: [10000], value: 'soon' }] }))
        .status,
    ).toBe(400);
  });
});
