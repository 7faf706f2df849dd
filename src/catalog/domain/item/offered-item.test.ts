import { field, published } from '../../../../test/support/samples';
import { offeredItem } from './offered-item';

const NO_NEEDS = { fields: new Set<string>(), values: new Set<string>() };

it('says which questions are for a day by which it is needed, and of no other date', () => {
  const form = [
    field('due', { type: 'date' }),
    field('soon', { type: 'date', minWorkingDays: 2 }),
    field('broke', { type: 'date' }),
    field('why'),
  ];
  expect(offeredItem(published({ form }), NO_NEEDS, true).content.neededBy).toEqual(['due', 'soon']);
  expect(offeredItem(published({ form: [field('due')] }), NO_NEEDS, true).content.neededBy).toBeUndefined();
});
