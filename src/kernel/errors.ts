import type { Finding } from './finding';
import type { AppError, Changed, ErrorCode, Needed } from './result';

interface Details {
  readonly params?: Readonly<Record<string, string>>;
  readonly fields?: readonly Finding[];
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

/** An expected failure with a code for machines and a sentence for people. The resolver wrapper answers it as it stands. */
export class AppFailure extends Error {
  readonly code: ErrorCode;
  readonly params?: Readonly<Record<string, string>>;
  readonly fields?: readonly Finding[];
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'AppFailure';
    this.code = code;
    this.params = details.params;
    this.fields = details.fields;
    this.retryable = details.retryable ?? false;
  }

  toAppError(): AppError {
    return {
      code: this.code,
      message: this.message,
      ...(this.params && { params: this.params }),
      ...(this.fields && { fields: this.fields }),
      retryable: this.retryable,
    };
  }
}

/** Jira said no: a 4xx other than 401/429, in its words or a code of ours. `jiraFields` holds its message per Jira field id. */
export class JiraRefused extends AppFailure {
  constructor(
    readonly status: number,
    readonly messages: readonly string[],
    readonly jiraFields: Readonly<Record<string, string>> = {},
  ) {
    const why = [...messages, ...Object.entries(jiraFields).map(([id, text]) => `${id}: ${text}`)].join(' ');
    super('JIRA_REFUSED', `Jira did not accept this (${status}). ${why}`.trim(), {
      params: { status: String(status), why },
    });
    this.name = 'JiraRefused';
  }
}

/** Jira could not answer: 429, 5xx, a broken connection or an answer that is not what its documentation says. */
export class JiraUnavailable extends AppFailure {
  constructor(
    message: string,
    readonly retryAfterSeconds?: number,
    cause?: unknown,
  ) {
    super('JIRA_UNAVAILABLE', `Jira can't be reached right now. ${message} Try again in a moment.`, {
      retryable: true,
      cause,
    });
    this.name = 'JiraUnavailable';
  }
}

export const notFound = (what: string): AppFailure =>
  new AppFailure('NOT_FOUND', `${what} was not found, or you may not see it.`);

export const forbidden = (needed: Needed): AppFailure =>
  new AppFailure('FORBIDDEN', `Needs ${needed}.`, { params: { needed } });

export const badRequest = (message: string, fields?: readonly Finding[]): AppFailure =>
  new AppFailure('BAD_REQUEST', message, { fields });

/** A screen of another version of the app asks what this one does not answer: `what` names the call, or where it differs. */
export const screenOutdated = (what: Readonly<Record<string, string>>): AppFailure =>
  new AppFailure('SCREEN_OUTDATED', 'The screen is of another version of the app.', { params: what });

/** Somebody else changed it since it was read. */
export const conflict = (what: Changed): AppFailure =>
  new AppFailure('CONFLICT', `Changed meanwhile: ${what}.`, { params: { what } });

export const storageBusy = (cause?: unknown): AppFailure =>
  new AppFailure('STORAGE_BUSY', "The app's storage is busy. Nothing was saved; try again in a moment.", {
    retryable: true,
    cause,
  });

/** Something is stored and can't be read: to be mended, not to be tried again, and never to be taken for nothing. */
export const storageCorrupt = (): AppFailure =>
  new AppFailure('STORAGE_CORRUPT', "Something the app has stored can't be read. It has been logged.");

export const isCorrupt = (error: unknown): error is AppFailure =>
  error instanceof AppFailure && error.code === 'STORAGE_CORRUPT';
