import { ITEM_PROBLEM_CODES } from '../../catalog/domain/item-problem';
import { PROBLEM_CODES, type ProblemCode } from '../../sla/domain';

/** What Jira would refuse of an item's mapping. */
export const MAPPING_CODES = [
  'noProject',
  'fieldNotOnScreen',
  'requiredNotMapped',
  'unknownValue',
  'refused',
] as const;

/** What could not be done for requests. */
const REQUEST_CODES = ['approverLeft', 'stepFailed'] as const;

const SLA_CODES = [
  'accountsClosed',
  'agreementEnded',
  'agreementReview',
  'drifted',
  'unreadable',
  'escalation.actionRefused',
  'escalation.mailUnconfirmed',
  'escalation.nobodyToTell',
  'escalation.transitionMissing',
  'escalation.viewersUnknown',
  'goalUnmatched',
  'gone.field',
  'gone.group',
  'gone.project',
  'gone.status',
  'jobFailed',
  'jobRefused.adopt',
  'jobRefused.open',
  'jobRefused.stale',
  'jobRefused.wait',
  'peopleHidden',
  'longPaused',
  'noGoal',
  'noNextYear',
  'notChecked',
  'recalculating',
  'reconcileLate',
  'repaired',
  'safeMode',
  'stuck',
] as const;

/** Problems of definitions that have rows of their own, with more to tell. */
type ToldElsewhere = 'NO_NEXT_YEAR' | 'REVIEW_DUE';
export type DefinitionCode = Exclude<ProblemCode, ToldElsewhere>;

export const isDefinitionCode = (code: ProblemCode): code is DefinitionCode =>
  code !== 'NO_NEXT_YEAR' && code !== 'REVIEW_DUE';

/** Every code a row of the health page can have: screens have words for each of them in every language. */
export const HEALTH_CODES = [
  ...ITEM_PROBLEM_CODES.map((code) => `item.${code}` as const),
  ...MAPPING_CODES.map((code) => `mapping.${code}` as const),
  ...REQUEST_CODES.map((code) => `request.${code}` as const),
  ...SLA_CODES.map((code) => `sla.${code}` as const),
  ...PROBLEM_CODES.filter(isDefinitionCode).map((code) => `sla.definition.${code}` as const),
];
export type HealthCode = (typeof HEALTH_CODES)[number];
