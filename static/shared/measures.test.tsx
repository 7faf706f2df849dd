import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MEASURES } from './measures';
import { prepareSurface } from './testing/surface';

const { read, text, problem } = MEASURES.duration;
const EN = { locale: 'en', formatLocale: 'en-GB' } as const;
const RU = { locale: 'ru', formatLocale: 'ru' } as const;

describe('a typed length of time', () => {
  it.each([
    [EN, '2 h 30 min', 150],
    [EN, '2h30m', 150],
    [EN, '2 hrs. 30 minutes', 150],
    [EN, '2:30', 150],
    [EN, '2.5 h', 150],
    [EN, '90 min', 90],
    [EN, '0 min', 0],
    [EN, '1,500 h', 90_000],
    [RU, '2 ч 30 мин', 150],
    [RU, '2,5 часа', 150],
    [RU, '2 Ч. 30 мин.', 150],
    [RU, '2h 30m', 150],
  ])('is whole minutes in the words of the reader (%j: %s)', (viewer, typed, minutes) => {
    prepareSurface(viewer);
    expect(read(typed)).toBe(minutes);
  });

  it.each(['90', '2 h 30', '2 d', '-2 h', '2.5', '1:75', 'soon', 'h', '1,2,3 h'])(
    'is none where another could be meant, and says how to write it: %s',
    (typed) => {
      prepareSurface(EN);
      expect(problem(read(typed))).toBe('Enter hours and minutes, such as 2 h 30 min.');
    },
  );

  it('may be nothing yet', () => {
    expect(problem(read(' '))).toBeUndefined();
  });

  it.each([EN, RU])('is read back as it is shown (%j)', (viewer) => {
    prepareSurface(viewer);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 7 }), (minutes) => read(text(minutes)) === minutes),
    );
  });
});
