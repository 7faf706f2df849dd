import { field } from '../../../../test/support/samples';
import { checkAnswers, MAX_ANSWERS_LENGTH } from './answers';
import type { Answer, FormField } from '../model';
import { matchesPattern, patternFault } from '../texts/pattern';

const rules = { today: '2026-03-02' };
const codes = (form: FormField, answer: Answer, over = {}) =>
  checkAnswers([form], { [form.id]: answer }, { ...rules, ...over }).problems.map((problem) => problem.code);
const options = [
  { id: 'a', label: { en: 'A' } },
  { id: 'b', label: { en: 'B' } },
];

describe('an answer', () => {
  const cells = [
    { id: 'what', label: { en: 'What' }, type: 'text', required: true },
    { id: 'price', label: { en: 'Price' }, type: 'number' },
  ] as const;
  const cases: readonly (readonly [Partial<FormField>, Answer, readonly string[]])[] = [
    [{ required: true }, '   ', ['required']],
    [{ required: true, type: 'yesNo' }, false, []],
    [{ type: 'text' }, 'x'.repeat(256), ['tooLong']],
    [{ type: 'text', maxLength: 3 }, '😀😀😀', []],
    [{ type: 'text', minLength: 5 }, 'four', ['tooShort']],
    [{ type: 'text' }, 5, ['wrongType']],
    [{ type: 'number', min: 1, max: 5 }, 0, ['tooSmall']],
    [{ type: 'number', min: 1, max: 5 }, 6, ['tooLarge']],
    [{ type: 'number' }, '5', ['notANumber']],
    [{ type: 'number' }, Number.POSITIVE_INFINITY, ['notANumber']],
    [{ type: 'duration', min: 30, max: 120 }, 30, []],
    [{ type: 'duration', min: 30, max: 120 }, 29, ['tooSmall']],
    [{ type: 'duration', min: 30, max: 120 }, 121, ['tooLarge']],
    [{ type: 'duration' }, '2 h', ['notANumber']],
    [{ type: 'duration' }, 1.5, ['wrongType']],
    [{ type: 'duration' }, -1, ['wrongType']],
    [{ type: 'yesNo' }, 'yes', ['wrongType']],
    [{ type: 'choice', options }, 'a', []],
    [{ type: 'choice', options }, 'c', ['notAnOption']],
    [{ type: 'multiChoice', options }, ['a', 'b'], []],
    [{ type: 'multiChoice', options }, ['a', 'a'], ['notAnOption']],
    [{ type: 'multiChoice', options }, 'a', ['notAnOption']],
    [{ type: 'date' }, '2026-02-30', ['notADate']],
    [{ type: 'date' }, '2028-02-29', []],
    [{ type: 'dateTime' }, '2026-03-02T09:00', ['notADate']],
    [{ type: 'dateTime' }, '2026-03-02T09:00+01:00', []],
    [{ type: 'email' }, 'a@b', ['notAnEmail']],
    [{ type: 'email' }, 'анна@пример.рф', []],
    [{ type: 'url' }, 'javascript:alert(1)', ['notAUrl']],
    [{ type: 'url' }, 'https://example.com/x', []],
    [{ type: 'phone' }, '+49 (30) 12-34', []],
    [{ type: 'phone' }, 'call me', ['notAPhone']],
    [{ type: 'phone' }, '(-) (-) -', ['notAPhone']],
    [{ type: 'ip' }, '192.0.2.1', []],
    [{ type: 'ip' }, '192.0.2.256', ['notAnIp']],
    [{ type: 'ip' }, '2001:db8::1', []],
    [{ type: 'ip' }, '2001:db8:::1', ['notAnIp']],
    [{ type: 'ip' }, 'example.com', ['notAnIp']],
    [{ type: 'currency', min: 10 }, 9.99, ['tooSmall']],
    [{ type: 'currency', step: 0.05 }, 10.15, []],
    [{ type: 'table', cells }, ['Desk\t2', 'Chair\t-1.5', 'Chair\t-1.5'], []],
    [{ type: 'table', cells }, ['Desk\t'], []],
    [{ type: 'table', cells }, ['Desk\tmany'], ['cellNotANumber']],
    [{ type: 'table', cells }, ['Desk\t1e3'], ['cellNotANumber']],
    [{ type: 'table', cells }, ['\t2'], ['cellMissing']],
    [{ type: 'table', cells }, ['a\t1\tb'], ['wrongType']],
    [{ type: 'table', cells }, 'Desk', ['wrongType']],
    [{ type: 'table', cells, min: 2 }, ['Desk\t2'], ['tooFewRows']],
    [{ type: 'table', cells, max: 1 }, ['Desk\t2', 'Chair\t1'], ['tooManyRows']],
    [{ type: 'rating' }, 5, []],
    [{ type: 'rating' }, 6, ['wrongType']],
    [{ type: 'rating', max: 10 }, 0, ['wrongType']],
    [{ type: 'time' }, '23:59', []],
    [{ type: 'time' }, '24:00', ['notATime']],
    [{ type: 'users' }, ['5b10:ab-cd', 'boris'], []],
    [{ type: 'users' }, ['boris', 'boris'], ['notAnAccount']],
    [{ type: 'users' }, 'boris', ['notAnAccount']],
    [{ type: 'user' }, 'a" OR 1=1', ['notAnAccount']],
    [{ type: 'user' }, '5b10:ab-cd', []],
    [{ type: 'cascade', options }, 'b', []],
    [{ type: 'cascade', options }, 'B', ['notAnOption']],
    [{ type: 'secret', minLength: 8 }, 'short', ['tooShort']],
    [{ type: 'group' }, 'it-staff', []],
    [{ type: 'group' }, 'x'.repeat(256), ['wrongType']],
    [{ type: 'issue' }, 'IT-7', []],
    [{ type: 'issue' }, 'IT-7 OR 1=1', ['wrongType']],
    [{ type: 'page' }, 'https://acme.atlassian.net/wiki/spaces/IT/pages/7/Hello', []],
    [{ type: 'page' }, 'https://acme.atlassian.net/browse/IT-7', ['wrongType']],
    [{ type: 'page' }, 'javascript:/wiki/', ['wrongType']],
  ];
  it.each(cases)('to %j, %j, has the problems %j', (form, answer, expected) => {
    expect(codes(field('f', form), answer)).toEqual(expected);
  });

  it('must match the whole pattern and says the admin’s own message', () => {
    const tag = field('tag', { pattern: { regex: 'NB-\\d{4}', message: { en: 'Like NB-0001' } } });
    expect(checkAnswers([tag], { tag: 'xNB-0001' }, rules).problems).toEqual([
      {
        at: 'tag',
        code: 'pattern',
        severity: 'error',
        params: { message: { kind: 'text', text: { en: 'Like NB-0001' } } },
      },
    ]);
    expect(codes(tag, 'NB-0001')).toEqual([]);
  });

  it('may not be earlier than the working days the item needs', () => {
    const due = field('due', { type: 'date', minWorkingDays: 3 });
    expect(codes(due, '2026-03-04')).toEqual(['tooEarly']);
    expect(codes(due, '2026-03-05')).toEqual([]);
    const earliestDate = (days: number) => `2026-03-1${days}`;
    expect(codes(due, '2026-03-12', { earliestDate })).toEqual(['tooEarly']);
    expect(codes(due, '2026-03-13', { earliestDate })).toEqual([]);
  });
});

