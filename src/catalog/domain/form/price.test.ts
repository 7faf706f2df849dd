import { expect, it } from '@jest/globals';
import { AROUND, content, field } from '../../../../test/support/samples';
import { checkItem } from '../item/check-item';
import type { ItemContent } from '../model';
import { priceOf, quantityIn, withPrice } from './price';
import { needsApproval } from './promised-fields';
import { isToldPrice } from '../audience/told-price';

const chairs = (over: Partial<ItemContent> = {}): ItemContent =>
  content({
    form: [field('count', { type: 'number' }), field('why')],
    price: { amount: 19.9, currency: 'EUR', recurring: { amount: 1, period: 'month' } },
    quantity: { field: 'count', perPerson: 4 },
    fulfilment: { ...content().fulfilment, summary: 'New', mappings: [] },
    ...over,
  });

it('multiplies what it costs once and over and over by how many are ordered, to the cent', () => {
  expect(priceOf(chairs(), { count: 3 })).toEqual({
    amount: 59.7,
    currency: 'EUR',
    recurring: { amount: 3, period: 'month' },
  });
  expect(priceOf(chairs(), { count: -2 })?.amount).toBe(0);
});

it.each([
  [{}, 1],
  [{ count: null }, 1],
  [{ count: 2 }, 2],
] as const)('takes %j for a number', (answers, count) => {
  expect(quantityIn(chairs(), answers)).toBe(count);
});

it('lets an approval depend on the price, and nothing else', () => {
  const dear = { field: '@price', op: 'gt', value: 50 } as const;
  const approvals = [{ approvers: ['maria'], rule: 'all', when: dear } as const];
  expect([1, 3].map((count) => needsApproval(chairs({ approvals }), { count }))).toEqual([false, true]);
  expect(withPrice(chairs(), { count: 3 })).toMatchObject({ '@price': 59.7 });
  expect(withPrice(content(), { why: 'x' })).toEqual({ why: 'x' });
  const codes = (item: ItemContent) => checkItem(item, AROUND).map(({ code }) => code);
  expect(codes(chairs({ approvals }))).not.toContain('unknownField');
  expect(codes(chairs({ form: [field('count', { type: 'number', visibleWhen: dear })] }))).toContain(
    'unknownField',
  );
});

it.each([
  [{}, true],
  [{ min: 0, max: 9, step: 1 }, true],
  [{ min: 1, max: 9 }, true],
  [{ min: 1, max: 9, step: 0.5 }, true],
  [{ min: 1, step: 1 }, true],
  [{ min: 1, max: 9, step: 1 }, false],
  [{ min: 10, max: 90, step: 10 }, false],
])('wants whole pieces, one at least: %j', (over, isWrong) => {
  const form = [field('count', { type: 'number', ...over })];
  const codes = checkItem(chairs({ form }), AROUND).map(({ code }) => code);
  expect(codes.includes('quantityNotWhole')).toBe(isWrong);
});

it('wants a question for a number to say how many', () => {
  expect(checkItem(chairs({ quantity: { field: 'why' } }), AROUND)).toContainEqual(
    expect.objectContaining({ code: 'quantityNotNumber', at: 'quantity' }),
  );
});

it('tells a hidden price to those it names alone, and to nobody whose groups are not known', async () => {
  const told = (shownTo: NonNullable<ItemContent['price']>['shownTo'], groups: string[] | null) =>
    isToldPrice(
      { price: { amount: 1, currency: 'EUR', hidden: true, ...(shownTo && { shownTo }) } },
      { accountId: 'alice', groups: async () => groups },
    );
  expect(await told(undefined, ['buyers'])).toBe(false);
  expect(await told({ groups: ['buyers'], users: [] }, ['buyers'])).toBe(true);
  expect(await told({ groups: ['buyers'], users: [] }, null)).toBe(false);
  expect(await told({ groups: [], users: ['alice'] }, null)).toBe(true);
});
