import { answerProduct, resetBridge } from '../../shared/testing/bridge';
import { fieldCatalog } from '../model/field-catalog';
import { siteThings } from './site-things';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const catalog = fieldCatalog([], { project: [{ value: '10', label: 'IT' }] }, { '10': 'IT' });
const refs = (kind: string, ids: readonly string[]) => ids.map((id) => ({ kind, id, at: '' }));
const numbered = (name: string) => Array.from({ length: 51 }, (_, n) => `${name}${n}`);

beforeEach(resetBridge);

test('groups are looked for however many there are', async () => {
  answerProduct('/group/bulk', { values: [] });
  answerProduct('groupName=duty50', { values: [{ groupId: 'g-50', name: 'duty50' }] });
  const known = await siteThings(catalog)(refs('group', numbered('duty')));
  expect(known.get('group')).toContainEqual({ id: 'duty50', name: 'duty50' });
});

test('so are people', async () => {
  answerProduct('/user/bulk', { values: [] });
  answerProduct('accountId=person50', { values: [{ accountId: 'person50', displayName: 'Ann' }] });
  const known = await siteThings(catalog)(refs('person', numbered('person')));
  expect(known.get('person')).toEqual([{ id: 'person50', name: 'Ann' }]);
});

test.each([
  ['group', '/group/bulk'],
  ['person', '/user/bulk'],
  ['role', '/role'],
])('a Jira that does not tell of a %s says nothing against it', async (kind, path) => {
  answerProduct('/issueLinkType', { issueLinkTypes: [] });
  answerProduct('/field', []);
  answerProduct(path, {}, 403);
  const known = await siteThings(catalog)(refs(kind, ['x']));
  expect(known.has(kind)).toBe(false);
});
