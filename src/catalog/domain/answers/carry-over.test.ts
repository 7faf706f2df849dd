import { field } from '../../../../test/support/samples';
import { carryOver } from './carry-over';

const option = (id: string) => ({ id, label: { en: id } });
const former = [
  field('text'),
  field('model', { type: 'choice', options: [option('a'), option('b')] }),
  field('extras', { type: 'multiChoice', options: [option('x'), option('y')] }),
  field('count', { type: 'number' }),
  field('gone'),
];

it('keeps what still fits its question and hands over the rest with what was asked', () => {
  const form = [
    field('text', { type: 'multiline' }),
    field('model', { type: 'choice', options: [option('b')] }),
    field('extras', { type: 'multiChoice', options: [option('y'), option('z')] }),
    field('count', { type: 'date' }),
  ];
  const answers = { text: 'hello', model: 'a', extras: ['x', 'y'], count: 3, gone: 'bye' };
  const { answers: kept, others } = carryOver(former, form, answers);
  expect(kept).toEqual({ text: 'hello', extras: ['y'] });
  expect(others.map(({ field: { id }, answer }) => [id, answer])).toEqual([
    ['model', 'a'],
    ['extras', ['x']],
    ['count', 3],
    ['gone', 'bye'],
  ]);
});

it('says nothing of questions that were not answered', () => {
  expect(carryOver(former, [], { text: '', extras: [] })).toEqual({ answers: {}, others: [] });
});
