/** What the home costs while it is shown for somebody else: Jira is asked little, and the storage is read as for oneself and one record more. */
import { expect, it, jest } from '@jest/globals';
import { changeCatalog } from '../../src/catalog';
import { handlers } from '../../src/entry/resolvers';
import { peopleStore } from '../../src/people';
import { installFakeForge } from '../support/fake-forge';
import { catalog, category, published } from '../support/samples';
import { counted } from './read-units';

const MOST_QUESTIONS = 10;

it('asks Jira at most ten questions, and reads one record more than one’s own home', async () => {
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
  const forge = installFakeForge('anna');
  forge.product = ({ path }) => {
    if (path.includes('/permissions/check'))
      return { status: 200, body: { globalPermissions: [], projectPermissions: [] } };
    if (path.includes('/user/groups')) return { status: 200, body: [{ name: 'staff', groupId: 'g1' }] };
    if (path.includes('/myself')) return { status: 200, body: { groups: { items: [] } } };
    return {
      status: 200,
      body: { values: ['anna', 'maria'].map((accountId) => ({ accountId, active: true })), permissions: {} },
    };
  };
  await peopleStore.save({ id: 'maria', assistants: [{ id: 'anna' }] }, 0, {
    accountId: 'maria',
    now: Date.now(),
  });
  const nobody = { groups: [], users: [] };
  const everyQuestion = { groups: ['staff'], users: [], places: ['Riga'], languages: ['en'], zones: ['UTC'] };
  await changeCatalog(async () => ({
    structure: {
      catalogs: [catalog('it')],
      categories: [category('hardware')],
      services: [],
      offerings: [],
      pins: [],
      announcements: [],
    },
    put: [published({ entitlement: { availableFor: everyQuestion, notAvailableFor: nobody } })],
    writes: [],
    result: undefined,
  }));
  const resolver = handlers['portal.home'] as (request: object) => Promise<{ readonly ok: boolean }>;
  const home = async (payload: object) => {
    forge.products.length = 0;
    const billed = await counted(forge.kvs, async () =>
      expect(await resolver({ payload, context: { accountId: 'anna' } })).toMatchObject({ ok: true }),
    );
    return { asked: forge.products.length, units: billed.units };
  };
  await home({});
  const [own, hers] = [await home({}), await home({ for: 'maria' })];
  if (process.env['SHOW_COST']) console.log({ own, hers });
  // Their groups, and what they show of their profile.
  expect(hers.asked).toBeGreaterThanOrEqual(3);
  expect(hers.asked).toBeLessThanOrEqual(MOST_QUESTIONS);
  expect(hers.units).toBeLessThanOrEqual(own.units + 1);
});
