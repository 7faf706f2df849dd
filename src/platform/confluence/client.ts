import { ProxyRequestError, type APIResponse } from '@forge/api';
import * as v from 'valibot';
import { AppFailure } from '../../kernel/errors';

/** Confluence is not there for this app or this person: not connected, no licence, or no answer at all. */
export const confluenceAbsent = (cause?: unknown): AppFailure =>
  new AppFailure(
    'CONFLUENCE_NOT_CONNECTED',
    'Pledge is not connected to Confluence on this site, or you have no access to Confluence. Everything else works.',
    { cause },
  );

/** Whether an error says that Confluence can't be used now. */
export const isConfluenceAbsent = (error: unknown): boolean =>
  error instanceof AppFailure && error.code === 'CONFLUENCE_NOT_CONNECTED';

const confluenceDown = (why: string, cause?: unknown): AppFailure =>
  new AppFailure(
    'CONFLUENCE_NOT_CONNECTED',
    `Confluence can't be reached right now. ${why} Try again in a moment.`,
    {
      retryable: true,
      cause,
    },
  );

/**
 * Reads Confluence's answer; `null` where it answers 404: gone, or not visible to whoever asks. Calls are written where
 * they are made, with a literal `route`, so that Forge's linter sees each operation and its scope.
 * @throws AppFailure CONFLUENCE_NOT_CONNECTED, retryable on 429, 5xx, no connection, or an answer of another shape.
 */
export async function findConfluence<T>(
  call: Promise<APIResponse>,
  schema: v.GenericSchema<unknown, T>,
): Promise<T | null> {
  const response = await call.catch((error: unknown) => {
    throw error instanceof ProxyRequestError
      ? confluenceAbsent(error)
      : confluenceDown('The connection failed.', error);
  });
  if (response.status === 404) return null;
  if (response.status === 401 || response.status === 403) throw confluenceAbsent();
  if (!response.ok) throw confluenceDown(`It answered ${String(response.status)}.`);
  const parsed = v.safeParse(schema, await bodyOf(response));
  if (parsed.success) return parsed.output;
  throw confluenceDown(
    `It answered in a form this app does not know (${v.getDotPath(parsed.issues[0]) ?? 'body'}).`,
  );
}

async function bodyOf(response: APIResponse): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
