import { field } from '../../../../test/support/samples';
import { MAX_ANSWERS_LENGTH } from './answers';
import { draftAnswers } from './draft-answers';

const form = [
  field('why', { type: 'multiline' }),
  field('short', { maxLength: 5 }),
  field('model', { type: 'multiChoice', options: [{ id: 'a', label: { en: 'A' } }] }),
  field('told', { type: 'info' }),
];

it('keeps no secret', () => {
  const form = [field('pin', { type: 'secret' }), field('why')];
  expect(draftAnswers(form, { pin: '1234', why: 'lost' })).toEqual({ why: 'lost' });
});

it('keeps answers to the form’s own questions only', () => {
  const junk = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`x${n}`, 'y'.repeat(10_000)]));
  expect(draftAnswers(form, { ...junk, why: 'broken', told: 'x', model: ['a', 'b', 'a'] })).toEqual({
    why: 'broken',
    model: ['a'],
  });
});

it('cuts no answer down to what its question takes: it would come back as a right one that nobody gave', () => {
  expect(draftAnswers(form, { short: '😀'.repeat(9) })).toEqual({ short: '😀'.repeat(9) });
});

it('keeps of an endless answer what any answer may have, and no half of a character', () => {
  expect(draftAnswers(form, { short: `x${'😀'.repeat(10_000)}` })).toEqual({
    short: `x${'😀'.repeat(9_999)}`,
  });
});

it('keeps no more in all than a request holds, however often what it is made of is escaped', () => {
  const many = Array.from({ length: 100 }, (_, n) => field(`f${n}`, { type: 'multiline' }));
  for (const piece of ['y', '"\n', '😀', '\u0000']) {
    const answers = Object.fromEntries(many.map(({ id }) => [id, piece.repeat(10_000)]));
    const kept = draftAnswers(many, answers);
    expect(JSON.stringify(kept).length).toBeLessThanOrEqual(MAX_ANSWERS_LENGTH);
    expect(Object.values(kept).every((answer) => String(answer).length > 20)).toBe(true);
  }
});

it('keeps wrong answers: they are for their author to mend', () => {
  const number = field('count', { type: 'number', max: 3 });
  expect(draftAnswers([number], { count: 7 })).toEqual({ count: 7 });
  expect(draftAnswers([number], { count: 'about five' })).toEqual({ count: 'about five' });
});
