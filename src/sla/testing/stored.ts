/** Records and definitions put where the app looks for them: for tests that go through storage. */
import { open as openState, advance } from '../engine';
import type { Fact, Fields, Instant, SlaDefinitions } from '../engine/model';
import type { SlaDisplay } from '../definitions/domain/display/model';
import { writeDefinitions } from '../definitions/stored/definitions-store';
import { displayStore } from '../definitions/stored/display-store';
import { slaRecords } from '../clocks/record/record-store';
import { compose } from '../clocks/follow/compose';
import { definitions as defaults, PROJECT, STATUS } from './definitions';

/** Stores the definitions as the next version. */
export const storeDefinitions = (definitions: SlaDefinitions = defaults): Promise<void> =>
  writeDefinitions(definitions);

/** Stores how clocks are shown, for the first time. */
export const storeDisplay = (display: Partial<SlaDisplay>): Promise<number> =>
  displayStore.save(display, 0, { accountId: 'ines', now: 0 });

interface Issue {
  readonly id: string;
  readonly createdAt: Instant;
  readonly projectId?: string;
  readonly facts?: readonly Fact[];
}

/** An open issue that was created then, with its record as of `now`. */
export async function storeIssue(
  { id, createdAt, projectId = PROJECT, facts = [] }: Issue,
  now: Instant,
  definitions: SlaDefinitions = defaults,
): Promise<void> {
  const initial: Fields = { status: [STATUS.open], statusCategory: ['new'], projectId: [projectId] };
  const head = { issueId: id, issueKey: `T-${id}`, createdAt, reporter: 'rita', initial };
  const state = advance(definitions, openState(definitions, head), facts);
  const draft = { projectId, requester: null, state, facts: [], seen: [], acts: {} };
  const base = { at: createdAt, change: 0, comment: 0 };
  const { record } = compose({ ...draft, base }, null, definitions, now);
  await slaRecords.put(record, 'any');
}

/** The issue starts to wait for its requester. */
export const waits = (at: Instant): Fact => ({
  kind: 'change',
  at,
  id: '900',
  by: 'ingrid',
  changes: [{ field: 'status', from: [STATUS.open], to: [STATUS.waiting] }],
});
