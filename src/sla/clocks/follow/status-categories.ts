/** Categories of statuses, those included that Jira has no longer: the past is judged with what they were. */
import * as v from 'valibot';
import { readStatusCategories } from '../../../platform/jira/issues/history';
import { readRebuildable, writeBlob } from '../../../platform/storage/blobs';
import { log } from '../../../platform/log';
import { remembered } from '../../../platform/remembered';
import type { StatusCategories } from '../../engine/history';

const KEY = 'sla:status-categories';
/** Many times what a site has: without a bound a script that makes statuses would fill the document. */
const MOST_REMEMBERED = 4_000;

const rememberedSchema = v.object({ schema: v.literal(1), categories: v.record(v.string(), v.string()) });

/**
 * Categories of the site's statuses, asked anew every ten minutes. Those of a status
 * that was deleted are as they were last known; one whose category was changed counts as it is now.
 */
export const categoriesOfSite = (): Promise<StatusCategories> =>
  remembered('status categories', readAndRemember);

async function readAndRemember(): Promise<StatusCategories> {
  const [today, stored] = await Promise.all([readStatusCategories(), readRebuildable(KEY, rememberedSchema)]);
  const categories = { ...stored?.categories, ...today };
  const known = newest(categories);
  const news = Object.entries(known).some(([id, category]) => stored?.categories[id] !== category);
  // A race of two writers loses nothing for good: what is missing is written the next time it is read.
  if (news) await remember(known);
  return categories;
}

/** Not to remember is no reason not to measure. */
const remember = (categories: StatusCategories): Promise<void> =>
  writeBlob(KEY, { schema: 1, categories }, 'one').catch((error: unknown) =>
    log.error('sla.statusCategories', error),
  );

/** Jira counts ids up: what is dropped first is the oldest. */
const newest = (categories: StatusCategories): StatusCategories =>
  Object.fromEntries(
    Object.entries(categories)
      .sort(([left], [right]) => Number(right) - Number(left))
      .slice(0, MOST_REMEMBERED),
  );
