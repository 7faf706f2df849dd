import { content, published } from '../../test/support/samples';
import { emptyRecord, type PersonRecord } from '../people/domain/person';
import { recordsOf } from '../people';
import { profileOf } from '../platform/jira/people/profile';
import { JiraUnavailable } from '../kernel/errors';
import { criteriaIn, forEverybody, mayOrder } from './domain/entitlement';
import type { Entitlement } from './domain/model';
import { tileOf } from './domain/tile';
import { maySee } from './visible-items';

jest.mock('../people', () => ({ recordsOf: jest.fn() }));
jest.mock('../platform/jira/people/profile');

const NOBODY = { groups: [], users: [] };
const HEAD = { structure: '', shards: [], groups: [], facts: true, editors: [], rev: 1 } as never;
const lists = (over: Partial<Entitlement>): Entitlement => ({
  availableFor: NOBODY,
  notAvailableFor: NOBODY,
  ...over,
});
/** Of another call each time. */
const alice = () => ({ accountId: 'alice', groups: async () => [] });
const sees = (over: Partial<Entitlement>, visitor = alice()) =>
  maySee(published({ ownCriteria: true, entitlement: lists(over) }), visitor, Promise.resolve(HEAD));
const knowing = (record: Partial<PersonRecord> | null) =>
  jest
    .mocked(recordsOf)
    .mockResolvedValue(new Map(record === null ? [] : [['alice', { ...emptyRecord('alice'), ...record }]]));

beforeEach(() => {
  knowing({ place: 'Berlin', department: 'Sales', team: 'West', manager: 'helga' });
  jest.mocked(profileOf).mockReset().mockResolvedValue({ name: '', email: null, language: 'ru', zone: null });
});

it.each([
  ['places', ['berlin '], ['Rome']],
  ['departments', ['Sales'], ['IT']],
  ['teams', ['West'], ['East']],
  ['managers', ['helga'], ['maria']],
  ['languages', ['ru'], ['en']],
] as const)('lets in and shuts out by %s', async (key, own, other) => {
  const among = (words: readonly string[]) => ({ ...NOBODY, [key]: words });
  expect(await sees({ availableFor: among(own) })).toBe(true);
  expect(await sees({ availableFor: among(other) })).toBe(false);
  expect(await sees({ notAvailableFor: among(own) })).toBe(false);
  expect(await sees({ notAvailableFor: among(other) })).toBe(true);
});

it('is on neither side for somebody of whom nobody tells', async () => {
  const places = { ...NOBODY, places: ['Berlin'] };
  const languages = { ...NOBODY, languages: ['ru'] };
  knowing(null);
  jest.mocked(profileOf).mockRejectedValue(new JiraUnavailable('It answered 503.'));
  for (const list of [places, languages]) {
    expect(await sees({ availableFor: list })).toBe(false);
    expect(await sees({ notAvailableFor: list })).toBe(false);
  }
  expect(await sees({ availableFor: { ...places, users: ['alice'] } })).toBe(true);
});

it('asks People once for a call, and anew for the next', async () => {
  jest.mocked(recordsOf).mockClear();
  const [availableFor, now] = [{ ...NOBODY, places: ['Berlin'] }, alice()];
  expect(await Promise.all([sees({ availableFor }, now), sees({ availableFor }, now)])).toEqual([true, true]);
  expect(recordsOf).toHaveBeenCalledTimes(1);
  knowing({ place: 'Rome' });
  expect(await sees({ availableFor })).toBe(false);
});

it('asks of People and of profiles only what decides', async () => {
  jest.mocked(recordsOf).mockClear();
  expect(await sees({})).toBe(true);
  expect(recordsOf).not.toHaveBeenCalled();
  expect(profileOf).not.toHaveBeenCalled();
});

it.each([
  ['2026-05-01', '2026-06-01', '2026-05-01', true],
  ['2026-05-01', '2026-06-01', '2026-06-01', true],
  ['2026-05-01', '2026-06-01', '2026-06-02', false],
  ['2026-05-01', undefined, '2026-04-30', false],
  [undefined, '2026-06-01', '2026-04-30', true],
  ['2026-05-01', undefined, undefined, false],
])('is offered from %s to %s: on %s %s', (from, to, today, answer) => {
  const own = lists({ dates: { ...(from && { from }), ...(to && { to }) } });
  const viewer = { accountId: 'alice', groups: [], ...(today && { today }) };
  expect(mayOrder({ own, ways: [] }, viewer)).toBe(answer);
  expect(forEverybody(own)).toBe(false);
});

it('takes an item out of its categories’ criteria, in lists as on its page', () => {
  const shut = lists({ availableFor: { groups: [], users: ['maria'] } });
  const category = { id: 'hardware', catalogId: 'it', entitlement: shut } as never;
  const viewer = { accountId: 'alice', groups: [] };
  const judged = (over: object) => mayOrder(criteriaIn([category])(content(over)), viewer);
  expect([judged({}), judged({ ownCriteria: true })]).toEqual([false, true]);
  expect(tileOf(published({ ownCriteria: true }))).toMatchObject({ ownCriteria: true });
});
