/** Numbers as the viewer writes and reads them. */
import { viewer } from './context';
import * as inLocale from './read-number';

/** What the viewer typed. See {@link inLocale.readNumber}. */
export const readNumber = (typed: string): inLocale.TypedNumber =>
  inLocale.readNumber(typed, viewer().formatLocale);

/** A number to be read, with thousands set apart: `12,345.678`, `12 345,678`. */
export const formatNumber = (value: number): string => inLocale.formatNumber(value, viewer().formatLocale);

/** A number as an input holds it: what the viewer leaves as it is comes back as the same number. */
export const numberText = (value: number): string => inLocale.numberText(value, viewer().formatLocale);
