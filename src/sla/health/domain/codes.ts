/** What the health page can say of SLAs. */
import { PROBLEM_CODES, type ProblemCode } from '../../definitions/domain/rules/problem';

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

export const SLA_HEALTH_CODES = [
  ...SLA_CODES.map((code) => `sla.${code}` as const),
  ...PROBLEM_CODES.filter(isDefinitionCode).map((code) => `sla.definition.${code}` as const),
];
export type SlaHealthCode = (typeof SLA_HEALTH_CODES)[number];
