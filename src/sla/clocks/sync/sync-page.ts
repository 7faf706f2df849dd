/** Brings the records of a page of issues to what Jira says. */
import { log } from '../../../platform/log';
import { inParallel } from '../../../kernel/in-parallel';
import { parseInstant } from '../../engine/history/schema';
import type { SlaDefinitions } from '../../engine/model';
import type { HistoryPage } from '../../../platform/jira/issues/history-search';
import { historiesOf } from '../follow/histories-of';
import type { FullHistory } from '../follow/ports';
import { NO_KNOWLEDGE, type OwnKnowledge, rebuild } from '../follow/rebuild';
import { persist } from '../follow/persist';
import { notifyParents } from '../follow/notify-parents';
import { repairCopies } from './repair-copies';
import type { BulkPorts } from './ports';

export interface SyncedPage {
  readonly checked: number;
  /** Records that said something else, or were missing. */
  readonly changed: number;
  /** Of these, issues at rest for a while: no event under way can explain the difference. */
  readonly repaired: number;
  /** Issues that could not be brought up to date. */
  readonly failed: number;
}

export const NOTHING_SYNCED: SyncedPage = { checked: 0, changed: 0, repaired: 0, failed: 0 };

export interface SyncOptions {
  /** Passed escalations are remembered as skipped. */
  readonly silent: boolean;
  /** Whether work items above are told anew what they have been told: a message may have been lost, a link made unseen. */
  readonly retell?: boolean;
  /** Told of every work item that was brought up to date. */
  readonly saw?: (full: FullHistory, known: OwnKnowledge) => void;
}

/** An event may still be on its way so long after the change. */
const EVENT_DELAY_MS = 5 * 60_000;
const AT_ONCE = 5;

/**
 * Replays each issue of a page and writes only what differs. One issue that fails does not stop the others.
 * `silent` for recomputations that must not page anybody.
 */
export async function syncPage(
  ports: BulkPorts,
  page: HistoryPage,
  definitions: SlaDefinitions,
  options: SyncOptions,
): Promise<SyncedPage> {
  const items = await historiesOf(ports, page, definitions);
  let [changed, repaired, failed] = [0, 0, 0];
  await inParallel(items, AT_ONCE, async ({ found, read }) => {
    try {
      const { full, record: before } = await read();
      const draft = rebuild(full, before, definitions);
      const settled = await persist(ports, draft, before, definitions, options);
      if (settled === 'unchanged' && before !== null) await repairCopies(ports, before, found, definitions);
      if (settled === 'conflict') failed += 1;
      else if (options.retell && before?.told !== undefined) await retell(ports, full, definitions);
      if (settled !== 'conflict') options.saw?.(full, before ?? NO_KNOWLEDGE);
      if (settled !== 'saved') return;
      changed += 1;
      const updated = parseInstant(found.issue.fields['updated']) ?? 0;
      if (updated < ports.now() - EVENT_DELAY_MS) repaired += 1;
    } catch (error) {
      failed += 1;
      log.error('sla.issue.failed', error, { issueId: found.issue.id });
    }
  });
  return { checked: items.length, changed, repaired, failed };
}

/** One storage read more for a work item with others above it, and one for each of these. */
async function retell(ports: BulkPorts, full: FullHistory, definitions: SlaDefinitions): Promise<void> {
  const { record } = await ports.load(full.issue.id);
  if (record !== null && record.open !== 'g') await notifyParents(ports, record, definitions, full);
}
