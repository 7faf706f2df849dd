import { moved, replaced, without } from './reorder';

describe('ordered lists', () => {
  it('moves an element up and down', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });

  it('leaves the list alone past its ends', () => {
    const list = ['a', 'b'];
    expect(moved(list, 0, -1)).toBe(list);
    expect(moved(list, 1, 2)).toBe(list);
    expect(moved(list, 5, 0)).toBe(list);
  });

  it('replaces and removes without touching the original', () => {
    const list = ['a', 'b'];
    expect(replaced(list, 1, 'x')).toEqual(['a', 'x']);
    expect(without(list, 0)).toEqual(['b']);
    expect(list).toEqual(['a', 'b']);
  });
});
