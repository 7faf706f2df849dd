import { category, content } from '../../../../test/support/samples';
import { keyOf } from './asked';
import { criteriaIn, FOR_ALL, mayOrder, NOBODY, type Viewer } from './entitlement';
import type { Audience, Category, Entitlement } from '../model';
import { hiddenBy } from './why-hidden';

const lists = (over: Partial<Entitlement>): Entitlement => ({ ...FOR_ALL, ...over });
const only = (audience: Partial<Audience>) => lists({ availableFor: { ...NOBODY, ...audience } });
const not = (audience: Partial<Audience>) => lists({ notAvailableFor: { ...NOBODY, ...audience } });
const ALICE: Viewer = {
  accountId: 'alice',
  groups: ['staff'],
  facts: {},
  today: '2026-03-02',
  said: new Map(),
};

const why = (
  entitlement: Entitlement,
  categories: readonly Category[] = [category('hardware')],
  viewer = ALICE,
) => hiddenBy(criteriaIn(categories)(content({ entitlement })), viewer, categories);

it.each<[string, Entitlement, object | null]>([
  ['is for them', only({ groups: ['staff'] }), null],
  ['is for others', only({ users: ['maria'] }), { by: 'forOthers' }],
  ['names them among those whom it is not for', not({ users: ['alice'] }), { by: 'shutOut' }],
  ['is over', lists({ dates: { to: '2026-01-01' } }), { by: 'dates' }],
  ['asks for hours that nobody could tell', lists({ hours: 'office' }), { by: 'hours' }],
])('tells why an item is hidden that %s', (_, entitlement, hidden) => {
  expect(why(entitlement)).toEqual(hidden);
});

it('names the category whose list it is, also of one above', () => {
  const top = category('top', { entitlement: only({ users: ['maria'] }) });
  const shut = category('hardware', { parentId: 'top', entitlement: not({ groups: ['staff'] }) });
  expect(why(FOR_ALL, [top, category('hardware', { parentId: 'top' })])).toEqual({
    by: 'forOthers',
    categoryId: 'top',
  });
  // What shuts out wins, wherever it stands.
  expect(why(only({ users: ['maria'] }), [top, shut])).toEqual({ by: 'shutOut', categoryId: 'hardware' });
});

it('says that the item’s category is gone', () => {
  expect(why(FOR_ALL, [])).toEqual({ by: 'noCategory' });
});

it('says what nobody could tell of the person where that is what decides', () => {
  const untold: Viewer = { accountId: 'alice', groups: null, today: '2026-03-02' };
  const all = only({
    groups: ['staff'],
    places: ['Berlin'],
    languages: ['de'],
    roles: [{ projectId: '1', roleId: '2' }],
    searches: ['assignee = currentUser()'],
  });
  const unknown = ['groups', 'places', 'languages', 'role', 'search'];
  expect(why(all, undefined, untold)).toEqual({ by: 'forOthers', unknown });
  expect(why(lists({ notAvailableFor: all.availableFor }), undefined, untold)).toEqual({
    by: 'shutOut',
    unknown,
  });
});

it('does not speak of what is unknown where something known decides', () => {
  const shut = not({ users: ['alice'], places: ['Berlin'] });
  expect(why(shut)).toEqual({ by: 'shutOut' });
  const search = { kind: 'search', jql: 'x' } as const;
  const said = new Map([[keyOf(search), false]]);
  expect(why(only({ searches: ['x'] }), undefined, { ...ALICE, said })).toEqual({ by: 'forOthers' });
});

it('hides exactly what may not be requested', () => {
  const audiences: readonly Partial<Audience>[] = [
    {},
    { users: ['alice'] },
    { users: ['maria'] },
    { groups: ['staff'] },
    { groups: ['bosses'], places: ['Rome'] },
    { searches: ['x'] },
  ];
  const all = audiences.flatMap((yes) =>
    audiences.map((no) => lists({ ...only(yes), notAvailableFor: { ...NOBODY, ...no } })),
  );
  for (const own of all)
    for (const entitlement of all) {
      const categories = [category('hardware', { entitlement })];
      const criteria = criteriaIn(categories)(content({ entitlement: own }));
      expect(hiddenBy(criteria, ALICE, categories) === null).toBe(mayOrder(criteria, ALICE));
    }
});
