import { viewer } from './context';

const style = (currency: string): Intl.NumberFormat =>
  new Intl.NumberFormat(viewer().formatLocale, { style: 'currency', currency });

/** A code that Intl takes for a currency, whether it is one or not. */
const isCode = (currency: string): boolean => /^[A-Za-z]{3}$/.test(currency);

/** How many of the smallest unit make one: 100 cents a euro, 1 yen a yen. */
export const minorPerUnit = (currency: string): number =>
  10 ** (isCode(currency) ? (style(currency).resolvedOptions().maximumFractionDigits ?? 2) : 2);

/** An amount in the smallest unit as the viewer writes it: 50000 is `€500.00`. */
export const formatMinor = (minor: number, currency: string): string =>
  isCode(currency)
    ? style(currency).format(minor / minorPerUnit(currency))
    : `${minor / minorPerUnit(currency)} ${currency}`;
