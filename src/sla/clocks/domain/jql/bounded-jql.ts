/** A query of a commitment with the bounds of a period in it. */
import type { Instant } from '../../../engine/model';

export type JqlFault = 'unbalanced' | 'orderBy';

const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/** What would make a query say something else, or nothing, as part of a larger one; `null` when nothing does. */
export function jqlFault(query: string): JqlFault | null {
  const bare = query.replace(QUOTED, '');
  if (/["']/.test(bare)) return 'unbalanced';
  let depth = 0;
  for (const sign of bare) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth < 0) return 'unbalanced';
  }
  if (depth !== 0) return 'unbalanced';
  return /\border\s+by\b/i.test(bare) ? 'orderBy' : null;
}

const PLACE = /"\{(?:from|to)\}"|'\{(?:from|to)\}'|\{(?:from|to)\}/g;

/** Whether a query looks at the period at all. */
export const isBounded = (query: string): boolean => new RegExp(PLACE.source).test(query);

/** `"2026-11-01 00:00"`: a date in JQL means the zone of whoever asks. */
const jqlDate = (at: Instant, zone: string): string =>
  `"${new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at)}"`;

/** The query with `{from}` and `{to}`, quoted or not, as dates of a period; to the minute, in the zone of whoever asks. */
export const boundedJql = (
  query: string,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  zone: string,
): string => query.replace(PLACE, (place) => jqlDate(place.includes('from') ? from : to, zone));

/** Both queries, each in its own parentheses. */
export const bothJql = (among: string, matching: string): string => `(${among}) AND (${matching})`;
