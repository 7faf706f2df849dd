import { catalog, category, service } from '../../../../test/support/samples';
import { mayEditItem, maySaveCategory, maySaveItem } from './rights';

const around = {
  catalogs: [catalog('it', ['ivan']), catalog('hr', ['hanna'])],
  categories: [category('laptops'), category('phones'), category('leave', { catalogId: 'hr' })],
  services: [service('desk')],
};
const item = (...categoryIds: readonly string[]) => ({ owner: 'olga', serviceId: 'desk', categoryIds });
const who = (accountId: string, all = false) => ({ accountId, all });

it.each([
  ['the role', who('x', true), true, true, true],
  ['its owner', who('olga'), true, true, true],
  ['the owner of its service', who('sergey'), true, true, true],
  ['the manager of its catalog', who('ivan'), true, false, false],
  ['the manager of another', who('hanna'), false, false, false],
  ['somebody else', who('alice'), false, false, false],
  ['nobody', who(''), false, false, false],
])('%s edits what is in one catalog, in two, and in one that is not there', (_, asker, one, two, none) => {
  expect(mayEditItem(asker, item('laptops'), around)).toBe(one);
  expect(mayEditItem(asker, item('laptops', 'leave'), around)).toBe(two);
  expect(mayEditItem(asker, item('gone'), around)).toBe(none);
  expect(mayEditItem(asker, item(), around)).toBe(none);
});

it.each([
  ['the role makes one anywhere', who('x', true), null, ['leave'], true],
  ['a manager makes one in their catalog', who('ivan'), null, ['laptops'], true],
  ['and in no other', who('ivan'), null, ['leave'], false],
  ['nor in both', who('ivan'), null, ['laptops', 'leave'], false],
  ['nor in none', who('ivan'), null, [], false],
  ['an owner makes none', who('olga'), null, ['laptops'], false],
  ['an owner moves theirs within its catalog', who('olga'), ['laptops'], ['phones'], true],
  ['and into no other', who('olga'), ['laptops'], ['laptops', 'leave'], false],
  ['but leaves it where it is', who('olga'), ['laptops', 'leave'], ['leave'], true],
  ['a manager moves one into no other', who('ivan'), ['laptops'], ['leave'], false],
  ['and takes none out of another', who('ivan'), ['leave'], ['laptops'], false],
] as const)('%s', (_, asker, from, to, expected) => {
  expect(maySaveItem(asker, from === null ? null : item(...from), item(...to), around)).toBe(expected);
});

it.each([
  ['ivan', undefined, 'it', true],
  ['ivan', 'it', 'it', true],
  ['ivan', 'hr', 'it', false],
  ['ivan', 'it', 'hr', false],
  ['ivan', undefined, 'none', false],
  ['olga', undefined, 'it', false],
] as const)('%s saves a category of %s as one of %s: %s', (accountId, from, to, expected) => {
  const former = from && { catalogId: from };
  expect(maySaveCategory(who(accountId), former, { catalogId: to }, around)).toBe(expected);
});
