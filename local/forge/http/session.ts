import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
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

export function signIn(c: Context, accountId: string | undefined): void {
  if (accountId === undefined) deleteCookie(c, COOKIE, { path: '/' });
  else setCookie(c, COOKIE, accountId, { path: '/', sameSite: 'Lax', httpOnly: true });
}

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
