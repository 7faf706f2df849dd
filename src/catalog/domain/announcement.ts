/** What people are told in the portal for a while: for information, or of a known issue. */
import * as v from 'valibot';
import { refsTo, type Visit } from '../../kernel/refs';
import type { ReadOnly } from '../../kernel/read-only';
import { instantOf, isKnownZone, zoneTable } from '../../sla/engine/calendar/zone';
import { entitlementSchema, revSchema } from './parts-schema';
import { idSchema, textSchema } from './texts/text-schema';

export const ANNOUNCEMENT_KINDS = ['information', 'knownIssue'] as const;

/** By the clock of its zone, such as `2026-03-20T18:00`. */
const wallTime = v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)));
const ids = v.optional(v.pipe(v.array(idSchema), v.maxLength(50)), []);

export const announcementSchema = v.pipe(
  v.strictObject({
    id: idSchema,
    rev: v.optional(revSchema),
    kind: v.picklist(ANNOUNCEMENT_KINDS),
    /** Its heading. */
    name: textSchema(120),
    text: textSchema(1_000),
    /** The work item that a known issue is worked on in. */
    issueKey: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^[A-Z][A-Z0-9_]+-\d+$/, 'NO_ISSUE_KEY'))),
    zone: v.pipe(v.string(), v.check(isKnownZone, 'UNKNOWN_ZONE')),
    /** At once and for good where they are left out. */
    from: wallTime,
    to: wallTime,
    /** What it is about; everything where all are empty. */
    catalogs: ids,
    categories: ids,
    items: ids,
    /** Who is told; everybody when left out. */
    entitlement: v.optional(entitlementSchema),
  }),
  v.forward(
    v.partialCheck(
      [['from'], ['to']],
      ({ from, to }) => from === undefined || to === undefined || from < to,
      'ENDS_BEFORE_IT_BEGINS',
    ),
    ['to'],
  ),
);
export type Announcement = ReadOnly<v.InferOutput<typeof announcementSchema>>;

/** Everything it names by id, beside its audience. */
export const announcementRefs = (visit: Visit, value: Announcement): Announcement => ({
  ...value,
  catalogs: refsTo(visit, 'catalog', value.catalogs, 'catalogs'),
  categories: refsTo(visit, 'category', value.categories, 'categories'),
  items: refsTo(visit, 'item', value.items, 'items'),
});

const DAY_MS = 86_400_000;
/** What somebody has of the catalog is older than a day at most: so much ahead is told what begins. */
const AHEAD_MS = DAY_MS + 7_200_000;

/** When it is shown (UTC, ms). */
export interface Shown {
  readonly from?: number;
  readonly to?: number;
}

/** When an announcement is shown; `null` where it is over, or does not begin before a browser asks again. */
export function shownAt(
  { from, to, zone }: Pick<Announcement, 'from' | 'to' | 'zone'>,
  now: number,
): Shown | null {
  const [start, end] = [from, to].map((wall) => (wall === undefined ? undefined : instantIn(zone, wall)));
  if ((end ?? Infinity) <= now || (start ?? 0) > now + AHEAD_MS) return null;
  return { ...(start !== undefined && { from: start }), ...(end !== undefined && { to: end }) };
}

/** An hour that is skipped is the one after it; one that comes twice is the first. */
function instantIn(zone: string, wall: string): number {
  const at = Date.parse(`${wall}:00Z`);
  return instantOf(zoneTable(zone, at - 3 * DAY_MS, at + 3 * DAY_MS), at, 'earlier');
}
