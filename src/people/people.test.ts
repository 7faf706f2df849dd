import { type FakeForge, installFakeForge } from '../../test/support/fake-forge';
import { auditEntries } from '../platform/storage/audit-entries';
import { checkAccounts } from './check-accounts';
import type { PersonRecord } from './domain/person';
import { managerOf, nameAssistant, peopleFound, peopleStore, placeOf, recordsOf, standInOf } from './index';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const editor = { accountId: 'sergey', now: NOW };
const NAMES: Readonly<Record<string, string>> = {
  maria: 'Maria Keller',
  hugo: 'Hugo Martin',
  alice: 'Alice',
};

let forge: FakeForge;
/** Accounts that Jira does not have, and those it says are switched off. */
let unknown: readonly string[];
let inactive: readonly string[];
beforeEach(() => {
  forge = installFakeForge('sergey');
  [unknown, inactive] = [['ghost', 'ghost2'], []];
  forge.product = ({ path }) => {
    const asked = new URLSearchParams(path.split('?')[1]).getAll('accountId');
    const values = asked
      .filter((id) => !unknown.includes(id))
      .map((accountId) => ({
        accountId,
        displayName: NAMES[accountId] ?? accountId,
        active: !inactive.includes(accountId),
      }));
    return { status: 200, body: { values } };
  };
});

const save = (id: string, parts: Partial<PersonRecord> = {}, rev = 0, now = NOW) =>
  peopleStore.save({ id, ...parts }, rev, { ...editor, now });
const listed = async (list: string, now = NOW) =>
  (await peopleStore.page(list, undefined, now)).docs.map(({ value }) => value.id);
const audited = async (subject: string) =>
  (await auditEntries.query({ index: 'by-subject', partition: [subject] })).docs;
const refusal = (...findings: readonly object[]) => ({ code: 'INVALID_DEFINITION', fields: findings });

describe('a record', () => {
  it('is saved under its revision, with who changed what', async () => {
    expect(await save('alice', { manager: 'maria', place: 'Berlin' })).toBe(1);
    expect(await save('alice', { manager: 'hugo', place: 'Berlin' }, 1, NOW + 1)).toBe(2);
    await expect(save('alice', {}, 1)).rejects.toMatchObject({
      code: 'CONFLICT',
      params: { what: 'person' },
    });
    const [created, saved] = await audited('person:alice');
    expect(created).toMatchObject({ action: 'people.person.created', by: 'sergey' });
    expect(created?.changes).toEqual([
      { path: 'manager', after: 'maria' },
      { path: 'place', after: 'Berlin' },
    ]);
    expect(saved?.changes).toEqual([{ path: 'manager', before: 'maria', after: 'hugo' }]);
    const record = (await recordsOf(['alice', 'nobody'])).get('alice');
    expect([managerOf(record), placeOf(record), standInOf(record)]).toEqual(['hugo', 'Berlin', null]);
    expect([managerOf(undefined), placeOf(undefined)]).toEqual([null, null]);
  });

  it('is deleted under its revision', async () => {
    await save('alice');
    await expect(peopleStore.remove('alice', 7, editor)).rejects.toMatchObject({ code: 'CONFLICT' });
    await peopleStore.remove('alice', 1, editor);
    await expect(peopleStore.remove('alice', 1, editor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await audited('person:alice')).map(({ action }) => action)).toContain('people.person.deleted');
  });

  it('names nobody as their own manager, stand-in or assistant', async () => {
    const own = { manager: 'alice', standIn: 'alice', assistants: [{ id: 'hugo' }, { id: 'alice' }] };
    await expect(save('alice', own)).rejects.toMatchObject(
      refusal(...['manager', 'standIn', 'assistants'].map((at) => ({ code: 'NAMES_THEMSELVES', at }))),
    );
  });

  it('makes no circle of managers, and says by their names who is in it', async () => {
    await save('alice', { manager: 'maria' });
    await save('maria', { manager: 'hugo' });
    const people = 'Hugo Martin → Alice → Maria Keller → Hugo Martin';
    await expect(save('hugo', { manager: 'alice' })).rejects.toMatchObject(
      refusal({ code: 'MANAGER_CIRCLE', at: 'manager', params: { people } }),
    );
  });

  it('is of an account that Jira has, and names no other; what was there before stands in nobody’s way', async () => {
    await expect(save('ghost', { assistants: [{ id: 'hugo' }, { id: 'ghost2' }] })).rejects.toMatchObject({
      fields: [
        { code: 'UNKNOWN_ACCOUNT', at: 'id' },
        { code: 'UNKNOWN_ACCOUNT', at: 'assistants', params: { account: 'ghost2' } },
      ],
    });
    await save('alice', { manager: 'maria' });
    unknown = ['maria'];
    expect(await save('alice', { manager: 'maria', team: 'Web' }, 1)).toBe(2);
  });

  it('is saved while Jira can’t say whether the accounts are there', async () => {
    forge.product = () => ({ status: 503 });
    expect(await save('ghost')).toBe(1);
  });
});

describe('the nightly look', () => {
  const look = (responsible: readonly string[] = [], now = NOW) =>
    checkAccounts({
      knownAccounts: async (ids) => new Map(ids.map((id) => [id, !inactive.includes(id)])),
      responsible: async () => responsible,
      now,
    });

  it('finds whose account is gone, what is old, and who is named without a record', async () => {
    const later = NOW + 400 * 24 * 3_600_000;
    await save('alice', { manager: 'maria', assistants: [{ id: 'hugo' }] });
    await save('hugo', { manager: 'alice' }, 0, later);
    inactive = ['hugo'];
    await look(['olga', 'former:0123456789abcdef'], later);
    expect(await peopleFound()).toMatchObject({ gone: 1, old: 1, without: 2, missing: ['maria', 'olga'] });
    expect(await listed('gone', later)).toEqual(['hugo']);
    expect(await listed('old', later)).toEqual(['alice']);
    expect(await listed('noManager')).toEqual([]);
    expect(await listed('missing')).toEqual(['maria', 'olga']);
    await save('maria');
    expect(await listed('missing')).toEqual(['olga']);
    expect(await listed('noManager')).toEqual(['maria']);
    inactive = [];
    await look([], later);
    expect(await listed('gone')).toEqual([]);
  });

  it('finds nobody missing where no records are kept', async () => {
    await nameAssistant({ id: 'hugo' }, { accountId: 'maria', now: NOW });
    await look(['olga']);
    expect(await peopleFound()).toMatchObject({ without: 0, missing: [] });
  });
});
