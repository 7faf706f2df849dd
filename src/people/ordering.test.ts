import { installFakeForge } from '../../test/support/fake-forge';
import { auditEntries } from '../platform/storage/audit-entries';
import { checkAccounts } from './check-accounts';
import { emptyRecord, type PersonRecord } from './domain/person';
import {
  dropAssistant,
  nameAssistant,
  orderingOf,
  orderingOn,
  ordersOn,
  peopleStore,
  recordsOf,
} from './index';

const DAY = 24 * 3_600_000;
const NOW = Date.parse('2026-03-02T10:00:00Z');
const as = (accountId: string, now = NOW) => ({ accountId, now });
const sergey = as('sergey');

let forge: ReturnType<typeof installFakeForge>;
beforeEach(() => {
  forge = installFakeForge('maria');
  forge.product = ({ path }) => ({
    status: 200,
    body: {
      values: new URLSearchParams(path.split('?')[1])
        .getAll('accountId')
        .filter((id) => id !== 'ghost')
        .map((accountId) => ({ accountId, displayName: accountId, active: true })),
    },
  });
});

const save = (id: string, parts: Partial<PersonRecord>, rev = 0) =>
  peopleStore.save({ id, ...parts }, rev, sergey);
const recordOf = async (id: string) => (await recordsOf([id])).get(id);
const orders = async (who: string, now = NOW) =>
  orderingOn(await orderingOf(who, now), now).ordersFor.map(({ id }) => id);

describe('who orders for somebody', () => {
  const record = (parts: object = {}) => ({
    ...emptyRecord('maria'),
    assistants: [{ id: 'anna', ...parts }],
  });

  it.each([
    [record(), 'anna', true],
    [record(), 'maria', false],
    [record(), 'boris', false],
    [undefined, 'anna', false],
    [record({ from: '2026-03-02', until: '2026-03-02' }), 'anna', true],
    [record({ from: '2026-03-03' }), 'anna', false],
    [record({ until: '2026-03-01' }), 'anna', false],
  ])('is said by their record, with its days: %j, %s: %s', (said, assistant, expected) => {
    expect(ordersOn(said, assistant, '2026-03-02')).toBe(expected);
  });

  it('is named by themselves, from today on, and taken back at once, with a trace of both', async () => {
    expect(await nameAssistant({ id: 'anna', until: '2026-04-01' }, as('maria'))).toEqual([
      { id: 'anna', from: '2026-03-02', until: '2026-04-01' },
    ]);
    expect(ordersOn(await recordOf('maria'), 'anna', '2026-03-02')).toBe(true);
    expect(await orders('anna')).toEqual(['maria']);
    expect(await dropAssistant('anna', as('maria'))).toEqual([]);
    expect(ordersOn(await recordOf('maria'), 'anna', '2026-03-02')).toBe(false);
    expect(await orders('anna')).toEqual([]);
    const { docs } = await auditEntries.query({ index: 'by-subject', partition: ['person:maria'] });
    expect(docs.map(({ by, action }) => [by, action]).toSorted()).toEqual([
      ['maria', 'people.person.created'],
      ['maria', 'people.person.saved'],
    ]);
    expect(JSON.stringify(docs)).toContain('anna');
  });

  it('keeps since when where only the end changes, and leaves the rest of the record as it is', async () => {
    await save('maria', { manager: 'hugo', assistants: [{ id: 'anna', from: '2026-01-01' }] });
    await nameAssistant({ id: 'anna', until: '2026-05-01' }, as('maria'));
    expect(await recordOf('maria')).toMatchObject({
      manager: 'hugo',
      assistants: [{ id: 'anna', from: '2026-01-01', until: '2026-05-01' }],
    });
  });

  it('makes room for others where the time of some is over, and never lets in more than ten', async () => {
    const past = Array.from({ length: 10 }, (_, n) => ({ id: `p${n}`, until: '2026-03-01' }));
    await save('maria', { assistants: past });
    for (let n = 0; n < 10; n += 1) await nameAssistant({ id: `a${n}` }, as('maria'));
    await expect(nameAssistant({ id: 'a10' }, as('maria'))).rejects.toMatchObject({
      code: 'INVALID_DEFINITION',
    });
    expect((await orderingOf('maria', NOW)).assistants).toHaveLength(10);
  });

  it.each(['maria', 'ghost'])('is nobody that can’t be named: %s', async (id) => {
    await expect(nameAssistant({ id }, as('maria'))).rejects.toMatchObject({ code: 'INVALID_DEFINITION' });
    expect(await recordOf('maria')).toBeUndefined();
  });

  it('writes nothing where nothing changes', async () => {
    await dropAssistant('anna', as('maria'));
    expect(forge.kvs.rows.size).toBe(0);
  });

  it('survives two people who change the record at the same time', async () => {
    await Promise.all([
      nameAssistant({ id: 'anna' }, as('maria')),
      nameAssistant({ id: 'boris' }, as('maria')),
    ]);
    expect((await recordOf('maria'))?.assistants.map(({ id }) => id).toSorted()).toEqual(['anna', 'boris']);
  });
});

