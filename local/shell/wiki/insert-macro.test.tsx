import { macroOf } from './insert-macro';
import { parametersOf } from './storage-body';

describe('a macro in a page', () => {
  it('keeps its configuration, whatever it holds', () => {
    const storage = macroOf('card', { itemId: 'laptop', note: 'a < b & "c"', list: ['left', 'out'] });
    const wrapped = `<root xmlns:ac="ac">${storage}</root>`;
    const macro = new DOMParser().parseFromString(wrapped, 'application/xml').documentElement
      .firstElementChild;
    expect(macro?.getAttribute('ac:name')).toBe('card');
    expect(macro && parametersOf(macro)).toEqual({ itemId: 'laptop', note: 'a < b & "c"' });
  });
});
