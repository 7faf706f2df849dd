/** What people do to a clock by hand, and what approvals do: facts only the app knows. */
import { auditWrite } from '../../platform/storage/audit';
import type { Write } from '../../platform/storage/transact';
import { difference } from '../../kernel/diff';
import { AppFailure, notFound } from '../../kernel/errors';
import { senseless } from '../../kernel/senseless';
import { sameValues } from '../../kernel/same-values';
import { CONFLICT, untilWritten } from '../../work/update';
import { isCurrent } from '../engine/revisions/former';
import { cyclesOf } from '../engine/model/cycles-of';
import type { SlaAction } from '../definitions/domain/policy/action';
import type { Fact, Instant, MetricResult, SlaDefinitions } from '../engine/model';
import { type Done, type Limits, mayExtendBy, pauseEnd } from '../definitions/domain/policy/limits';
import type { SlaRecord } from './record/record';
import { readingOnce } from './follow/reading-once';
import { rebuild } from './follow/rebuild';
import { reportAt } from './follow/compose';
import type { SlaPorts } from './follow/ports';
import { persist } from './follow/persist';

const MOST_FACTS = 200;

interface NewFact {
  readonly fact: Fact;
  /** Written with it, or not at all. */
  readonly also?: readonly Write[];
}

/**
 * Adds a fact to an issue's record, replayed from Jira's history with it. Answers the app's facts of the issue. `judge` sees
 * every cycle there ever was, with the fact, and throws when it must not be stored.
 * @throws NOT_FOUND when the issue is in no metric's scope or gone; STORAGE_BUSY when others keep writing.
 */
export const addFact = async (
  ports: SlaPorts,
  issueId: string,
  make: (record: SlaRecord | null, definitions: SlaDefinitions) => NewFact,
  judge?: (metrics: readonly MetricResult[]) => void,
): Promise<readonly Fact[]> => {
  const readOnce = readingOnce(ports);
  return untilWritten(async () => {
    const { record, definitions } = await ports.load(issueId);
    const facts = record?.facts ?? [];
    const { fact, also } = make(record, definitions);
    if (facts.some((each) => sameValues(each, fact))) return facts;
    if (facts.filter(({ kind }) => kind !== 'child').length >= MOST_FACTS) throw senseless('tooManyChanges');
    const full = await readOnce(issueId, record, definitions);
    if (full === null) throw notFound('The issue');
    const draft = rebuild(full, record, definitions, [...facts, fact]);
    if (judge !== undefined) judge(reportAt(definitions, draft.state, ports.now()).metrics);
    const outcome = await persist(ports, draft, record, definitions, { also });
    if (outcome === 'outOfScope') throw notFound('An SLA for this issue');
    return outcome === 'conflict' ? CONFLICT : [...facts, fact];
  });
};

/**
 * Carries out what somebody decided about a clock, and writes down who and why in the same transaction. A pause always ends
 * by itself: when asked to, or at the limit.
 * @throws OVER_LIMIT beyond what they may do without an SLA manager; NOT_FOUND; BAD_REQUEST for what makes no sense.
 */
export async function act(
  ports: SlaPorts,
  issueId: string,
  wanted: SlaAction,
  by: string,
  limits: Limits,
): Promise<readonly Fact[]> {
  const at = ports.now();
  const stamp = { at, id: String(at), by };
  return addFact(
    ports,
    issueId,
    (record, definitions) => {
      if (record === null || record.open === 'g') throw notFound('An SLA for this issue');
      const metrics = metricsOf(record, definitions, at);
      if (wanted.kind !== 'excuse') refuseSenseless(wanted, metrics);
      const done = { facts: record.facts, since: sinceOf(wanted, metrics) };
      const fact = { ...stamp, ...within(limits, wanted, at, done) };
      return { fact, also: [auditOf(issueId, fact)] };
    },
    // Old cycles are in the replay only, and stay as they are whoever excuses them.
    wanted.kind === 'excuse' ? (metrics) => refuseSenseless(wanted, metrics) : undefined,
  );
}

function auditOf(issueId: string, { at, id: _id, by, kind, ...details }: Stamp & SlaAction): Write {
  return auditWrite({
    at: new Date(at).toISOString(),
    by,
    action: `sla.${kind}`,
    subject: `issue:${issueId}`,
    subjectName: { en: issueId },
    changes: Object.entries(details)
      .filter(([path]) => path !== 'reason')
      .map(([path, value]) => difference(path, undefined, value)),
    ...('reason' in details ? { reason: details.reason } : {}),
  });
}

interface Stamp {
  readonly at: Instant;
  readonly id: string;
  readonly by: string;
}

/** Since when the clocks concerned run: what was done to an earlier cycle is over. All there ever was where that is not known. */
const sinceOf = (
  { metricId }: { readonly metricId?: string | undefined },
  metrics: readonly MetricResult[] | null,
): Instant =>
  Math.min(
    ...(metrics ?? [])
      .filter(({ id }) => metricId === undefined || id === metricId)
      .flatMap(({ ongoingCycle }) => ongoingCycle?.startTime ?? []),
    ...(metrics === null ? [0] : []),
  );

function within(limits: Limits, action: SlaAction, at: Instant, done: Done): SlaAction {
  if (action.kind === 'pause') {
    if (action.resumeAt !== undefined && action.resumeAt <= at) throw senseless('pauseEndsEarly');
    const resumeAt = pauseEnd(limits, at, action, done);
    if (resumeAt === null) throw overLimit(limits.pauseHours);
    return { ...action, resumeAt };
  }
  if (action.kind === 'extend' && !mayExtendBy(limits, action, done))
    throw overLimit(limits.extendHours ?? 0);
  return action;
}

const overLimit = (hours: number): AppFailure =>
  new AppFailure('OVER_LIMIT', `At most ${hours} hours in all.`, { params: { hours: String(hours) } });

/** A record of older definitions can't be read as it stands; the replay that follows will judge. */
const metricsOf = (
  record: SlaRecord,
  definitions: SlaDefinitions,
  now: number,
): readonly MetricResult[] | null =>
  isCurrent(definitions, record.state.version) ? reportAt(definitions, record.state, now).metrics : null;

function refuseSenseless(action: SlaAction, metrics: readonly MetricResult[] | null): void {
  if (metrics === null) return;
  const named = metrics.filter(({ id }) => action.metricId === undefined || id === action.metricId);
  switch (action.kind) {
    case 'pause':
      if (!named.some(({ state }) => state === 'RUNNING')) throw senseless('nothingRuns');
      return;
    case 'resume':
      if (!named.some(({ state }) => state === 'PAUSED')) throw senseless('nothingPaused');
      return;
    case 'extend':
      if (!named.some(({ ongoingCycle }) => ongoingCycle?.goalDurationMs)) {
        throw senseless('nothingToExtend');
      }
      return;
    case 'excuse': {
      if (!named.flatMap(cyclesOf).some(({ n, breached }) => n === action.cycle && breached)) {
        throw senseless('noBreach');
      }
    }
  }
}

/** Tells the clocks of an approval that was asked for, given or refused, `at` in milliseconds. Safe to repeat. */
export async function recordApprovalFact(
  ports: SlaPorts,
  issueId: string,
  decision: 'requested' | 'approved' | 'declined',
  by: string,
  at: number,
): Promise<void> {
  await addFact(ports, issueId, () => ({ fact: { kind: 'approval', at, id: String(at), by, decision } }));
}
