/** Numbers as people of a locale (BCP 47) write and read them. A text that two people would read as two numbers is neither: it is asked about. */

/** Two readings of one text, the one with thousands first. */
export type Unclear = readonly [number, number];
/** What somebody typed: a number, nothing, no number at all, or a text with two readings. */
export type TypedNumber = number | 'empty' | 'none' | Unclear;

/** More digits than a computer's number keeps would come back as another number. */
const MOST_DIGITS = 15;
const SPACES = /[\s\u00a0\u202f]/g;
const GROUPED = /^\d{1,3}(?:([ .,'])\d{3})(?:\1\d{3})*$/;

const separatorsOf = (locale: string) => {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1_234_567.8);
  const of = (type: string): string | undefined => parts.find((part) => part.type === type)?.value;
  return { group: tidy(of('group') ?? ' '), decimal: of('decimal') ?? '.' };
};

const tidy = (text: string): string => text.replace(SPACES, ' ').replace(/\u2019/g, "'");

/**
 * Reads a number typed by somebody of a locale (BCP 47). Thousands may be set apart by the locale's sign, spaces or
 * apostrophes; a comma or a point is taken for decimals where it can be nothing else (`12,5`). Exponents, other bases,
 * signs of currency and more than 15 digits are none.
 */
export function readNumber(typed: string, locale: string): TypedNumber {
  const text = tidy(typed).trim();
  if (text === '') return 'empty';
  const found = /^([+\-\u2212]?) ?(.*)$/.exec(text);
  const sign = found?.[1] === undefined || found[1] === '' || found[1] === '+' ? 1 : -1;
  const read = unsigned(found?.[2] ?? '', locale);
  if (typeof read === 'number') return read === 0 ? 0 : sign * read;
  return read === 'none' ? read : [sign * read[0], sign * read[1]];
}

function unsigned(text: string, locale: string): number | 'none' | Unclear {
  if (/^\d+$/.test(text)) return numberOf(text);
  const { group, decimal } = separatorsOf(locale);
  const last = /[.,](?=\d+$)/.exec(text)?.index ?? text.length;
  const sign = text.charAt(last);
  const asWhole = wholeOf(text, locale);
  const asDecimal = sign === '' ? 'none' : decimalOf(text.slice(0, last), sign, text.slice(last + 1), locale);
  if (asWhole === 'none' || asDecimal === 'none') return asWhole === 'none' ? asDecimal : asWhole;
  // `1,234` has both readings. Only the locale's own sign for thousands is plain; the other may be somebody's habit.
  return sign === group && group !== decimal ? asWhole : [asWhole, asDecimal];
}

/** Digits in threes, or as the locale itself groups them (`12,34,567` in India). */
function wholeOf(text: string, locale: string): number | 'none' {
  const digits = text.replace(/[ .,']/g, '');
  // A number does not begin with a group of nothing: `0,500` is a half.
  if (!/^[1-9]\d*$/.test(digits)) return 'none';
  const number = numberOf(digits);
  if (GROUPED.test(text) || number === 'none') return number;
  return tidy(new Intl.NumberFormat(locale).format(number)) === text ? number : 'none';
}

/** Whole and fraction on both sides of the sign: `1.000` before a comma may hold points, but no comma. */
function decimalOf(whole: string, sign: string, fraction: string, locale: string): number | 'none' {
  const isPlain = /^\d*$/.test(whole);
  if (whole.includes(sign) || (!isPlain && wholeOf(whole, locale) === 'none')) return 'none';
  return numberOf(`${whole.replace(/[ .,']/g, '') || '0'}.${fraction}`);
}

function numberOf(plain: string): number | 'none' {
  const significant = plain.replace('.', '').replace(/^0+/, '');
  return significant.length > MOST_DIGITS ? 'none' : Number(plain);
}

/** A number as the locale writes it, with thousands set apart: `12,345.678`, `12 345,678`. */
export const formatNumber = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumSignificantDigits: MOST_DIGITS }).format(value);

/**
 * A number as an input holds it: read back by {@link readNumber} as the same number. Three decimals get a fourth, since
 * `1.234` alone could be taken for thousands.
 */
export function numberText(value: number, locale: string): string {
  const text = formatNumber(value, locale);
  return typeof readNumber(text, locale) === 'number' ? text : `${text}0`;
}
