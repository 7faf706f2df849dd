import { field } from '../../../../test/support/samples';
import { answered, keptOthers, withOthers } from './other-answers';

const options = [
  { id: 'light', label: { en: 'Light' }, price: 900, groups: ['staff'] },
  { id: 'heavy', label: { en: 'Heavy' }, price: 1_200 },
];
const form = [
  field('model', { type: 'choice', options, help: { en: 'Ask Sergey' } }),
  field('why', { visibleWhen: { field: 'model', op: 'is', value: 'heavy' } }),
  field('pin', { type: 'secret' }),
  field('note', { type: 'multiline' }),
];
const answers = { model: 'light', why: 'Mine is broken', pin: '1234', note: '' };

it('tells of a form no more than what was answered to it: of options the chosen one, no prices, no secrets', () => {
  expect(answered(form, answers)).toEqual([
    {
      field: {
        id: 'model',
        type: 'choice',
        label: { en: 'model', ru: 'model (ru)' },
        required: false,
        options: [{ id: 'light', label: { en: 'Light' } }],
      },
      answer: 'light',
    },
    {
      field: { id: 'why', type: 'text', label: { en: 'why', ru: 'why (ru)' }, required: false },
      answer: 'Mine is broken',
    },
  ]);
});

it('keeps other answers while there is room, the first ones first, and secrets never', () => {
  const long = (id: string, length: number) => ({ field: field(id), answer: 'x'.repeat(length) });
  const secret = { field: field('pin', { type: 'secret' }), answer: '1234' };
  const kept = keptOthers([long('a', 9_000), secret, long('b', 9_000), long('c', 9_000), long('d', 9_000)]);
  expect(kept.map((other) => other.field.id)).toEqual(['a', 'b', 'c']);
});

it('lists the same answer to the same question once', () => {
  const one = { field: field('why'), answer: 'x' };
  expect(withOthers([one, { ...one, answer: 'y' }], [{ ...one }])).toEqual([{ ...one, answer: 'y' }, one]);
});
