/** Tells Atlassian every week whose personal data the app keeps, and takes those out whose accounts are closed. */
import { createHash } from 'node:crypto';
import { accountsIn, type FormerPeople, formerMark } from '../kernel/former-people';
import { log } from '../platform/log';
import type { ReportState } from './state';

/** A stored row: the place it was found at, its key, and all that it says as text. */
export interface StoredText {
  readonly key: string;
  readonly text: string;
}

export interface StoredPage {
  readonly rows: readonly StoredText[];
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
  /** Puts marks in place of former users in a row. */
  readonly erase: (place: number, key: string, former: FormerPeople) => Promise<void>;
  readonly read: () => Promise<ReportState | null>;
  readonly write: (state: ReportState) => Promise<void>;
}

/** Atlassian asks for a report every seven days. */
const EVERY_MS = 6 * 24 * 3_600_000;
/** A night's share: on a large site a report takes several nights. */
const MOST_PAGES = 200;
const MOST_MARKS = 500;

/**
 * Goes on with the report, or begins one when the last is six days old. Only ids are kept of people, so there is nothing to
 * refresh of those that changed. Those that are closed are erased page by page: whoever is told of them has seen no page
 * with them before. Safe to repeat; a row that can't be written is found again by the next report.
 */
export async function reportPeople(ports: ReportPorts, now: number): Promise<void> {
  const before = await ports.read();
  if (before?.doneAt !== undefined && now - before.doneAt < EVERY_MS) return;
  const salt = before?.salt ?? crypto.randomUUID();
  let state: ReportState =
    before?.salt === undefined ? { schema: 1, place: 0, salt, erased: [] } : { ...before, salt };
  // Kept from the first: whoever goes on after a failure gives everybody the same mark.
  await ports.write(state);
  const former = new Map<string, string>();
  const told = new Set<string>();
  for (let pages = 0; pages < MOST_PAGES && state.place < ports.places; pages += 1) {
    const { place } = state;
    const page = await ports.page(place, state.cursor);
    const rows = page.rows.map(({ key, text }) => ({
      key,
      ids: accountsIn(`${JSON.stringify(key)} ${text}`),
    }));
    const fresh = [...new Set(rows.flatMap(({ ids }) => [...ids]))].filter((id) => !told.has(id));
    for (const id of await closedOf(fresh, ports, now)) former.set(id, markOf(id, salt));
    for (const id of fresh) told.add(id);
    const named = rows.filter(({ ids }) => [...ids].some((id) => former.has(id)));
    for (const { key } of named) await eraseFrom(place, key, former, ports);
    const { cursor } = page;
    state = {
      schema: 1,
      salt,
      ...(cursor === undefined ? { place: place + 1 } : { place, cursor }),
      erased: [...new Set([...state.erased, ...former.values()])].slice(0, MOST_MARKS),
    };
  }
  const isDone = state.place >= ports.places;
  await ports.write(isDone ? { schema: 1, place: 0, doneAt: now, erased: state.erased } : state);
}

async function closedOf(ids: readonly string[], ports: ReportPorts, now: number): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const updatedAt = new Date(now).toISOString();
  const answers = await ports.report(ids.map((accountId) => ({ accountId, updatedAt })));
  return answers.flatMap(({ accountId, status }) => (status === 'closed' ? [accountId] : []));
}

/** One row that can't be written stops no others, nor the report. */
async function eraseFrom(
  place: number,
  key: string,
  former: FormerPeople,
  ports: ReportPorts,
): Promise<void> {
  try {
    await ports.erase(place, key, former);
  } catch (error) {
    log.error('privacy.erase.failed', error, { place });
  }
}

const MARK_LENGTH = 16;
const markOf = (accountId: string, salt: string): string =>
  formerMark(createHash('sha256').update(`${salt} ${accountId}`).digest('hex').slice(0, MARK_LENGTH));
