/**
 * What a rule found: a code and what its sentence names. The words for it are the screens' own, in their language; the
 * backend composes none.
 */
import type { LocalizedText } from './text';

/** Something a sentence names: a plain text or number stands as it is, the others are written as the reader writes them. */
export type Param =
  | string
  | number
  /** UTC milliseconds. */
  | { readonly kind: 'instant'; readonly at: number }
  /** A day of the calendar, `2026-06-01`. */
  | { readonly kind: 'date'; readonly date: string }
  /** A length by the clock: a day has 24 hours. */
  | { readonly kind: 'duration'; readonly ms: number }
  /** A text that people wrote in one or more languages. */
  | { readonly kind: 'text'; readonly text: LocalizedText };
export type Params = Readonly<Record<string, Param>>;

export interface Finding<Code extends string = string> {
  readonly code: Code;
  /** Where: `goals.0.target`, the id of a question; empty for the whole. */
  readonly at: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly params?: Params;
  /** What it was found in: `metric:delivery`, `item:laptop`; left out where only one thing was looked at. */
  readonly whose?: string;
}

/** A finding in one of several things, as those that look at whole configurations answer. */
export type OwnedFinding<Code extends string = string> = Finding<Code> & { readonly whose: string };

const found =
  (severity: Finding['severity']) =>
  <Code extends string>(code: Code, at: string, params?: Params): Finding<Code> => ({
    code,
    at,
    severity,
    ...(params && { params }),
  });

/** Something that must be mended first. */
export const error = found('error');
/** Something that stands in nobody's way. */
export const warning = found('warning');

const foundIn =
  (severity: Finding['severity']) =>
  <Code extends string>(code: Code, whose: string, at: string, params?: Params): OwnedFinding<Code> => ({
    ...found(severity)(code, at, params),
    whose,
  });

/** The same in one of several things: `metric:delivery`. */
export const errorIn = foundIn('error');
export const warningIn = foundIn('warning');

export const dateParam = (date: string): Param => ({ kind: 'date', date });
export const durationParam = (ms: number): Param => ({ kind: 'duration', ms });
export const instantParam = (at: number): Param => ({ kind: 'instant', at });
export const textParam = (text: LocalizedText): Param => ({ kind: 'text', text });

/** A parameter that is a plain text or number, as a text; empty for what is neither. */
export const plainParam = (param: Param | undefined): string =>
  param === undefined || typeof param === 'object' ? '' : String(param);
