import type { Agreement } from '../../../src/sla/engine/model';
import { ancestorsOf, possibleParents } from './agreement-tree';

const agreement = (id: string, parentId?: string): Agreement => ({
  id,
  name: id,
  kind: 'SLA',
  provider: '',
  consumers: [],
  affectsParent: 'none',
  ...(parentId === undefined ? {} : { parentId }),
});
const above = (id: string, ...all: readonly Agreement[]): string =>
  all.flatMap((each) => (each.id === id ? ancestorsOf(all, each).map((parent) => parent.id) : [])).join(' ');

describe('the tree of agreements', () => {
  it('has children under their parents at any depth', () => {
    const all = [agreement('a'), agreement('c', 'b'), agreement('b', 'a'), agreement('d')];
    expect(all.map(({ id }) => above(id, ...all))).toEqual(['', 'a b', 'a', '']);
  });

  it('loses none whose parent is gone or in a loop', () => {
    const all = [agreement('a', 'gone'), agreement('b', 'c'), agreement('c', 'b')];
    expect(all.map(({ id }) => above(id, ...all))).toEqual(['', 'c', 'b']);
  });

  it('offers as parents only what is not below', () => {
    const all = [agreement('a'), agreement('b', 'a'), agreement('c', 'b'), agreement('d')];
    expect(possibleParents(all, 'a').map(({ id }) => id)).toEqual(['d']);
    expect(possibleParents(all, 'c').map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  });
});
