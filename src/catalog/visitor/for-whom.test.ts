import { installFakeForge } from '../../../test/support/fake-forge';
import { peopleStore } from '../../people';
import { callerOf } from '../../platform/identity/caller';
import { askerFor } from './for-whom';

const DAY = 24 * 3_600_000;
const day = (offset: number): string => new Date(Date.now() + offset * DAY).toISOString().slice(0, 10);

let forge: ReturnType<typeof installFakeForge>;
let mayBrowse: boolean;
beforeEach(() => {
  forge = installFakeForge('anna');
  mayBrowse = true;
  forge.product = ({ path }) =>
    path.startsWith('/rest/api/3/user/groups')
      ? mayBrowse
        ? { status: 200, body: [{ name: 'staff', groupId: 'g1' }] }
        : { status: 403, body: { errorMessages: ['no'] } }
      : { status: 503 };
});

const anna = () => callerOf({ accountId: 'anna' });
const lets = (assistants: readonly object[]) =>
  peopleStore.save({ id: 'maria', assistants }, 0, { accountId: 'maria', now: Date.now() });
const refused = { code: 'FORBIDDEN', params: { needed: 'delegation' } };

it('is the caller where nobody is named, or themselves', async () => {
  const caller = anna();
  expect(await askerFor(caller, undefined)).toBe(caller);
  expect(await askerFor(caller, 'anna')).toBe(caller);
  expect(forge.kvs.rows.size).toBe(0);
});

it('is whoever lets them, seen as the app sees them, with who calls in their place', async () => {
  await lets([{ id: 'anna', from: day(0), until: day(0) }]);
  const asker = await askerFor(anna(), 'maria');
  expect(asker).toMatchObject({ accountId: 'maria', by: 'anna' });
  expect(await asker.groups()).toEqual(['staff', 'g1']);
  expect(await asker.groups()).toEqual(['staff', 'g1']);
  expect(forge.products.filter(({ path }) => path.includes('groups')).map(({ as }) => as)).toEqual(['app']);
  // What a search would find for them nobody can say.
  expect('finds' in asker).toBe(false);
});

it('knows no groups of theirs where Jira does not tell the app', async () => {
  await lets([{ id: 'anna' }]);
  mayBrowse = false;
  expect(await (await askerFor(anna(), 'maria')).groups()).toBeNull();
});

it.each([
  ['nobody is let', []],
  ['somebody else is', [{ id: 'boris' }]],
  ['it begins tomorrow', [{ id: 'anna', from: day(1) }]],
  ['it ended yesterday', [{ id: 'anna', until: day(-1) }]],
])('is refused where %s', async (_, assistants) => {
  await lets(assistants);
  await expect(askerFor(anna(), 'maria')).rejects.toMatchObject(refused);
});

it('is refused alike where there is no record, and of the mark of a former user', async () => {
  await expect(askerFor(anna(), 'nobody')).rejects.toMatchObject(refused);
  await expect(askerFor(anna(), 'former:0123')).rejects.toMatchObject(refused);
});

it('is read anew with each call', async () => {
  await lets([{ id: 'anna' }]);
  await askerFor(anna(), 'maria');
  await peopleStore.save({ id: 'maria' }, 1, { accountId: 'maria', now: Date.now() });
  await expect(askerFor(anna(), 'maria')).rejects.toMatchObject(refused);
});
