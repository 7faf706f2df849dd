import { beforeEach, expect, it, jest } from '@jest/globals';
import { installFakeForge } from '../../test/support/fake-forge';
import { forReplay } from './definitions/stored/for-screens';
import type { MetricDefinition, SlaDefinitions } from './engine/model';
import { promiseDefinitions } from '.';
import { definitions, delivery } from './testing/definitions';
import { storeDefinitions } from './testing/stored';
import { resolversOf } from '../entry/resolvers/handle';
import { slaCalls } from './calls';

type Answer = { readonly ok: boolean; readonly value: { readonly definitions?: SlaDefinitions } };

const secret: SlaDefinitions = {
  ...definitions,
  metrics: [
    { ...delivery, visibility: 'hidden' },
    { ...delivery, id: 'other' },
  ],
};

/** What somebody gets from a call; `granted`: global permissions, `edits`: whether they may edit the work item. */
const ask = async (
  name: 'sla.definitions' | 'sla.issue',
  granted: readonly string[],
  edits = false,
  payload = {},
) => {
  const forge = installFakeForge('olga');
  await storeDefinitions(secret);
  forge.product = ({ path }) => {
    if (path.includes('/permissions/check'))
      return { status: 200, body: { globalPermissions: granted, projectPermissions: [] } };
    if (path.includes('/mypermissions'))
      return { status: 200, body: { permissions: { EDIT_ISSUES: { havePermission: edits } } } };
    if (path.includes('/status'))
      return { status: 200, body: [{ id: '1', name: 'Open', statusCategory: { key: 'new' } }] };
    return { status: 200, body: { id: '1', key: 'T-1', fields: { summary: 'x', reporter: null } } };
  };
  const resolver = resolversOf(slaCalls)[name] as (request: object) => Promise<Answer>;
  const of = name === 'sla.issue' ? { issueId: '1' } : {};
  const answer = await resolver({ payload: { ...of, ...payload }, context: { accountId: 'olga' } });
  expect(answer.ok).toBe(true);
  return answer.value.definitions;
};
const hasDelivery = (given: SlaDefinitions | undefined) => JSON.stringify(given).includes('"delivery"');

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

it('gives the definition of a hidden metric to no requester', async () => {
  expect(hasDelivery(await ask('sla.definitions', []))).toBe(false);
  expect(hasDelivery(await ask('sla.issue', []))).toBe(false);
});

it('gives it to agents of the work item, and to those who manage SLAs', async () => {
  expect(hasDelivery(await ask('sla.issue', [], true))).toBe(true);
  expect(hasDelivery(await ask('sla.issue', ['ADMINISTER']))).toBe(true);
  expect(hasDelivery(await ask('sla.definitions', ['ADMINISTER']))).toBe(true);
});

it('gives the goals of a metric with its state alone to nobody who looks at an item of the catalog', async () => {
  installFakeForge('olga');
  const metrics = [
    { ...delivery, visibility: 'state' as const },
    { ...delivery, id: 'other' },
  ];
  await storeDefinitions({ ...definitions, metrics });
  const given = await promiseDefinitions(['delivery', 'other']);
  expect(given.metrics.map(({ id }) => id)).toEqual(['other']);
});

it('answers again when the browser has the same version for somebody else', async () => {
  const { version } = secret;
  const kept = (part: boolean) => ({ definitionsVersion: version, part });
  expect(await ask('sla.issue', [], true, kept(false))).toBeUndefined();
  expect(hasDelivery(await ask('sla.issue', [], true, kept(true)))).toBe(true);
  expect(await ask('sla.issue', [], false, kept(false))).toMatchObject({ part: true });
  expect(await ask('sla.issue', [], false, kept(true))).toBeUndefined();
});

it('tells nobody with whom a promise is made, who answers for it and whom it pages: neither now nor in the past', async () => {
  const [metric] = secret.metrics;
  const agreement = {
    id: 'vendor',
    name: 'Vendor',
    kind: 'UC',
    provider: 'NordTech',
    consumers: ['NordTech GmbH'],
    responsible: 'NordTech-contact',
    serviceId: 'NordTech-service',
    pageId: 'NordTech-page',
    affectsParent: 'none',
  } as const;
  const level = { id: 'l', at: { kind: 'breach' }, actions: [{ kind: 'notify', to: ['NordTech-duty'] }] };
  // Only what is told of plays a part here.
  const paged = { ...metric, escalations: [level] } as unknown as MetricDefinition;
  const told = forReplay(
    {
      ...secret,
      metrics: [paged],
      agreements: [agreement],
      former: [
        {
          version: 1,
          until: 0,
          scope: 'new',
          metrics: [{ id: paged.id, was: paged }],
          calendars: [],
          holidaySets: [],
          agreements: [{ id: 'vendor', was: agreement }],
        },
      ],
    },
    true,
  );
  expect(told).toMatchObject({ agreements: [{ id: 'vendor', name: 'Vendor' }], metrics: [{ id: paged.id }] });
  expect(JSON.stringify(told)).not.toContain('NordTech');
});
