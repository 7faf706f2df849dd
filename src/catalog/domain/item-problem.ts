import type { FieldProblem } from '../../shared/domain/result';

/** What is wrong with an item: an error stops publishing, a warning does not. */
export interface ItemProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Where: `form.model.options`, `fulfilment.summary`. */
  readonly path: string;
  readonly message: string;
  readonly params?: Readonly<Record<string, string>>;
}

export const error = (
  code: string,
  path: string,
  message: string,
  params?: Readonly<Record<string, string>>,
): ItemProblem => ({
  code,
  severity: 'error',
  path,
  message,
  ...(params && { params }),
});

export const warning = (
  code: string,
  path: string,
  message: string,
  params?: Readonly<Record<string, string>>,
): ItemProblem => ({
  ...error(code, path, message, params),
  severity: 'warning',
});

/** The problem as a form of the settings shows it. */
export const asFieldProblem = (problem: ItemProblem): FieldProblem => ({
  field: problem.path,
  code: problem.code,
  message: problem.message,
  ...(problem.params && { params: problem.params }),
});
