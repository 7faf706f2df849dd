/** Stores what was computed, shows it, and plans what comes next. */
import { dueEscalations } from '../../engine/replay/escalation';
import { log } from '../../../platform/log';
import type { Expectation, Outcome, Write } from '../../../platform/storage/transact';
import type { Instant, SlaDefinitions } from '../../engine/model';
import { isDeferred, type SlaRecord } from '../record/record';
import { staleIn, UNSHOWN } from '../display-copy/fingerprint';
import type { PropertyValues } from '../display-copy/property';
import { compose, concerns, saysTheSame, doneKeys, type Draft } from './compose';
import { noteLateStarts } from './late-start';
import type { SlaPorts } from './ports';
import { FLUSH_RUN } from './flush-run';
import { publishStale } from './publish-copy';

/** The sweep looks this far ahead; what is due sooner than its next run can't wait for it. */
export const SWEEP_PERIOD_MS = 5 * 60_000;

export type Persisted = 'unchanged' | 'saved' | 'conflict' | 'outOfScope';

/** A record to be written, already shown in Jira. */
export interface Prepared {
  readonly record: SlaRecord;
  readonly expect: Expectation;
  /** Once it is written. */
  readonly after: () => Promise<void>;
}

export interface PersistOptions {
  /** Passed escalations are remembered as skipped instead of carried out: a recomputation must not page anybody. */
  readonly silent?: boolean;
  /** Written in the record's transaction. */
  readonly also?: readonly Write[] | undefined;
}

/** A display that could not be written is tried again so soon; after that by the next event, or the reconciliation. */
export const RETRY_COPY_MS = 60_000;

/**
 * At most one conditional write, and none when nothing changed. The display copy is written before the record,
 * so that a stored fingerprint is never ahead of Jira; a crash in between leaves Jira ahead, and the event is
 * tried again. A display that can't be written never keeps the record from being stored: the record remembers it.
 * `conflict`: somebody else wrote, load and decide again.
 */
export async function persist(
  ports: SlaPorts,
  draft: Draft,
  before: SlaRecord | null,
  definitions: SlaDefinitions,
  options: PersistOptions = {},
): Promise<Persisted> {
  const prepared = await prepare(ports, draft, before, definitions, options);
  if (typeof prepared === 'string') return prepared;
  return (await write(ports, prepared, options.also)) === 'done' ? 'saved' : 'conflict';
}

/** Writes what was prepared, with what else belongs into its transaction. */
export async function write(
  ports: SlaPorts,
  { record, expect, after }: Prepared,
  also?: readonly Write[],
): Promise<Outcome> {
  const outcome = await ports.save(record, expect, also);
  if (outcome === 'done') await after();
  return outcome;
}

/** The same up to the write, which is left to who writes other things with it. */
export async function prepare(
  ports: SlaPorts,
  draft: Draft,
  before: SlaRecord | null,
  definitions: SlaDefinitions,
  options: PersistOptions = {},
): Promise<Prepared | 'unchanged' | 'outOfScope'> {
  const now = ports.now();
  const {
    record: composed,
    report,
    display,
  } = compose(
    options.silent ? silenced(draft, definitions, now) : noteLateStarts(draft, before, definitions, now),
    before,
    definitions,
    now,
  );
  if (before === null && !concerns(report)) return 'outOfScope';
  if (before !== null && saysTheSame(before, composed)) return 'unchanged';
  const record = (await isShown(ports, before, composed, display))
    ? composed
    : unshown(before, composed, now);
  if (before !== null && saysTheSame(before, record)) return 'unchanged';
  return {
    record,
    expect: before === null ? 'absent' : { rev: before.rev },
    after: () => wakeSoon(ports, record, before, now),
  };
}

async function isShown(
  ports: SlaPorts,
  before: SlaRecord | null,
  { state: { issueId } }: SlaRecord,
  display: PropertyValues,
): Promise<boolean> {
  try {
    await publishStale(ports, issueId, display, staleIn(before?.shown, display));
    return true;
  } catch (error) {
    log.error('sla.display.failed', error, { issueId });
    return false;
  }
}

/** Armed once for another try: Jira may refuse for good, and an issue must not be woken every minute for that. */
const unshown = (before: SlaRecord | null, record: SlaRecord, now: Instant): SlaRecord => ({
  ...record,
  shown: UNSHOWN,
  ...(before?.shown === UNSHOWN ? {} : { nextAt: Math.min(record.nextAt ?? Infinity, now + RETRY_COPY_MS) }),
});

/** An instant that falls before the next sweep is planned at once; the rest is found by the sweep. */
async function wakeSoon(
  ports: SlaPorts,
  record: SlaRecord,
  before: SlaRecord | null,
  now: number,
): Promise<void> {
  const { nextAt } = record;
  if (nextAt === undefined || nextAt === before?.nextAt || nextAt > now + SWEEP_PERIOD_MS) return;
  await ports.schedule([{ issueId: scheduledFor(record), at: nextAt }]);
}

/** Held messages of all issues are told by one run; everything else is the issue's own. */
export const scheduledFor = ({ acts, nextAt, state }: SlaRecord): string =>
  Object.values(acts).some((act) => isDeferred(act) && act[1] === nextAt) ? FLUSH_RUN : state.issueId;

const silenced = (draft: Draft, definitions: SlaDefinitions, now: number): Draft => {
  const { fire, skip } = dueEscalations(definitions, draft.state, now, doneKeys(draft.acts));
  const passed = [...fire, ...skip].map(({ key }) => [key, 's'] as const);
  return { ...draft, acts: { ...draft.acts, ...Object.fromEntries(passed) } };
};