describe('for whom somebody orders', () => {
  it('is found whoever named them: themselves, an administrator, a file', async () => {
    await nameAssistant({ id: 'anna' }, as('maria'));
    await save('hugo', { assistants: [{ id: 'anna' }] });
    const members = [{ id: 'olga', assistants: [{ id: 'anna' }] }];
    await peopleStore.taking(async () => members)(members, false, sergey);
    expect(await orders('anna')).toEqual(['maria', 'hugo', 'olga']);
  });

  it('is not noted by a file that is only tried', async () => {
    const members = [{ id: 'olga', assistants: [{ id: 'anna' }] }];
    await peopleStore.taking(async () => members)(members, true, sergey);
    expect(forge.kvs.rows.size).toBe(0);
  });

  it('ends with the record, with its day, and with an account that is gone', async () => {
    await save('hugo', { assistants: [{ id: 'anna' }] });
    await save('olga', { assistants: [{ id: 'anna', until: '2026-03-02' }] });
    await save('maria', { assistants: [{ id: 'anna' }] });
    expect(await orders('anna')).toEqual(['hugo', 'olga', 'maria']);
    expect(await orders('anna', NOW + DAY)).toEqual(['hugo', 'maria']);
    await peopleStore.remove('hugo', 1, sergey);
    await checkAccounts({
      knownAccounts: async (ids) => new Map(ids.map((id) => [id, id !== 'maria'])),
      responsible: async () => [],
      now: NOW,
    });
    expect(await orders('anna')).toEqual(['olga']);
    expect(ordersOn(await recordOf('maria'), 'anna', '2026-03-02')).toBe(false);
  });

  it('is noted again at night where the note was lost, and a note that nothing stands behind lets nobody order', async () => {
    await save('maria', { assistants: [{ id: 'anna' }] });
    for (const key of [...forge.kvs.rows.keys()]) if (key.includes('orders-for')) forge.kvs.rows.delete(key);
    expect(await orders('anna')).toEqual([]);
    const look = () =>
      checkAccounts({ knownAccounts: async () => null, responsible: async () => [], now: NOW });
    await look();
    expect(await orders('anna')).toEqual(['maria']);
    await look();
    const key = [...forge.kvs.rows.keys()].find((each) => each.includes('orders-for')) ?? '';
    const hint = forge.kvs.rows.get(key) as { doc: { people: string[] } };
    forge.kvs.rows.set(key, { ...hint, doc: { ...hint.doc, people: ['boris', 'maria'] } });
    expect(await orders('anna')).toEqual(['maria']);
  });

  it('is noted anew where the note can’t be read: it keeps nobody from the portal, nor from being named', async () => {
    await save('maria', { assistants: [{ id: 'anna' }] });
    const key = [...forge.kvs.rows.keys()].find((each) => each.includes('orders-for')) ?? '';
    forge.kvs.rows.set(key, { doc: { schema: 99 } });
    expect(await orders('anna')).toEqual([]);
    await nameAssistant({ id: 'anna' }, as('boris'));
    expect(await orders('anna')).toEqual(['boris']);
    forge.kvs.rows.set(key, { doc: { schema: 99 } });
    await checkAccounts({ knownAccounts: async () => null, responsible: async () => [], now: NOW });
    expect((await orders('anna')).toSorted()).toEqual(['boris', 'maria']);
  });

  it('is nobody whom those order for whom they order for', async () => {
    await nameAssistant({ id: 'maria' }, as('hugo'));
    await nameAssistant({ id: 'anna' }, as('maria'));
    expect([await orders('anna'), await orders('maria')]).toEqual([['maria'], ['hugo']]);
  });

  it('is told of a day that has not come yet, and holds from then on', async () => {
    await save('maria', { assistants: [{ id: 'anna', from: '2026-03-03' }] });
    const known = await orderingOf('anna', NOW);
    expect(orderingOn(known, NOW).ordersFor).toEqual([]);
    expect(orderingOn(known, NOW + DAY).ordersFor.map(({ id }) => id)).toEqual(['maria']);
    expect((await orderingOf('maria', NOW)).assistants).toEqual([{ id: 'anna', from: '2026-03-03' }]);
  });
});
