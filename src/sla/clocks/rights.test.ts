import { expect, it } from '@jest/globals';
import { installFakeForge } from '../../../test/support/fake-forge';
import { DEFAULT_POLICY } from '../definitions/domain/policy/schema';
import type { Role } from '../../kernel/names';
import type { Caller } from '../../platform/identity/caller';
import { rightsOf } from './rights';

const rights = async (roles: readonly Role[], jiraAdmin: boolean, granted: readonly string[] = []) => {
  const forge = installFakeForge('ada');
  forge.product = ({ path }) => {
    const [resource = '', query = ''] = path.split('?');
    if (!resource.endsWith('/mypermissions')) return { status: 404, body: {} };
    const asked = (new URLSearchParams(query).get('permissions') ?? '').split(',');
    const held = asked.map((key) => [key, { havePermission: granted.some((each) => key.endsWith(each)) }]);
    return { status: 200, body: { permissions: Object.fromEntries(held) as unknown } };
  };
  const caller = { standing: async () => ({ roles, jiraAdmin, jira: true }) } as unknown as Caller;
  const { may, limits } = await rightsOf(caller, '1', DEFAULT_POLICY);
  return { may, limits };
};

const AGENTS = { pauseHours: DEFAULT_POLICY.pauseAloneHours, extendHours: DEFAULT_POLICY.extendAloneHours };

it.each([
  ['a Jira admin', [], true],
  ['a Pledge admin', ['admin'], false],
] as const)(
  '%s neither extends nor excuses, and pauses within the limit for agents',
  async (_who, roles, jira) => {
    expect(await rights(roles, jira)).toEqual({
      may: { pause: true, extend: false, excuse: false },
      limits: AGENTS,
    });
  },
);

it('an admin who holds the right to extend does so within the limit for agents', async () => {
  expect(await rights(['admin'], true, ['pledge-extend-sla'])).toMatchObject({
    may: { extend: true, excuse: false },
    limits: AGENTS,
  });
});

it('an SLA manager extends as long as they like, and excuses', async () => {
  expect(await rights(['slaManager'], false)).toEqual({
    may: { pause: true, extend: true, excuse: true },
    limits: { pauseHours: DEFAULT_POLICY.pauseMostHours, extendHours: null },
  });
});
