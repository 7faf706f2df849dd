import { content, published } from '../../../test/support/samples';
import { emptyRecord, type PersonRecord } from '../../people/domain/person';
import { recordsOf } from '../../people';
import { actorsOfRole } from '../../platform/jira/people/project-roles';
import { workingAt } from '../../sla';
import { profileOf } from '../../platform/jira/people/profile';
import { JiraRefused, JiraUnavailable } from '../../kernel/errors';
import { criteriaIn, forEverybody, mayOrder } from '../domain/audience/entitlement';
import type { Entitlement } from '../domain/model';
import { tileOf } from '../domain/item/tile';
import { maySee, maySeeIfTold, whyHidden } from './visible-items';
import type { Visitor } from './visitor';

jest.mock('../../people', () => ({ recordsOf: jest.fn() }));
jest.mock('../../platform/jira/people/profile');
jest.mock('../../platform/jira/people/project-roles');
jest.mock('../../sla', () => ({ workingAt: jest.fn() }));

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
  jest
    .mocked(profileOf)
    .mockReset()
    .mockResolvedValue({ name: '', email: null, language: 'ru', zone: 'Europe/Rome' });
  jest.mocked(actorsOfRole).mockReset();
  jest.mocked(workingAt).mockReset();
});

it.each([
  ['places', ['berlin '], ['Rome']],
  ['departments', ['Sales'], ['IT']],
  ['teams', ['West'], ['East']],
  ['managers', ['helga'], ['maria']],
  ['languages', ['ru'], ['en']],
  ['zones', ['Europe/Rome'], ['Asia/Tokyo']],
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

it('takes somebody’s language and zone from what Jira tells them, who may hide both from the app', async () => {
  jest.mocked(profileOf).mockResolvedValue({ name: '', email: null, language: null, zone: null });
  const languages = { ...NOBODY, languages: ['ru'] };
  const told = (language: string | null) => ({
    ...alice(),
    profile: async () => ({ name: '', email: null, language, zone: null }),
  });
  expect(await sees({ availableFor: languages })).toBe(false);
  expect(await sees({ availableFor: languages }, told('ru'))).toBe(true);
  expect(await sees({ notAvailableFor: languages }, told('en'))).toBe(true);
  // What is told of them nowhere is not known.
  expect(await sees({ notAvailableFor: languages }, told(null))).toBe(false);
});

it('asks Jira once for a profile in a call', async () => {
  const [availableFor, now] = [{ ...NOBODY, languages: ['ru'] }, alice()];
  expect(await Promise.all([sees({ availableFor }, now), sees({ availableFor }, now)])).toEqual([true, true]);
  expect(profileOf).toHaveBeenCalledTimes(1);
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

describe('an audience that asks about whoever looks', () => {
  const role = { ...NOBODY, roles: [{ projectId: '10', roleId: '7' }] };
  const search = { ...NOBODY, searches: ['assignee = currentUser()'] };
  const by = (visitor: Visitor) => (over: Partial<Entitlement>) =>
    maySee(published({ ownCriteria: true, entitlement: lists(over) }), visitor, Promise.resolve(HEAD));
  const both = async (judge: ReturnType<typeof by>, list: typeof NOBODY) => [
    await judge({ availableFor: list }),
    await judge({ notAvailableFor: list }),
  ];

  it.each([
    ['holds the role', { users: ['alice'], groups: [] }, [true, false]],
    ['is in a group that holds it', { users: [], groups: [{ groupId: 'g1', name: 'Desk' }] }, [true, false]],
    ['does not hold it', { users: ['boris'], groups: [{ groupId: 'g2', name: 'Other' }] }, [false, true]],
  ])('knows who %s', async (_, actors, answers) => {
    jest.mocked(actorsOfRole).mockResolvedValue(actors);
    expect(await both(by({ accountId: 'alice', groups: async () => ['g1'] }), role)).toEqual(answers);
  });

  it('is for nobody while Jira does not tell who holds a role, or what groups somebody is in', async () => {
    jest.mocked(actorsOfRole).mockRejectedValue(new JiraRefused(403, []));
    expect(await both(by(alice()), role)).toEqual([false, false]);
    jest.mocked(actorsOfRole).mockResolvedValue({ users: [], groups: [{ groupId: 'g1', name: 'Desk' }] });
    expect(await both(by({ accountId: 'alice', groups: async () => null }), role)).toEqual([false, false]);
  });

  it('searches as whoever looks, and lets nobody in for whom it can’t', async () => {
    const finds = jest.fn(async () => true);
    expect(await both(by({ ...alice(), finds }), search)).toEqual([true, false]);
    expect(finds).toHaveBeenCalledWith('assignee = currentUser()');
    expect(await both(by({ ...alice(), finds: async () => false }), search)).toEqual([false, true]);
    expect(await both(by(alice()), search)).toEqual([false, false]);
    const busy = () => Promise.reject(new JiraUnavailable('It answered 503.'));
    expect(await both(by({ ...alice(), finds: busy }), search)).toEqual([false, false]);
  });

  it.each([
    [true, true, null],
    [false, false, 'hours'],
    [undefined, false, 'hours'],
  ])('is offered in working hours alone (%p)', async (works, answer, why) => {
    jest.mocked(workingAt).mockResolvedValue(new Map(works === undefined ? [] : [['office', works]]));
    expect(await sees({ hours: 'office' })).toBe(answer);
    const hidden = await whyHidden(content({ entitlement: lists({ hours: 'office' }) }), alice(), []);
    expect(hidden?.by === 'noCategory' ? null : hidden?.by).toBe(why);
    expect(forEverybody(lists({ hours: 'office' }))).toBe(false);
  });
});

describe('of somebody else', () => {
  const maria = (groups: readonly string[] | null) => ({ accountId: 'maria', groups: async () => groups });
  const told = (over: Partial<Entitlement>, groups: readonly string[] | null = []) =>
    maySeeIfTold(
      published({ ownCriteria: true, entitlement: lists(over) }),
      maria(groups),
      Promise.resolve(HEAD),
    );
  const staff = { ...NOBODY, groups: ['staff'] };
  const searched = { ...NOBODY, searches: ['project = HR'] };

  it.each([
    ['in a group', { availableFor: staff }, ['staff'], true],
    ['in no group', { availableFor: staff }, [], false],
    ['of whom Jira tells no groups', { availableFor: staff }, null, null],
    ['who may be shut out by a group that nobody tells', { notAvailableFor: staff }, null, null],
    ['of whom no groups are asked', {}, null, true],
    ['for whom a search would have to be made', { availableFor: searched }, [], null],
    ['who is let in beside a search', { availableFor: { ...searched, users: ['maria'] } }, [], true],
  ] as const)('says whether it is for one %s', async (_, over, groups, expected) => {
    expect(await told(over as Partial<Entitlement>, groups)).toBe(expected);
  });
});
