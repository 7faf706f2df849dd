import type { FieldProblem } from '../../kernel/result';

/** Every code a problem of an item can have; each has a text in every language of the settings. */
export const ITEM_PROBLEM_CODES = [
  'noName',
  'noOwner',
  'noCategory',
  'unknownCategory',
  'unknownService',
  'missingTranslation',
  'noPromise',
  'noArticle',
  'noSummary',
  'duplicateMapping',
  'reservedField',
  'unknownField',
  'unknownPlaceholder',
  'noOpenStage',
  'noEndStage',
  'stageWithoutStatus',
  'duplicateStage',
  'statusInTwoStages',
  'noApprovers',
  'approverFieldNotUser',
  'beneficiaryNotUser',
  'beneficiaryMayBeMissed',
  'beneficiaryUnused',
  'approverGone',
  'ownerGone',
  'noWaitingStatus',
  'noApprovedStatus',
  'noDeclinedStatus',
  'waitsInPlace',
  'statusNotInWorkflow',
  'statusWithoutStage',
  'duplicateField',
  'visibilityCycle',
  'unknownOption',
  'noOptions',
  'duplicateOption',
  'badPattern',
  'patternTooLong',
  'unsafePattern',
  'minAboveMax',
  'noLabel',
] as const;
export type ItemProblemCode = (typeof ITEM_PROBLEM_CODES)[number];

/** What is wrong with an item: an error stops publishing, a warning does not. */
export interface ItemProblem<Code extends string = ItemProblemCode> {
  readonly code: Code;
  readonly severity: 'error' | 'warning';
  /** Where: `form.model.options`, `fulfilment.summary`. */
  readonly path: string;
  readonly message: string;
  readonly params?: Readonly<Record<string, string>>;
}

export const error = <Code extends string>(
  code: Code,
  path: string,
  message: string,
  params?: Readonly<Record<string, string>>,
): ItemProblem<Code> => ({
  code,
  severity: 'error',
  path,
  message,
  ...(params && { params }),
});

export const warning = <Code extends string>(
  code: Code,
  path: string,
  message: string,
  params?: Readonly<Record<string, string>>,
): ItemProblem<Code> => ({
  ...error(code, path, message, params),
  severity: 'warning',
});

/** The problem as a form of the settings shows it. */
export const asFieldProblem = (problem: ItemProblem<string>): FieldProblem => ({
  field: problem.path,
  code: problem.code,
  message: problem.message,
  ...(problem.params && { params: problem.params }),
});
