import { offsetOf, tokenOf } from '../shared/paging.ts';
import { badRequest } from '../shared/product-error.ts';
import { type Call } from '../shared/router.ts';

export interface Window {
  readonly offset: number;
  readonly limit: number;
}

/** `cursor` and `limit` of a call (1 to 250, 25 if absent). */
export function windowOf(call: Call, fallback = 25): Window {
  const text = call.query.get('limit');
  const limit = text === null ? fallback : Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 250)
    throw badRequest('The limit must be a whole number from 1 to 250.');
  return { offset: offsetOf(call.query.get('cursor')), limit };
}

/** One page of a list with the link to the next one, relative to the site, as the second version of the REST API answers. */
export function cursorPage(
  call: Call,
  path: string,
  base: string,
  found: readonly object[],
  { offset, limit }: Window,
): object {
  const query = new URLSearchParams(call.query);
  query.set('cursor', tokenOf(offset + limit));
  const next = found.length > limit ? { next: `${path}?${query.toString()}` } : {};
  return { results: found.slice(0, limit), _links: { ...next, base } };
}

/** As `cursorPage`, from a whole list. */
export const cursorSlice = (call: Call, path: string, base: string, all: readonly object[]): object => {
  const window = windowOf(call);
  return cursorPage(call, path, base, all.slice(window.offset, window.offset + window.limit + 1), window);
};
