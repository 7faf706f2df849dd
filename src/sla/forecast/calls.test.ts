import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type FakeForge, installFakeForge, type ProductCall } from '../../../test/support/fake-forge';
import { writeSample } from './sample';
import { storeDefinitions, storeDisplay } from '../testing/stored';
import { resolversOf } from '../../entry/resolvers/handle';
import { forecastCalls } from './calls';

let forge: FakeForge;
let granted: readonly string[];
let hidden: boolean;

const issue = {
  id: '1',
  key: 'T-1',
  fields: { summary: 'x', reporter: null, issuetype: { id: '10' } },
  properties: { 'pledge-request': { itemId: 'laptop' } },
};
const product = ({ path, as }: ProductCall) => {
  if (path.endsWith('/permissions/check'))
    return { status: 200, body: { globalPermissions: granted, projectPermissions: [] } };
  return as === 'user' && !hidden ? { status: 200, body: issue } : { status: 404 };
};

const ask = (name: keyof typeof forecastCalls, payload: object = {}): Promise<unknown> => {
  const resolver = resolversOf(forecastCalls)[name] as (request: object) => Promise<unknown>;
  return resolver({ payload, context: { accountId: 'alice' } });
};
const learn = (): Promise<void> =>
  writeSample({
    schema: 1,
    learnedAt: 5,
    version: 1,
    metrics: [
      {
        id: 'delivery',
        courses: [
          ['i:laptop', 'rest', 60, 240, 0, [['1', 0, 60]]],
          ['i:secret', 'rest', 300, 240, 1, [['1', 0, 300]]],
        ],
      },
    ],
  });

beforeEach(async () => {
  forge = installFakeForge('alice');
  forge.product = product;
  [granted, hidden] = [[], false];
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await storeDefinitions();
});

describe('what a browser forecasts with', () => {
  it('names only what the work item is alike to', async () => {
    await learn();
    expect(await ask('sla.forecastSample', { issueId: '1' })).toEqual({
      ok: true,
      value: {
        sample: {
          key: 'i:laptop',
          learnedAt: 5,
          metrics: [
            {
              id: 'delivery',
              courses: [
                ['i:laptop', 'rest', 60, 240, 0, [['1', 0, 60]]],
                ['', 'rest', 300, 240, 1, [['1', 0, 300]]],
              ],
            },
          ],
        },
      },
    });
  });

  it('is not for those who may not browse the work item', async () => {
    await learn();
    hidden = true;
    expect(await ask('sla.forecastSample', { issueId: '1' })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });

  it('is nothing before anything was learned, and where forecasts are switched off', async () => {
    const nothing = { ok: true, value: { sample: null } };
    expect(await ask('sla.forecastSample', { issueId: '1' })).toEqual(nothing);
    await learn();
    await storeDisplay({ forecasts: false });
    expect(await ask('sla.forecastSample', { issueId: '1' })).toEqual(nothing);
  });
});

describe('learning on demand', () => {
  it('is for SLA managers; nobody else sees what it found either', async () => {
    const refused = { ok: false, error: { code: 'FORBIDDEN' } };
    expect(await ask('sla.learnForecasts')).toMatchObject(refused);
    expect(await ask('sla.forecasts')).toMatchObject(refused);
    expect(forge.pushed).toEqual([]);
  });

  it('begins once, however often it is asked for', async () => {
    granted = ['ADMINISTER'];
    const begun = { ok: true, value: { learnedAt: null, learning: { looked: 0, total: null }, metrics: [] } };
    expect(await ask('sla.learnForecasts')).toEqual(begun);
    expect(await ask('sla.learnForecasts')).toEqual(begun);
    expect(forge.pushed).toHaveLength(1);
  });

  it('tells what was learned of each metric', async () => {
    granted = ['ADMINISTER'];
    await learn();
    expect(await ask('sla.forecasts')).toEqual({
      ok: true,
      value: {
        learnedAt: 5,
        learning: null,
        metrics: [{ id: 'delivery', courses: 2, test: { asked: 0, called: 0, right: 0, breached: 0 } }],
      },
    });
  });
});
