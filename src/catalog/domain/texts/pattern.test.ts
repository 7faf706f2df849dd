import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { processorMs } from '../../../../test/setup/processor-time';
import { checkAnswers } from '../answers/answers';
import { CATASTROPHIC } from '../testing/catastrophic';
import { matchesPattern, patternFault } from './pattern';

/** Far above what the bound allows. */
const A_MOMENT = 2_000;

describe('a pattern that would take for ever by trying every way', () => {
  it.each(CATASTROPHIC)('$regex is refused, or answers at once', async ({ regex, answers }) => {
    expect(await processorMs(() => patternFault(regex))).toBeLessThan(A_MOMENT);
    for (const answer of answers) {
      expect(await processorMs(() => expect(matchesPattern(regex, answer)).toBe(false))).toBeLessThan(
        A_MOMENT,
      );
    }
  });

  it('stops neither the form in the browser nor the function that checks it again', async () => {
    for (const { regex, answers } of CATASTROPHIC) {
      const field = {
        id: 'f',
        type: 'text',
        label: { en: 'F' },
        required: true,
        pattern: { regex, message: { en: 'No.' } },
        maxLength: 1_000,
      } as const;
      for (const answer of answers) {
        const check = () => checkAnswers([field], { f: answer }, { today: '2026-01-01' });
        expect(await processorMs(() => expect(check().problems).toHaveLength(1))).toBeLessThan(A_MOMENT);
      }
    }
  });
});

describe('a pattern', () => {
  it.each([
    ['(\\w)\\1', 'unsafe'],
    ['(?<q>["\']).*\\k<q>', 'unsafe'],
    ['(?<=a)b', 'unsafe'],
    ['(?<!a)b', 'unsafe'],
    ['(?:a{1,100}){1,100}', 'unsafe'],
    ['(?=(?=.*a).*b).*', 'unsafe'],
    ['(', 'invalid'],
    ['a)|(b', 'invalid'],
    ['[z-a]', 'invalid'],
    ['a'.repeat(201), 'tooLong'],
  ])('%s is refused as %s', (regex, fault) => {
    expect(patternFault(regex)).toBe(fault);
    expect(matchesPattern(regex, 'ab')).toBe(false);
  });

  it.each([
    ['(a+)+', 'aaa', true],
    ['(a|aa)+$', 'aaaa', true],
    ['^[A-Z]{2}[0-9A-Z ]{13,32}$', 'DE89370400440532013000', true],
    ['^20[0-9]{2}-(0[1-9]|1[0-2])$', '2026-13', false],
    ['(?=.*\\d)(?=.*[a-z]).{8,}', 'abcdefg1', true],
    ['(?=.*\\d)(?=.*[a-z]).{8,}', 'abcdefgh', false],
    ['(?!admin).*', 'administrator', false],
    ['\\p{Script=Cyrillic}+', 'ёж', true],
    ['\\u{1F600}|\\x41|\\u0042|\\uD83D\\uDE01', '😁', true],
    ['[\\]\\\\\\-]+', ']\\-', true],
    ['.', '😀', true],
    ['\\bab\\b.\\Bc', 'ab c', false],
    ['(?<year>\\d{4})?', '', true],
    ['', '', true],
    ['x{0,2000}', 'x'.repeat(300), true],
    ['x{301}', 'x'.repeat(300), false],
    ['(?:x?){500}', 'x'.repeat(300), true],
  ])('%s on %j answers %s, as JavaScript would', (regex, answer, fits) => {
    expect(matchesPattern(regex, answer)).toBe(fits);
    expect(new RegExp(`^(?:${regex})$`, 'u').test(answer)).toBe(fits);
  });

  it('answers as JavaScript does, whatever it is made of', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '\\w',
      '^',
      '$',
      '\\b',
      '(?=a)',
      '(?!b)',
      '',
    );
    const many = fc.constantFrom('', '*', '+', '?', '*?', '{2}', '{1,3}', '{0,}', '{2,}?');
    const { regex } = fc.letrec<{ regex: string }>((tie) => ({
      regex: fc.oneof(
        { maxDepth: 3 },
        piece,
        fc.tuple(tie('regex'), tie('regex')).map(([one, two]) => `${one}${two}`),
        fc.tuple(tie('regex'), tie('regex')).map(([one, two]) => `(?:${one}|${two})`),
        fc.tuple(tie('regex'), many).map(([one, times]) => `(${one})${times}`),
      ),
    }));
    fc.assert(
      fc.property(regex, fc.stringMatching(/^[ab ]{0,6}$/), (made, answer) => {
        if (patternFault(made) !== null) return;
        expect(matchesPattern(made, answer)).toBe(new RegExp(`^(?:${made})$`, 'u').test(answer));
      }),
      { numRuns: 2_000 },
    );
  });
});
