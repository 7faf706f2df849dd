import { badRequest } from './product-error.ts';
import { type Call } from './router.ts';

export interface Page {
  readonly startAt: number;
  readonly maxResults: number;
}

/** A whole number of the query string; refuses text with 400. */
export function numberParam(call: Call, name: string, fallback: number): number {
  const text = call.query.get(name);
  if (text === null || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw badRequest(`The value of '${name}' must be a whole number that is not negative.`);
  return value;
}

/** `startAt` and `maxResults`; more than `most` is cut down to `most`, as the products do. */
export const pageOf = (call: Call, fallback = 50, most = 100): Page => ({
  startAt: numberParam(call, 'startAt', 0),
  maxResults: Math.min(numberParam(call, 'maxResults', fallback), most),
});

/** Cuts one page out of a whole list, in the shape of Jira's PageBean. */
export function pageBean<T>(
  all: readonly T[],
  page: Page,
): { startAt: number; maxResults: number; total: number; isLast: boolean; values: T[] } {
  const values = all.slice(page.startAt, page.startAt + page.maxResults);
  return { ...page, total: all.length, isLast: page.startAt + values.length >= all.length, values };
}

/** Values of a list parameter: repeated, or separated by commas. */
export function listParam(call: Call, name: string): string[] {
  return call.query
    .getAll(name)
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** Opaque page tokens: base64 of a number. Throws 400 on anything else. */
export const tokenOf = (offset: number): string => Buffer.from(`o:${offset}`).toString('base64url');

export function offsetOf(token: string | null | undefined): number {
  if (!token) return 0;
  const text = Buffer.from(token, 'base64url').toString();
  if (!/^o:\d+$/.test(text)) throw badRequest('The page token is not valid. Start again without it.');
  return Number(text.slice(2));
}
