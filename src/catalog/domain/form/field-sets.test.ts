import { field } from '../../../../test/support/samples';
import { setsIn, withoutSet, withSet } from './field-sets';
import type { FieldSet, FormField, FormRule } from '../model';

const set = (...form: readonly FormField[]): FieldSet => ({ id: 's', name: { en: 'Set' }, form });
const of = (id: string, over: Partial<FormField> = {}) => field(id, { set: 's', ...over });
const ids = (form: readonly FormField[]) => form.map(({ id }) => id);

it.each([
  ['at the end of a form without any', [field('x')], ['a', 'b'], ['x', 'a', 'b']],
  ['where they were moved', [of('b'), field('x'), of('a')], ['a', 'b'], ['b', 'x', 'a']],
  ['after the one they follow in the set', [of('a'), field('x')], ['a', 'b'], ['a', 'b', 'x']],
  ['before the others of the set', [field('x'), of('b'), field('y')], ['a', 'b'], ['x', 'a', 'b', 'y']],
  ['without what the set has no more', [of('a'), field('x'), of('b')], ['b'], ['x', 'b']],
] as const)('questions of a set stand %s', (_where, form, wanted, expected) => {
  expect(ids(withSet({ form }, set(...wanted.map((id) => field(id)))).form)).toEqual(expected);
});

it('they are as the set has them now, but for what the item says itself', () => {
  const item = of('a', { label: { en: 'Mine' }, required: true, own: ['label', 'default'] });
  const next = field('a', {
    type: 'multiline',
    label: { en: 'New' },
    default: { kind: 'static', value: 'x' },
  });
  expect(withSet({ form: [item] }, set(next)).form).toEqual([
    { ...next, label: { en: 'Mine' }, default: undefined, set: 's', own: ['label', 'default'] },
  ]);
});

it('rules of the item come before those of sets, which follow the set', () => {
  const rule = (id: string, over: Partial<FormRule> = {}): FormRule => ({ id, name: id, then: [], ...over });
  const form = {
    form: [],
    rules: [rule('other', { set: 't' }), rule('gone', { set: 's' }), rule('own')],
  };
  const next = withSet(form, { ...set(), rules: [rule('new')] });
  expect(next.rules.map(({ id }) => id)).toEqual(['own', 'other', 'new']);
  expect(setsIn(next)).toEqual(['t', 's']);
  expect(withoutSet(next, 's').rules.map(({ id }) => id)).toEqual(['own', 'other']);
});
