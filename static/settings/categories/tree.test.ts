import type { Category } from '../../../src/catalog/domain/model';
import { flat, moved, parentsFor, placeAfter, placeAt, treeOf } from './tree';

const of = (id: string, order: number, parentId?: string, catalogId = 'it'): Category => ({
  id,
  catalogId,
  name: { en: id },
  description: { en: '' },
  icon: 'box',
  order,
  ...(parentId !== undefined && { parentId }),
});
const ALL = [
  of('a', 1),
  of('b', 2),
  of('c', 3),
  of('a1', 1, 'a'),
  of('a2', 2, 'a'),
  of('a1x', 1, 'a1'),
  of('hr', 1, undefined, 'hr'),
];
const get = (id: string) => ALL.find((each) => each.id === id) ?? of(id, 0);

/** The tree after a move, each category after as many dots as levels above it. */
function after(changed: readonly Category[]): string {
  const all = ALL.map((each) => changed.find(({ id }) => id === each.id) ?? each);
  const level = ({ parentId }: Category): string =>
    parentId === undefined ? '' : `.${level(all.find(({ id }) => id === parentId) ?? of('', 0))}`;
  return flat(treeOf(all, 'it'))
    .map((each) => `${level(each)}${each.id}`)
    .join(' ');
}

it('is each catalog’s own, in its order', () => {
  expect(after([])).toBe('a .a1 ..a1x .a2 b c');
  expect(flat(treeOf(ALL, 'hr')).map(({ id }) => id)).toEqual(['hr']);
});

it('shows what is in nothing at the top, where it can be mended', () => {
  expect(flat(treeOf([of('lost', 1, 'gone')], 'it')).map(({ id }) => id)).toEqual(['lost']);
});

it.each([
  ['b', 'up', 'b a .a1 ..a1x .a2 c'],
  ['b', 'down', 'a .a1 ..a1x .a2 c b'],
  ['b', 'into', 'a .a1 ..a1x .a2 .b c'],
  ['a1', 'out', 'a .a2 a1 .a1x b c'],
  ['a2', 'up', 'a .a2 .a1 ..a1x b c'],
] as const)('%s goes %s: %s', (id, step, expected) => {
  const place = placeAfter(ALL, get(id), step);
  expect(place).not.toBeNull();
  if (place !== null) expect(after(moved(ALL, get(id), place))).toBe(expected);
});

it.each([
  ['a', 'up'],
  ['c', 'down'],
  ['a', 'out'],
  ['a', 'into'],
] as const)('%s can’t go %s', (id, step) => {
  expect(placeAfter(ALL, get(id), step)).toBeNull();
});

it.each([
  ['c', 'a', 'before', 'c a .a1 ..a1x .a2 b'],
  ['a', 'c', 'after', 'b c a .a1 ..a1x .a2'],
  ['c', 'a1', 'inside', 'a .a1 ..a1x ..c .a2 b'],
  ['a2', 'b', 'inside', 'a .a1 ..a1x b .a2 c'],
] as const)('%s dropped on %s, %s it: %s', (id, target, side, expected) => {
  const place = placeAt(ALL, get(id), get(target), side);
  if (place === null) throw new Error('It may be dropped there.');
  expect(after(moved(ALL, get(id), place))).toBe(expected);
});

it.each([
  ['a', 'a1', 'inside'],
  ['a', 'a', 'inside'],
  ['b', 'a1x', 'inside'],
  ['a', 'b', 'inside'],
  ['b', 'hr', 'inside'],
] as const)(
  '%s can’t be dropped on %s, %s it: in itself, too deep, in another catalog',
  (id, target, side) => {
    expect(placeAt(ALL, get(id), get(target), side)).toBeNull();
  },
);

it('changes one category where there is room, and numbers all anew where there is none', () => {
  expect(moved(ALL, get('c'), { parentId: undefined, at: 1 })).toEqual([{ ...get('c'), order: 1.5 }]);
  const crowded = ['x', 'y', 'z'].map((id) => of(id, 0));
  const place = { parentId: undefined, at: 1 };
  expect(moved(crowded, crowded[2] ?? of('z', 0), place).map(({ id, order }) => [id, order])).toEqual([
    ['z', 1],
    ['y', 2],
  ]);
});

it('offers what may hold a category', () => {
  expect(parentsFor(ALL, get('b')).map(({ id }) => id)).toEqual(['a', 'a1', 'a2', 'c']);
  expect(parentsFor(ALL, get('a')).map(({ id }) => id)).toEqual([]);
});