it('keeps only what is shown and filled, trimmed', () => {
  const form = [
    field('a'),
    field('b', { visibleWhen: { field: 'a', op: 'is', value: 'show' } }),
    field('note', { type: 'info' }),
  ];
  const { answers, problems } = checkAnswers(form, { a: ' x ', b: 'hidden', note: 'n', unknown: 'u' }, rules);
  expect([answers, problems]).toEqual([{ a: 'x' }, []]);
});

it('refuses answers that together would not fit into Jira, at the longest', () => {
  const form = ['a', 'b', 'c', 'd'].map((id) => field(id, { type: 'multiline' }));
  const answers = { a: 'x'.repeat(9_000), b: 'x'.repeat(10_000), c: 'x'.repeat(9_000), d: 'x'.repeat(9_000) };
  expect(JSON.stringify(answers).length).toBeGreaterThan(MAX_ANSWERS_LENGTH);
  expect(checkAnswers(form, answers, rules).problems).toEqual([
    expect.objectContaining({ at: 'b', code: 'formTooLong' }),
  ]);
});

describe('a pattern', () => {
  it.each([
    ['(', 'invalid'],
    ['a'.repeat(201), 'tooLong'],
    ['(a+)+', null],
    ['(a|aa)*', null],
    ['((a*)b)*', null],
    ['(a{2,})+', null],
    ['(a)\\1', 'unsafe'],
    ['(a{100}){100}', 'unsafe'],
    ['a*b*c*d*', null],
    ['[(+*]{3}', null],
    ['\\(a+\\)+', null],
    ['[A-Z]{2}-\\d{4}', null],
    ['(?:foo|bar)?', null],
  ] as const)('%s is judged %s', (regex, fault) => {
    expect(patternFault(regex)).toBe(fault);
  });

  it('matches nothing when it is unsafe or the answer is very long', () => {
    expect(matchesPattern('(a)\\1', 'aa')).toBe(false);
    expect(matchesPattern('(a+)+', 'aaa')).toBe(true);
    expect(matchesPattern('a+', 'a'.repeat(301))).toBe(false);
    expect(matchesPattern('a+', 'a'.repeat(300))).toBe(true);
  });
});
