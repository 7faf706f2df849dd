/** Every code a problem of a definition can have; each has a text in every language of the settings. */
export const PROBLEM_CODES = [
  'AFFECTS_NOTHING',
  'AGREEMENT_LOOP',
  'AT_RISK_BELOW_TARGET',
  'BAD_DATE',
  'BAD_NOMINAL_DAY',
  'BAD_TIME',
  'BANDS_DISORDERED',
  'BANDS_OVERLAP',
  'BANDS_ROLL',
  'BUDGET_EXCEEDED',
  'CALENDAR_LOOP',
  'DUE_BEFORE_START',
  'DUPLICATE_ACTION',
  'DUPLICATE_EXCEPTION',
  'DUPLICATE_ID',
  'EMPTY_INTERVAL',
  'EMPTY_VALUE',
  'EXCEPTION_OVERLAPS',
  'FIELD_NOT_HEARD',
  'GOAL_UNREACHABLE',
  'GROUP_GONE',
  'JQL_REFUSED',
  'JQL_UNBOUNDED',
  'JQL_UNUSABLE',
  'LABEL_WITH_BLANK',
  'LEVEL_ACCOUNT_GONE',
  'LEVEL_BEFORE_START',
  'LEVEL_GROUP_GONE',
  'LEVEL_NEGATIVE',
  'LEVEL_STATUS_GONE',
  'LEVEL_TOO_CLOSE',
  'LEVEL_WITHOUT_ACTION',
  'MALFORMED',
  'MANY_GOALS',
  'NAME_TOO_LONG',
  'NOTHING_CHOSEN',
  'NOTHING_COUNTED',
  'NO_CANCEL_EVENT',
  'NO_CHARGE',
  'NO_GOALS',
  'NO_NAME',
  'NO_NEXT_YEAR',
  'NO_REMAINING_GOAL',
  'NO_RESET_EVENT',
  'NO_RESUME',
  'NO_START',
  'NO_STOP',
  'OVERLAPPING_INTERVALS',
  'PAUSE_CANCELS',
  'PAUSE_COVERS_START',
  'PAUSE_MOVES_NOTHING',
  'REPEAT_NEVER',
  'REPEAT_TOO_OFTEN',
  'REVIEW_DUE',
  'SELF_REFERENCE',
  'SPACE_OUT_OF_SCOPE',
  'SPACE_TWICE',
  'SPACE_WITHOUT_GOALS',
  'STARTS_PAUSED',
  'START_IS_STOP',
  'START_WITHIN_STOP',
  'TARGET_NO_SHARE',
  'TARGET_SHORT',
  'TARGET_TOO_LONG',
  'TARGET_ZERO',
  'TEST_CASE_FAILED',
  'TEXT_TOO_LONG',
  'TIME_TOO_LONG',
  'TOO_LARGE',
  'TOO_MANY',
  'TOO_SMALL',
  'UNKNOWN_AGREEMENT',
  'UNKNOWN_BASE',
  'UNKNOWN_CALENDAR',
  'UNKNOWN_CURRENCY',
  'UNKNOWN_HOLIDAY_SET',
  'UNKNOWN_METRIC',
  'UNKNOWN_PARENT',
  'UNKNOWN_ZONE',
  'VALIDITY_REVERSED',
  'VOLATILE_CONDITION',
  'ZERO_CALENDAR',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What can be wrong with the form of a value, and what Jira does not have: screens alone have words for these. */
const FORM_CODES: readonly string[] = [
  'BAD_DATE',
  'BAD_TIME',
  'EMPTY_VALUE',
  'LABEL_WITH_BLANK',
  'LEVEL_ACCOUNT_GONE',
  'LEVEL_GROUP_GONE',
  'LEVEL_STATUS_GONE',
  'MALFORMED',
  'TEXT_TOO_LONG',
  'TIME_TOO_LONG',
  'TOO_LARGE',
  'TOO_MANY',
  'TOO_SMALL',
] satisfies readonly ProblemCode[];

export const isFormCode = (code: string): boolean => FORM_CODES.includes(code);

/** Why a definition is refused, or what to be warned of, and how to mend it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  /** Which definition: `metric:delivery`, `calendar:berlin`. */
  readonly subject: string;
  /** Where in it: `goals.0.target`. */
  readonly path: string;
  readonly message: string;
  /** Empty where screens alone have words for it, in every language. */
  readonly howToMend: string;
  /** What the sentence names, for other languages: `{ group: 'duty' }`. */
  readonly params?: Readonly<Record<string, string>>;
}

export const refusal = (
  code: ProblemCode,
  subject: string,
  path: string,
  message: string,
  howToMend: string,
): Problem => ({ code, severity: 'error', subject, path, message, howToMend });

export const warning = (
  code: ProblemCode,
  subject: string,
  path: string,
  message: string,
  howToMend: string,
): Problem => ({ code, severity: 'warning', subject, path, message, howToMend });
