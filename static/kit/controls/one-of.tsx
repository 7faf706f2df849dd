import { t, type TextParams } from '../../shared/i18n';
import type { Bound } from './bound';
import { Choice } from './choice';
import { worded } from './option';

interface Props<T extends string> extends Bound<T> {
  /** The text of its label, and of each option before a dot and its value. */
  readonly words: string;
  readonly params?: TextParams;
  readonly values: readonly T[];
  /** What it is called, where that is another text. */
  readonly label?: string;
}

/** One of a few that have texts under one key. */
export const OneOf = <T extends string>({ words, params, values, label, ...bound }: Props<T>) => (
  <Choice {...bound} label={label ?? t(words, params)} options={worded(words, values)} />
);
