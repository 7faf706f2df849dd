import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { PublishedItem } from '../../catalog/domain/model';
import { log } from '../../platform/log';
import { firstUnder } from '../../platform/storage/under';
import { guarded } from '../../platform/storage/transact';
import type { JiraRefused } from '../../kernel/errors';

const PREFIX = 'refused:';
const DAYS = 14;
const MOST = 100;
const MAX_WORDS = 500;

const refusalSchema = v.object({ itemId: v.string(), version: v.number(), at: v.string(), why: v.string() });

/** The last time Jira refused a request of an item, in Jira's words. */
export type Refusal = v.InferOutput<typeof refusalSchema>;

/** Notes for the item's health that Jira refused a request of it; one note an item, for two weeks. Never throws. */
export async function noteRefusal(item: PublishedItem, error: JiraRefused, now: number): Promise<void> {
  const why = [...error.messages, ...Object.entries(error.jiraFields).map(([id, text]) => `${id}: ${text}`)];
  const note: Refusal = {
    itemId: item.id,
    version: item.version,
    at: new Date(now).toISOString(),
    why: (why.join(' ') || String(error.status)).slice(0, MAX_WORDS),
  };
  try {
    await guarded(() => kvs.set(`${PREFIX}${item.id}`, note, { ttl: { value: DAYS, unit: 'DAYS' } }));
  } catch (second) {
    log.error('submit.refusal', second, { itemId: item.id });
  }
}

/** The notes, at most a hundred items'. */
export async function readRefusals(): Promise<readonly Refusal[]> {
  const rows = await firstUnder(PREFIX, MOST);
  return rows.flatMap(({ value }) => {
    const parsed = v.safeParse(refusalSchema, value);
    return parsed.success ? [parsed.output] : [];
  });
}
