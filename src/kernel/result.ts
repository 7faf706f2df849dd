import type { Finding } from './finding';
import type { Role } from './names';

/** An answer of the backend to a screen: a value, or an error a person can act on. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

/** Codes for machines; the screens hold the sentence for each in the user's language. */
export const ERROR_CODES = [
  'BAD_REQUEST',
  'NOT_FOUND',
  'FORBIDDEN',
  'CONFLICT',
  'INVALID_ANSWERS',
  'INVALID_DEFINITION',
  'ITEM_RETIRED',
  'ACCESS_WITHDRAWN',
  'APPROVAL_OVER',
  'NO_APPROVER',
  'NOBODY_TO_TELL',
  'FORM_CHANGED',
  'ALREADY_SENT',
  'BEING_SENT',
  'DRAFT_CHANGED',
  'DRAFT_LIMIT',
  'NAME_TAKEN',
  'REQUEST_REFUSED',
  'STEP_REFUSED',
  'DONE_LATER',
  'JIRA_REFUSED',
  'JIRA_UNAVAILABLE',
  'CONFLUENCE_NOT_CONNECTED',
  'FILES_UNAVAILABLE',
  'FILE_GONE',
  'FILE_REFUSED',
  'STORAGE_BUSY',
  'STORAGE_CORRUPT',
  'LIMIT_REACHED',
  'TOO_OFTEN',
  'SCREEN_OUTDATED',
  'OVER_LIMIT',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What somebody else has changed: a CONFLICT names it. */
export const CHANGED = [
  'catalog',
  'item',
  'notifications',
  'fieldSet',
  'person',
  'request',
  'service',
  'slaSettings',
] as const;
export type Changed = (typeof CHANGED)[number];

/** What somebody lacks: a FORBIDDEN names it, or a role that would do. */
export const NEEDED = ['account', 'jira', 'create', 'edit', 'pause', 'extend', 'delegation'] as const;
export type Needed = (typeof NEEDED)[number] | Role;

/** What makes no sense as things stand: a BAD_REQUEST may name it. */
export const SENSELESS = [
  'asksTooMuch',
  'countedByJira',
  'noBreach',
  'notCounted',
  'nothingDiffers',
  'nothingPaused',
  'nothingRuns',
  'nothingToExtend',
  'pauseEndsEarly',
  'periodNotBegun',
  'periodReviewed',
  'periodUnderWay',
  'replacedByItself',
  'tooFarAhead',
  'tooManyChanges',
] as const;
export type Senseless = (typeof SENSELESS)[number];

export interface AppError {
  readonly code: ErrorCode;
  /** A technical line for logs, in English: no screen shows it. */
  readonly message: string;
  /** Values for the sentence the screen shows. */
  readonly params?: Readonly<Record<string, string>>;
  /** What is wrong with a form or a definition, and where. */
  readonly fields?: readonly Finding[];
  /** Whether the same call may work later. */
  readonly retryable: boolean;
}

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (error: AppError): { readonly ok: false; readonly error: AppError } => ({
  ok: false,
  error,
});
