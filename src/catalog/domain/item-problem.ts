import type { Finding } from '../../kernel/finding';

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
  'noSpace',
  'noType',
  'noProject',
  'fieldNotOnScreen',
  'requiredNotMapped',
  'requiredMayBeMissed',
  'unknownValue',
  'unmappedOption',
  'wrongKind',
  'severalIntoOne',
  'mayBeTooLong',
  'matrixWithoutOptions',
  'noOpenStage',
  'noEndStage',
  'stageWithoutStatus',
  'stageWithoutName',
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

/** What can be wrong with the tree of categories. */
export type CategoryProblemCode =
  'duplicateCategory' | 'unknownCatalog' | 'unknownParent' | 'categoryCycle' | 'categoryInUse';

/** What is wrong with an item: an error stops publishing, a warning does not. */
export type ItemProblem = Finding<ItemProblemCode>;
