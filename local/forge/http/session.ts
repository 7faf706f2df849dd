import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';
import { findPerson, type People, type Person } from './people';

const COOKIE = 'local_user';

/**
 * Who makes a request: HTTP Basic with an e-mail or the name before its `@` and any password (never an account id: the
 * user's part ends at the first colon), else the session cookie.
 * Undefined for nobody. There are no secrets here: the site is for one developer's machine.
 */
export function whoAsks(c: Context, people: People): Person | undefined {
  const basic = basicLogin(c.req.header('authorization'));
  const login = basic ?? getCookie(c, COOKIE);
  return login === undefined ? undefined : findPerson(people, login);
}

/** Who makes a request; nobody is refused. */
export function signedIn(c: Context, people: People): Person {
  return whoAsks(c, people) ?? refuse(401, 'Nobody is signed in.');
}

export function refuse(status: 400 | 401 | 403 | 404, message: string): never {
  throw new HTTPException(status, { message });
}

/** The JSON body of a request as the schema knows it; another one is refused. */
export const bodyOf = async <S extends v.GenericSchema>(c: Context, schema: S): Promise<v.InferOutput<S>> =>
  v.parse(schema, await c.req.json());

/** What the site's own API answers when something was thrown: the words, with the error's own status where it has one. */
export function answerError(error: Error & { readonly status?: unknown }, c: Context): Response {
  const senseless = error instanceof v.ValiError || error instanceof RangeError;
  const status = typeof error.status === 'number' ? error.status : senseless ? 400 : 500;
  return c.json({ error: { message: error.message } }, status as 400);
}

export const signIn = (c: Context, accountId: string): void =>
  setCookie(c, COOKIE, accountId, { path: '/', sameSite: 'Lax', httpOnly: true });

/** False for a request that changes something and comes from a page of another origin, such as the app's frame. */
export function isOwnOrigin(c: Context, origin: string): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return true;
  const from = c.req.header('origin');
  return from === undefined || from === origin || from === `http://${c.req.header('host') ?? ''}`;
}

function basicLogin(header: string | undefined): string | undefined {
  if (header === undefined || !header.startsWith('Basic ')) return undefined;
  const text = Buffer.from(header.slice('Basic '.length), 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon === -1 ? text : text.slice(0, colon);
}
