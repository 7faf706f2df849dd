/** The quick answer to which labels a control has is the standard's. */
import { expect, it } from '@jest/globals';

const of = (id: string, within: ParentNode = document): readonly (string | null)[] | null => {
  const { labels } = within.querySelector(`#${id}`) as HTMLInputElement;
  return labels === null ? null : [...labels].map((label) => label.textContent);
};

it('labels that name a control come in the order of the page, with the one around it', () => {
  document.body.innerHTML =
    '<label for="a">One</label><label>Around<input id="a"></label><label for="a">Two</label><label for="b">Other</label><input id="b">';
  expect(of('a')).toEqual(['One', 'Around', 'Two']);
  expect(of('b')).toEqual(['Other']);
});

it('a label around several controls is for the first of them, and one that names another for none of them', () => {
  document.body.innerHTML =
    '<label>First<input id="a"><select id="b"></select></label><label for="c">Else<input id="d"></label><input id="c">';
  expect(of('a')).toEqual(['First']);
  expect(of('b')).toEqual([]);
  expect(of('c')).toEqual(['Else']);
  expect(of('d')).toEqual([]);
});

it('what can have no label has none, and a label that names it has no control', () => {
  document.body.innerHTML =
    '<label for="a">Hidden</label><input id="a" type="hidden"><label for="b">Text</label><div id="b"></div><label for="">Empty<input id="c"></label>';
  expect(of('a')).toBeNull();
  expect(of('c')).toEqual([]);
  expect([...document.querySelectorAll('label')].map(({ control }) => control)).toEqual([null, null, null]);
});

it('of two controls with one id the first is meant', () => {
  document.body.innerHTML = '<label for="a">Which</label><input id="a"><textarea id="a"></textarea>';
  expect(of('a')).toEqual(['Which']);
  expect(document.querySelector('textarea')?.labels).toHaveLength(0);
});

it('a part that is not in the page yet has its labels too', () => {
  const part = document.createElement('div');
  part.innerHTML = '<label for="a">Named</label><input id="a"><label>Around<input id="b"></label>';
  expect(of('a', part)).toEqual(['Named']);
  expect(of('b', part)).toEqual(['Around']);
});

it('what has changed since is seen at once: a label, its words for whom, a control, its kind', () => {
  document.body.innerHTML = '<label for="a">One</label><input id="a"><input id="b">';
  expect(of('a')).toEqual(['One']);
  document.querySelector('label')?.setAttribute('for', 'b');
  expect([of('a'), of('b')]).toEqual([[], ['One']]);
  document.querySelector('#b')?.insertAdjacentHTML('beforebegin', '<label for="b">Two</label>');
  expect(of('b')).toEqual(['One', 'Two']);
  document.querySelector('#b')?.setAttribute('type', 'hidden');
  expect(of('b')).toBeNull();
  document.querySelector('#a')?.setAttribute('id', 'c');
  document.querySelector('label')?.setAttribute('for', 'c');
  expect(of('c')).toEqual(['One']);
});
