import { field, published } from '../../../../test/support/samples';
import type { FormField, ItemContent } from '../model';
import { tilePrice } from './tile-price';

const option = (id: string, price?: number, groups?: readonly string[]) => ({
  id,
  label: { en: id },
  ...(price !== undefined && { price }),
  ...(groups && { groups }),
});
const choice = (over: Partial<FormField> = {}) =>
  field('model', {
    type: 'choice',
    required: true,
    options: [option('pro', 300), option('light', 100)],
    ...over,
  });
const costs = (form: readonly FormField[], over: Partial<ItemContent> = {}) =>
  tilePrice(published({ price: { amount: 1000, currency: 'EUR' }, form, ...over }).content);

it('is what the item costs where no answer makes it another', () => {
  expect(costs([field('why')])).toEqual({ amount: 1000, currency: 'EUR' });
  const recurring = { amount: 5, period: 'month' } as const;
  expect(costs([], { price: { amount: 0, currency: 'EUR', recurring } })).toEqual({
    amount: 0,
    currency: 'EUR',
    recurring,
  });
});

it.each([
  ['one of the options that is always asked for', choice(), 1100],
  ['one that may be left out', choice({ required: false }), 1000],
  ['one that is asked only at times', choice({ visibleWhen: { field: 'why', op: 'filled' } }), 1000],
  ['one that costs less', choice({ options: [option('old', -200), option('new', 50)] }), 800],
  [
    'several that cost less',
    choice({ type: 'multiChoice', options: [option('a', -100), option('b', -50), option('c', 70)] }),
    850,
  ],
  [
    'one that is for some groups alone',
    choice({ options: [option('own', 10, ['it']), option('any', 60)] }),
    1060,
  ],
])('is the least that it costs with %s', (_, asked, amount) => {
  expect(costs([asked])).toEqual({ amount, currency: 'EUR', varies: true });
});

it('varies with how many are asked for', () => {
  expect(costs([field('count', { type: 'number' })], { quantity: { field: 'count' } })).toMatchObject({
    amount: 1000,
    varies: true,
  });
});

it('is told to nobody where it is hidden', () => {
  expect(costs([], { price: { amount: 1, currency: 'EUR', hidden: true } })).toBeUndefined();
  expect(tilePrice(published({ form: [choice()] }).content)).toBeUndefined();
});
