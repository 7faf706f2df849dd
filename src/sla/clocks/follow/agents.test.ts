import { beforeEach, describe, expect, test } from '@jest/globals';
import { type FakeForge, installFakeForge, type ProductAnswer } from '../../../../test/support/fake-forge';
import type { AgentsRule } from '../../engine/model/agents';
import { agentsSchema } from '../../engine/model/agents-schema';
import { definitionsOf, metricOf } from '../../engine/testing/build';
import { standingOf } from './agents';
import * as v from 'valibot';

let forge: FakeForge;
let answers: Readonly<Record<string, ProductAnswer>>;
let browses: boolean;
let person = 0;
/** Jira's answers are remembered for ten minutes: each test asks about people of its own. */
let ingrid: string;
let boris: string;

beforeEach(() => {
  person += 1;
  [ingrid, boris] = [`ingrid-${person}`, `boris-${person}`];
  forge = installFakeForge('sergey');
  answers = {};
  browses = true;
  forge.product = ({ path }) => {
    if (path.includes('/mypermissions'))
      return { status: 200, body: { permissions: { USER_PICKER: { havePermission: browses } } } };
    const found = Object.entries(answers).find(([part]) => path.includes(part));
    return found?.[1] ?? { status: 200, body: [] };
  };
});

const ask = (accountId: string, agents?: AgentsRule, groups?: readonly string[]) =>
  standingOf(accountId, `space-${person}`, {
    ...definitionsOf(
      metricOf({
        stop: [{ on: 'commented', by: ['agent'], audience: 'public', ...(groups ? { groups } : {}) }],
      }),
    ),
    ...(agents ? { agents } : {}),
  });

describe('who counts as an agent', () => {
  test('by default, whoever may be assigned in the space', async () => {
    answers = { [`accountId=${ingrid}`]: { status: 200, body: [{ accountId: ingrid }] } };
    expect(await ask(ingrid)).toEqual({ agent: true });
    expect(await ask(boris)).toEqual({ agent: false });
    expect(forge.products.map(({ path, as }) => [as, path.split('?')[0]])).toContainEqual([
      'app',
      '/rest/api/3/user/assignable/search',
    ]);
  });

  test('is asked once in ten minutes', async () => {
    answers = { [`accountId=${ingrid}`]: { status: 200, body: [{ accountId: ingrid }] } };
    await ask(ingrid);
    await ask(ingrid);
    expect(forge.products).toHaveLength(1);
  });

  test('members of groups, by id or name', async () => {
    answers = {
      [`groups?accountId=${ingrid}`]: { status: 200, body: [{ name: 'it-desk', groupId: 'g-1' }] },
    };
    for (const group of ['g-1', 'it-desk'])
      expect(await ask(ingrid, { by: 'groups', groups: [group] })).toEqual({ agent: true });
    expect(await ask(boris, { by: 'groups', groups: ['g-1'] })).toEqual({ agent: false });
  });

  test('members of project roles, by themselves or through a group', async () => {
    answers = {
      '/role/10002': {
        status: 200,
        body: {
          actors: [
            { actorUser: { accountId: ingrid } },
            { actorGroup: { groupId: 'g-1', name: 'it-desk', displayName: 'it-desk' } },
          ],
        },
      },
      [`groups?accountId=${boris}`]: { status: 200, body: [{ name: 'it-desk', groupId: 'g-1' }] },
    };
    const roles: AgentsRule = { by: 'roles', roles: [{ id: '10002', name: 'Service Desk Team' }] };
    expect(await ask(ingrid, roles)).toEqual({ agent: true });
    expect(await ask(boris, roles)).toEqual({ agent: true });
    expect(await ask(`nobody-${person}`, roles)).toEqual({ agent: false });
  });

  test('is not known while Jira refuses to say', async () => {
    answers = { '/user/assignable': { status: 403, body: { errorMessages: ['no'] } } };
    expect(await ask(ingrid)).toBeNull();
  });

  test('is not known where Jira answers with nobody because the app may not ask, or shows it no such space', async () => {
    browses = false;
    expect(await ask(boris)).toBeNull();
    answers = { '/user/assignable': { status: 404, body: { errorMessages: ['no project'] } } };
    expect(await ask(ingrid)).toBeNull();
  });

  test('comes with the groups that triggers name', async () => {
    answers = {
      [`groups?accountId=${ingrid}`]: {
        status: 200,
        body: [
          { name: 'second-line', groupId: 'g-2' },
          { name: 'chess', groupId: 'g-3' },
        ],
      },
    };
    expect(await ask(ingrid, undefined, ['second-line'])).toEqual({ agent: false, groups: ['second-line'] });
  });
});

describe('a rule', () => {
  test.each([
    [{ by: 'assignable' }, true],
    [{ by: 'roles', roles: [{ id: '10002', name: 'Team' }] }, true],
    [{ by: 'groups', groups: ['g'] }, true],
    [{ by: 'roles', roles: [] }, false],
    [{ by: 'groups', groups: [] }, false],
    [{ by: 'roles', roles: [{ id: '../1', name: 'Team' }] }, false],
    [{ by: 'everybody' }, false],
    [{ by: 'assignable', groups: ['g'] }, false],
  ])('%j is one that can be saved: %s', (rule, good) => {
    expect(v.is(agentsSchema, rule)).toBe(good);
  });
});
