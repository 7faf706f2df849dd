import { expect, it } from '@jest/globals';
import { firstDayOf } from './first-day';
import { prepareSurface } from './testing/surface';

it.each([
  ['mon', 1],
  ['sat', 6],
  ['sun', 0],
] as const)('is what the site has chosen, whatever the reader: %s', (chosen, day) => {
  prepareSurface({ formatLocale: 'en-US' });
  expect(firstDayOf(chosen)).toBe(day);
});

it.each([
  ['en-US', 0],
  ['en-GB', 1],
  ['ru-RU', 1],
  ['ar-EG', 6],
])('is that of the reader’s locale otherwise: %s', (formatLocale, day) => {
  prepareSurface({ formatLocale });
  const { prototype } = Intl.Locale as unknown as { readonly prototype: { getWeekInfo?: () => unknown } };
  const own = prototype.getWeekInfo;
  const known = new Map([
    ['en-US', 7],
    ['ar-EG', 6],
  ]);
  prototype.getWeekInfo = () => ({ firstDay: known.get(formatLocale) ?? 1 });
  expect(firstDayOf('locale')).toBe(day);
  delete prototype.getWeekInfo;
  expect(firstDayOf('locale')).toBe(own ? day : 1);
  if (own) prototype.getWeekInfo = own;
});
