/** Fields whose answers follow from others: numbers by a formula, texts by a template. */
import { FormulaFault, readFormula } from '../field-types';
import type { FormField } from '../model';
import { questionsIn } from '../texts/template';

/** The questions a field is calculated from, by what of them is taken; `null` for a formula that can't be read. */
export function sourcesOf({ type, formula = '' }: FormField): {
  readonly any: readonly string[];
  readonly numbers: readonly string[];
  readonly dates: readonly string[];
} | null {
  if (type === 'composed') return { any: questionsIn(formula), numbers: [], dates: [] };
  if (type !== 'computed') return NONE;
  try {
    const { numbers, dates } = readFormula(formula);
    return { any: [], numbers, dates };
  } catch (fault) {
    if (fault instanceof FormulaFault) return null;
    throw fault;
  }
}

const NONE = { any: [], numbers: [], dates: [] };

/** The same as one list. */
export const sourceIds = (field: FormField): readonly string[] => {
  const sources = sourcesOf(field);
  return sources === null ? [] : [...new Set([...sources.any, ...sources.numbers, ...sources.dates])];
};
