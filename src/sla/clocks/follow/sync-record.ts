/** A record brought to now from Jira's own history, and what is due of it. */
import { dueEscalations, type PlannedInstant } from '../../engine/replay/escalation';
import type { SlaPolicy } from '../../definitions/domain/policy/model';
import type { Instant, SlaDefinitions } from '../../engine/model';
import type { SlaRecord } from '../record/record';
import { type Draft, doneKeys } from './compose';
import { closeRecord } from './close-record';
import { chooseDue, hasLateStart } from './choose-due';
import { noteLateStarts } from './late-start';
import type { SlaPorts } from './ports';
import { rebuild } from './rebuild';

export interface Synced {
  /** The same ports, whose clock has passed the instant that is due. */
  readonly timed: SlaPorts;
  readonly asOf: Instant;
  /** With what a higher level passed over marked as skipped. */
  readonly draft: Draft;
  readonly fire: readonly PlannedInstant[];
  /** Further levels wait until these have acted. */
  readonly more: boolean;
}

/** With what the policy says of clocks that began late. `gone` when the issue is, with its record closed; `conflict` when somebody else wrote that record meanwhile. */
export async function syncRecord(
  ports: SlaPorts,
  record: SlaRecord,
  definitions: SlaDefinitions,
  policyOf: () => Promise<SlaPolicy>,
): Promise<Synced | 'gone' | 'conflict'> {
  // A clock stopped or paused minutes ago may not have reached the app yet: ask Jira before telling anybody.
  const full = await ports.readHistory(record.state.issueId, definitions, record.comments);
  if (full === null) return closeRecord(ports, record);
  // An instant is passed one millisecond later: work that stops exactly when due has kept the promise.
  const asOf = ports.now() + 1;
  const timed: SlaPorts = { ...ports, now: () => Math.max(ports.now(), asOf) };
  const draft = noteLateStarts(rebuild(full, record, definitions), record, definitions, asOf);
  const due = dueEscalations(definitions, draft.state, asOf, doneKeys(draft.acts));
  const lateStart = hasLateStart(draft.acts) ? (await policyOf()).lateStart : 'notice';
  const { fire, skip, more } = chooseDue(due, draft.acts, lateStart);
  const skipped = Object.fromEntries(skip.map(({ key }) => [key, 's'] as const));
  return { timed, asOf, draft: { ...draft, acts: { ...draft.acts, ...skipped } }, fire, more };
}
