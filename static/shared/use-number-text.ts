import { type FormEvent, useState } from 'react';
import { t } from './i18n';
import { formatNumber, numberText, readNumber } from './numbers';
import type { TypedNumber } from './read-number';

/** How the viewer writes and reads numbers of a kind. */
export interface Measure {
  readonly read: (typed: string) => TypedNumber;
  /** As an input holds it: read back as the same number. */
  readonly text: (value: number) => string;
  /** To be read. */
  readonly shown: (value: number) => string;
  /** How it may be written, where that does not go without saying. */
  readonly example?: () => string;
  /** Why a typed text is not taken; undefined while it is, or while nothing is typed. */
  readonly problem: (read: TypedNumber) => string | undefined;
}

export interface NumberText {
  readonly text: string;
  /** Why what was typed is not taken; undefined while it is, or while nothing is typed. */
  readonly problem: string | undefined;
  readonly onChange: (event: FormEvent<HTMLInputElement>) => void;
  /** Shows how the number was understood. */
  readonly onBlur: () => void;
}

/** Why a typed text is not taken for a number: it is none, or it could be two. */
export function numberProblem(read: TypedNumber): string | undefined {
  if (typeof read === 'number' || read === 'empty') return undefined;
  if (read === 'none') return t('common.notANumber');
  const [whole, decimal] = read;
  return t('common.unclearNumber', { whole: String(whole), decimal: numberText(decimal) });
}

export const NUMBER: Measure = {
  read: readNumber,
  text: numberText,
  shown: formatNumber,
  problem: numberProblem,
};

/**
 * The text of a number's input, in the viewer's locale: kept as it is typed until it is a number that fits. `take` is
 * told every such number, and `undefined` when the input was emptied; what is no number, or could be two, changes nothing.
 */
export function useNumberText(
  value: number | undefined,
  take: (value: number | undefined) => void,
  fits: (value: number) => boolean = () => true,
  { read: readTyped, text: typedText, problem: problemOf }: Measure = NUMBER,
): NumberText {
  const textOf = (shown: number | undefined): string => (shown === undefined ? '' : typedText(shown));
  const [typed, setTyped] = useState(textOf(value));
  const read = readTyped(typed);
  const isTaken = typeof read === 'number' && fits(read);
  const isElsewhere = isTaken ? read !== value : read === 'empty' && value !== undefined && typed === '';
  const text = isTaken && isElsewhere ? textOf(value) : typed;
  return {
    text,
    problem: typeof read === 'number' && !isTaken ? t('common.numberOutOfRange') : problemOf(read),
    onChange: ({ currentTarget }) => {
      setTyped(currentTarget.value);
      const next = readTyped(currentTarget.value);
      if (next === 'empty') take(undefined);
      else if (typeof next === 'number' && fits(next)) take(next);
    },
    onBlur: () => {
      if (isTaken) setTyped(textOf(value));
    },
  };
}
