/** Tells Atlassian every week whose personal data the app keeps, and writes down which of the accounts were closed. */
import type { ReportState } from './state';
import { accountsIn } from './accounts-in';

export interface StoredPage {
  readonly rows: readonly unknown[];
  readonly cursor?: string | undefined;
}

export interface ReportPorts {
  /** How many places there are to look through: each kind of row, and the plain keys. */
  readonly places: number;
  readonly page: (place: number, cursor: string | undefined) => Promise<StoredPage>;
  /** Answers those of the accounts that were closed, or of which something changed. */
  readonly report: (
    accounts: readonly { readonly accountId: string; readonly updatedAt: string }[],
  ) => Promise<readonly { readonly accountId: string; readonly status: 'closed' | 'updated' }[]>;
  readonly read: () => Promise<ReportState | null>;
  readonly write: (state: ReportState) => Promise<void>;
}

/** Atlassian asks for a report every seven days. */
const EVERY_MS = 6 * 24 * 3_600_000;
/** A night's share: on a large site a report takes several nights. */
const MOST_PAGES = 200;
const MOST_CLOSED = 500;

/**
 * Goes on with the report, or begins one when the last is six days old. Only ids are kept of people, so there is nothing to
 * refresh of those that changed; closed ones are kept for the health page as long as a report finds them. Safe to repeat.
 */
export async function reportPeople(ports: ReportPorts, now: number): Promise<void> {
  const before = await ports.read();
  if (before?.doneAt !== undefined && now - before.doneAt < EVERY_MS) return;
  const unfinished = before !== null && before.doneAt === undefined ? before : null;
  const startedAt = unfinished?.startedAt ?? (unfinished === null ? now : 0);
  let place = unfinished?.place ?? 0;
  let cursor = unfinished?.cursor;
  const closed = new Map((before?.closed ?? []).map((each) => [each.accountId, each]));
  const told = new Set<string>();
  for (let pages = 0; pages < MOST_PAGES && place < ports.places; pages += 1) {
    const page = await ports.page(place, cursor);
    const fresh = [...accountsIn(page.rows)].filter((id) => !told.has(id));
    const updatedAt = new Date(now).toISOString();
    const answers =
      fresh.length === 0 ? [] : await ports.report(fresh.map((accountId) => ({ accountId, updatedAt })));
    for (const id of fresh) told.add(id);
    for (const { accountId, status } of answers)
      if (status === 'closed') closed.set(accountId, { accountId, at: now });
    cursor = page.cursor;
    if (cursor === undefined) place += 1;
  }
  const done = place >= ports.places;
  await ports.write({
    schema: 1,
    startedAt,
    place: done ? 0 : place,
    ...(cursor === undefined ? {} : { cursor }),
    ...(done ? { doneAt: now } : {}),
    closed: [...closed.values()].filter(({ at }) => !done || at >= startedAt).slice(-MOST_CLOSED),
  });
}
