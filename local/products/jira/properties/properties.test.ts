import { describe, expect, it } from '@jest/globals';
import { type Actor } from '../../../kernel/types.ts';
import { ANN, APP, BOB, EVE, openDesk } from '../testing/desk.ts';

describe('issue properties', () => {
  it('are written by who may edit, read by who may see', async () => {
    const { call, raise } = openDesk();
    const key = await raise();
    expect((await call(ANN, 'PUT', `issue/${key}/properties/sla`, { a: 1 })).status).toBe(403);
    expect((await call(APP, 'PUT', `issue/${key}/properties/sla`, { a: 1 })).status).toBe(201);
    expect((await call(BOB, 'PUT', `issue/${key}/properties/sla`, null)).status).toBe(200);
    expect((await call(ANN, 'GET', `issue/${key}/properties/sla`)).body).toEqual({ key: 'sla', value: null });
    expect((await call(EVE, 'GET', `issue/${key}/properties/sla`)).status).toBe(404);
  });

  it('hold at most 32768 characters', async () => {
    const { call, raise } = openDesk();
    const key = await raise();
    expect((await call(APP, 'PUT', `issue/${key}/properties/big`, 'x'.repeat(32_766))).status).toBe(201);
    expect((await call(APP, 'PUT', `issue/${key}/properties/big`, 'x'.repeat(32_767))).status).toBe(400);
  });
});

describe('fields of the app', () => {
  it('are written by the app alone, in bulk, with history', async () => {
    const { call, raise } = openDesk();
    const key = await raise();
    const write = (actor: Actor, value: string) =>
      call(actor, 'POST', 'app/field/value', {
        updates: [{ customField: 'sla-due', issueIds: [10000], value }],
      });
    expect((await write(BOB, '2026-11-24T10:00:00.000Z')).status).toBe(403);
    expect(
      (await call(BOB, 'PUT', `issue/${key}`, { fields: { customfield_10003: '2026-11-24T10:00:00.000Z' } }))
        .status,
    ).toBe(400);
    expect((await write(APP, '2026-11-24T10:00:00.000Z')).status).toBe(204);
    expect((await call(ANN, 'GET', `issue/${key}?fields=customfield_10003`)).body).toMatchObject({
      fields: { customfield_10003: '2026-11-24T10:00:00.000+0000' },
    });
    expect((await call(ANN, 'POST', 'search/approximate-count', { jql: '"SLA due" < 2d' })).body).toEqual({
      count: 1,
    });
    expect((await write(APP, 'soon')).status).toBe(400);
  });
});
