import type { PublishedItem } from '../catalog/domain/model';
import type { IssueRef } from '../platform/jira/create-issue';
import { log } from '../platform/log';
import { AppFailure, JiraRefused } from '../shared/domain/errors';
import { createIssue } from './create-issue';
import type { RequestDocument } from './domain/model';
import type { CreatePorts } from './ports';
import { requests } from './store';

/** No invocation lives longer than this: an attempt still `running` after it has died. */
const ATTEMPT_MS = 30_000;
/** Jira's index shows a new issue within this time. */
const INDEX_MS = 10_000;
const INDEX_PAUSE_MS = 2_000;

/**
 * Makes the issue of a request at most once, then runs `keep` with it. Jira can't make "create if not there", so the
 * request notes each attempt before it is made. THE FIRST CHALLENGE: two calls at once (a double click, a retry while
 * the first still runs): only the one whose note is written goes on. THE SECOND: an attempt with no answer (a crash, a
 * time-out) may have made the issue: the next one first asks Jira for an issue that carries the request's id, twice if
 * the attempt was moments ago, as Jira's index lags. A refusal (4xx) is an answer: nothing was made, the next attempt
 * may go at once.
 * @throws AppFailure CONFLICT (may be tried again) while another attempt runs; whatever creating or keeping throws.
 */
export async function makeIssueOnce<T>(
  wanted: RequestDocument,
  item: PublishedItem,
  now: number,
  ports: CreatePorts,
  keep: (request: RequestDocument, issue: IssueRef) => Promise<T>,
): Promise<T> {
  const former = wanted.attempt;
  const age = former ? now - Date.parse(former.at) : 0;
  if (former?.outcome === 'running' && age < ATTEMPT_MS) throw beingSent();
  const noted = await note(wanted, { at: new Date(now).toISOString(), outcome: 'running' });
  if (!noted) throw beingSent();
  try {
    const made = former ? await findMade(wanted.id, age, ports) : null;
    return await keep(noted, made ?? (await createIssue(noted, item, ports)));
  } catch (error) {
    await noteOutcome(noted, error);
    throw error;
  }
}

const beingSent = () =>
  new AppFailure(
    'CONFLICT',
    'Your request is being sent already. Look under My requests in a moment, or try again.',
    {
      retryable: true,
    },
  );

/** The request with its attempt noted; `null` when somebody else wrote it meanwhile. */
async function note(
  request: RequestDocument,
  attempt: RequestDocument['attempt'],
): Promise<RequestDocument | null> {
  const { attempt: _, ...rest } = request;
  const next: RequestDocument = { ...rest, rev: request.rev + 1, ...(attempt && { attempt }) };
  return (await requests.put(next.id, next, { rev: request.rev })) === 'done' ? next : null;
}

/** A note that can't be written leaves the attempt `running`: the next one waits longer, and still asks Jira first. */
async function noteOutcome(request: RequestDocument, error: unknown): Promise<void> {
  const at = request.attempt?.at ?? request.createdAt;
  try {
    await note(request, error instanceof JiraRefused ? undefined : { at, outcome: 'unknown' });
  } catch (second) {
    log.error('submit.note', second, { requestId: request.id });
  }
}

async function findMade(requestId: string, ageMs: number, ports: CreatePorts): Promise<IssueRef | null> {
  const found = await ports.issueOfRequest(requestId);
  if (found || ageMs >= INDEX_MS) return found;
  await ports.pause(INDEX_PAUSE_MS);
  return ports.issueOfRequest(requestId);
}
