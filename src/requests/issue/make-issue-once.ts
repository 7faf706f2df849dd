import type { PublishedItem } from '../../catalog/domain/model';
import { masked } from '../../catalog/domain/form/secrets';
import type { IssueRef } from '../../platform/jira/issues/create-issue';
import { log } from '../../platform/log';
import { transact, type Write } from '../../platform/storage/transact';
import type { StepRow } from '../../work/step';
import { stepRows, stepWrite } from '../../work/steps';
import { AppFailure, JiraRefused } from '../../kernel/errors';
import { createIssue } from './create-issue';
import type { RequestDocument } from '../domain/model';
import type { CreatePorts } from '../ports';
import { requestWrites, revised } from '../records/store';

/** No invocation lives longer than this: an attempt still `running` after it has died. */
const ATTEMPT_MS = 30_000;
/** Jira's index shows a new issue within this time. */
const INDEX_MS = 10_000;
const INDEX_PAUSE_MS = 2_000;

/**
 * Makes the issue of a request at most once, then runs `keep` with it. Jira can't make "create if not there", so the
 * request notes each attempt before it is made, with what follows (`row`). THE FIRST CHALLENGE: two calls at once (a double
 * click, a retry while the first still runs): only the one whose note is written goes on. THE SECOND: an attempt with no answer
 * (a crash, a time-out) may have made the issue: `issueOfAttempt` looks for it before anything else is decided, because that
 * issue holds the answers of then; when nobody tries again, the first step of the row does. A refusal (4xx) is an answer:
 * nothing was made, the next attempt may go at once.
 * @throws AppFailure CONFLICT (may be tried again) while another attempt runs; whatever creating or keeping throws.
 */
export async function makeIssueOnce<T>(
  { known, wanted, row, also = [] }: Attempt,
  item: PublishedItem,
  now: number,
  ports: CreatePorts,
  keep: (request: RequestDocument, issue: IssueRef) => Promise<T>,
): Promise<T> {
  const attempt = { at: new Date(now).toISOString(), outcome: 'running' } as const;
  const noted = await note(known, wanted, attempt, [...(row === null ? [] : [stepWrite(row)]), ...also]);
  if (!noted) throw beingSent();
  try {
    return await keep(noted, await createIssue(noted, item, ports));
  } catch (error) {
    await noteOutcome(noted, item, row, error);
    throw error;
  }
}

export interface Attempt {
  /** The request as it is stored, `null` when this is the first attempt. */
  readonly known: RequestDocument | null;
  readonly wanted: RequestDocument;
  /** What follows; `null` where it is noted already. */
  readonly row: StepRow | null;
  /** What is written with the note, or nothing is. */
  readonly also?: readonly Write[];
}

/**
 * The issue an earlier attempt made though its answer was lost; `null` when none was made. Jira's index lags, so it is
 * asked twice when the attempt was moments ago.
 * @throws AppFailure CONFLICT (may be tried again) while that attempt may still run; what asking Jira throws.
 */
export async function issueOfAttempt(
  request: RequestDocument,
  now: number,
  ports: CreatePorts,
): Promise<IssueRef | null> {
  const { attempt } = request;
  if (!attempt) return null;
  const age = now - Date.parse(attempt.at);
  if (attempt.outcome === 'running' && age < ATTEMPT_MS) throw beingSent();
  const found = await ports.issueOfRequest(request.id);
  if (found || age >= INDEX_MS) return found;
  await ports.pause(INDEX_PAUSE_MS);
  return ports.issueOfRequest(request.id);
}

export const beingSent = (): AppFailure =>
  new AppFailure(
    'BEING_SENT',
    'Your request is being sent already. Look under My requests in a moment, or try again.',
    {
      retryable: true,
    },
  );

/** The request with its attempt noted; `null` when somebody else wrote it meanwhile. */
async function note(
  stored: RequestDocument | null,
  request: RequestDocument,
  attempt: RequestDocument['attempt'],
  also: readonly Write[],
): Promise<RequestDocument | null> {
  const { attempt: _, ...rest } = request;
  const next = revised(stored, { ...rest, rev: request.rev + 1, ...(attempt && { attempt }) });
  return (await transact([...requestWrites(stored, next), ...also])) === 'done' ? next : null;
}

/** A note that can't be written leaves the attempt `running`: the next one waits longer, and still asks Jira first. */
async function noteOutcome(
  request: RequestDocument,
  item: PublishedItem,
  row: StepRow | null,
  error: unknown,
): Promise<void> {
  const also = row === null ? [] : [stepRows.erase(row.id, { rev: row.rev })];
  const at = request.attempt?.at ?? request.receivedAt;
  // Who sends a form again sends its secrets again; one that was approved has them nowhere else.
  const answers = request.state === 'creating' ? masked(item.content.form, request.answers) : request.answers;
  const next = { ...request, answers };
  try {
    if (error instanceof JiraRefused) await note(request, next, undefined, also);
    else await note(request, next, { at, outcome: 'unknown' }, []);
  } catch (second) {
    log.error('submit.note', second, { requestId: request.id });
  }
}
