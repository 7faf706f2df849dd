import type { APIResponse } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused, JiraUnavailable } from '../../kernel/errors';

/**
 * Reads Jira's answer. Calls are written where they are made, as
 * `readJira(api.asApp().requestJira(route\`/rest/api/3/issue/${id}\`), schema)`,
 * so that Forge's linter sees each operation and its scope.
 *
 * @throws JiraRefused on a 4xx; JiraUnavailable on 401, 429, 5xx, no connection, or an answer of another shape.
 */
export async function readJira<T>(
  call: Promise<APIResponse>,
  schema: v.GenericSchema<unknown, T>,
): Promise<T> {
  const response = await answerOfJira(call);
  const parsed = v.safeParse(schema, await bodyOf(response));
  if (parsed.success) return parsed.output;
  throw new JiraUnavailable(
    `It answered in a form this app does not know (${v.getDotPath(parsed.issues[0]) ?? 'body'}).`,
  );
}

/** The same for operations whose answer has no body. */
export async function doneJira(call: Promise<APIResponse>): Promise<void> {
  await answerOfJira(call);
}

/** As `readJira`, but `null` where Jira answers 404: gone, or not visible to whoever asks. */
export const findJira = <T>(
  call: Promise<APIResponse>,
  schema: v.GenericSchema<unknown, T>,
): Promise<T | null> => ifFound(readJira(call, schema));

/** What is read of Jira; `null` where it answers 404. */
export async function ifFound<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof JiraRefused && error.status === 404) return null;
    throw error;
  }
}

/** Headers and body of a request that carries JSON; spread it beside a literal `method`. */
export const jsonBody = (
  body: unknown,
): { readonly body: string; readonly headers: Record<string, string> } => ({
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
});

const refusalSchema = v.object({
  errorMessages: v.optional(v.array(v.string()), []),
  errors: v.optional(v.record(v.string(), v.unknown()), {}),
});

/** What Jira answers, unread: for what is no JSON. @throws as `readJira` does, but for the shape. */
export async function answerOfJira(call: Promise<APIResponse>): Promise<APIResponse> {
  const response = await call.catch((error: unknown) => {
    throw new JiraUnavailable('The connection failed.', undefined, error);
  });
  if (response.ok) return response;
  if (response.status === 429 || response.status >= 500 || response.status === 401) {
    const retryAfter = Number(response.headers.get('retry-after'));
    throw new JiraUnavailable(`It answered ${response.status}.`, retryAfter > 0 ? retryAfter : undefined);
  }
  const parsed = v.safeParse(refusalSchema, await bodyOf(response));
  if (!parsed.success) throw new JiraRefused(response.status, []);
  const { errorMessages, errors } = parsed.output;
  const texts = Object.entries(errors).map(([field, text]) => [field, String(text)] as const);
  throw new JiraRefused(response.status, errorMessages, Object.fromEntries(texts));
}

async function bodyOf(response: APIResponse): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
