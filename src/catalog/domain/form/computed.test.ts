import fc from 'fast-check';
import { content, field } from '../../../../test/support/samples';
import { checkAnswers } from '../answers/answers';
import { checkForm } from './check-form';
import { ANY_DATE, FormulaFault, readFormula } from '../field-types';
import { usesOfField } from './field-uses';
import { formCycle } from './form-cycle';
import type { Answers, FormField } from '../model';
import { formState } from './visibility';

const computed = (formula: string, id = 'sum') => field(id, { type: 'computed', formula });
const form = [
  field('a', { type: 'number' }),
  field('b', { type: 'number' }),
  field('from', { type: 'date' }),
  field('to', { type: 'date' }),
];
const sumOf = (formula: string, answers: Answers) =>
  formState([...form, computed(formula)], answers).get('sum')?.answer;

describe('a calculated number', () => {
  const cases: readonly (readonly [string, Answers, number | null])[] = [
    ['1 + 2 * 3', {}, 7],
    ['(1 + 2) * 3', {}, 9],
    ['10 - 4 - 3', {}, 3],
    ['-{{field.a}} + 1', { a: 3 }, -2],
    ['{{ field.a }} * {{field.b}}', { a: 0.1, b: 3 }, 0.3],
    ['{{field.a}} / {{field.b}}', { a: 1, b: 0 }, null],
    ['{{field.a}} + {{field.b}}', { a: 1 }, null],
    ['days({{field.from}}, {{field.to}}) + 1', { from: '2026-03-02', to: '2026-03-06' }, 5],
    ['days({{field.from}}, {{field.to}})', { from: '2026-03-06', to: '2026-03-02' }, -4],
    ['hours({{field.from}}, {{field.to}})', { from: '2026-03-02', to: '2026-03-03' }, 24],
    ['min({{field.a}}, 2, max(0, 5))', { a: 3 }, 2],
    ['round({{field.a}})', { a: 2.5 }, 3],
    ['{{field.a}} +', { a: 1 }, null],
    ['', {}, null],
  ];
  it.each(cases)('%s of %j is %j', (formula, answers, expected) => {
    expect(sumOf(formula, answers)).toBe(expected);
  });

  it('is what it is calculated to be, whatever a browser claims, on either side', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer(), (a, b, claimed) => {
        const of = [...form, computed('{{field.a}} + {{field.b}}')];
        const sent = checkAnswers(of, { a, b, sum: claimed }, ANY_DATE).answers;
        expect(sent['sum']).toBe(a + b);
        expect(checkAnswers(of, sent, ANY_DATE).answers).toEqual(sent);
      }),
    );
  });

  it('never runs what is written, however it is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        try {
          expect(typeof readFormula(text).formula(() => 1)).toBe('number');
        } catch (fault) {
          expect(fault).toBeInstanceOf(FormulaFault);
        }
      }),
    );
    for (const bad of ['constructor(1)', 'tostring(1)', '('.repeat(1_000), 'days(1)', '1 2'])
      expect(() => readFormula(bad)).toThrow(FormulaFault);
  });

  it('can’t be changed, is required of nobody, and can be asked about', () => {
    const over = field('why', { visibleWhen: { field: 'sum', op: 'gt', value: 100 } });
    const of = [...form, { ...computed('{{field.a}} * 2'), required: true }, over];
    expect(formState(of, { a: 60 }).get('sum')).toMatchObject({
      answer: 120,
      readOnly: true,
      required: false,
    });
    expect(formState(of, { a: 60 }).get('why')?.visible).toBe(true);
    expect(checkAnswers(of, {}, ANY_DATE).problems).toEqual([]);
  });
});

it('a text is put together of answers in words', () => {
  const options = [{ id: 'l', label: { en: 'Light', ru: 'Лёгкий' } }];
  const name = field('name', { type: 'composed', formula: '{{field.model}} ×{{field.a}}, {{field.from}}' });
  const of = [...form, field('model', { type: 'choice', options }), name];
  expect(formState(of, { model: 'l', a: 2, from: '2026-03-02' }).get('name')?.answer).toBe(
    'Light ×2, Mon 2 Mar 2026',
  );
  expect(formState(of, {}).get('name')?.answer).toBe('×,');
});

describe('a form is published only where what is calculated', () => {
  const codes = (...fields: readonly FormField[]) =>
    checkForm([...form, ...fields])
      .filter(({ severity }) => severity === 'error')
      .map(({ code, at }) => `${code} ${at}`);

  it('has a formula that can be read, of questions there are, of the right kind', () => {
    expect(codes(computed('{{field.a}} + 1'))).toEqual([]);
    expect(codes(computed(''), computed('1 +', 'other'))).toEqual([
      'badFormula form.sum.formula',
      'badFormula form.other.formula',
    ]);
    expect(codes(computed('{{field.gone}}'))).toEqual(['unknownField form.sum.formula']);
    expect(codes(computed('{{field.from}} + days({{field.a}}, {{field.to}})'))).toEqual([
      'unfitInFormula form.sum.formula',
      'unfitInFormula form.sum.formula',
    ]);
  });

  it('does not follow from itself', () => {
    const of = [computed('{{field.two}}', 'one'), computed('{{field.one}}', 'two')];
    expect(formCycle(of)).toEqual(['one', 'two', 'one']);
    expect(usesOfField(content({ form: of }), 'one')).toMatchObject([{ kind: 'calculates' }]);
  });
});
