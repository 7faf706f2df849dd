/** What people do to a clock by hand, and what approvals do: facts only the app knows. */
import { auditWrite } from '../platform/storage/audit';
import { transact } from '../platform/storage/transact';
import { AppFailure, badRequest, conflict, notFound } from '../kernel/errors';
import { isCurrent } from './domain/revisions/former';
import { cyclesOf } from './domain/cycles-of';
import type { Fact, MetricResult, SlaDefinitions } from './domain/model';
import { type Limits, mayExtendBy, pauseEnd } from './domain/policy/limits';
import type { SlaRecord } from './record';
import { rebuild } from './runtime/rebuild';
import { reportAt } from './runtime/compose';
import type { SlaPorts } from './runtime/ports';
import { settle } from './runtime/settle';

export type SlaAction =
  | {
      readonly kind: 'pause';
      readonly metricId?: string;
      readonly reason: string;
      readonly resumeAt?: number;
    }
  | { readonly kind: 'resume'; readonly metricId?: string }
  | {
      readonly kind: 'extend';
      readonly metricId: string;
      readonly ms: number;
      readonly from: 'target' | 'now';
      readonly reason: string;
    }
  | {
      readonly kind: 'excuse';
      readonly metricId: string;
      readonly cycle: number;
      readonly category: string;
      readonly reason: string;
    };

const ATTEMPTS = 5;
const MOST_FACTS = 200;

type NewFact = (record: SlaRecord | null, definitions: SlaDefinitions) => Fact;

/**
 * Adds a fact to an issue's record, replayed from Jira's history with it. Answers the app's facts of the issue. `judge` sees
 * every cycle there ever was, with the fact, and throws when it must not be stored.
 * @throws NOT_FOUND when the issue is in no metric's scope or gone; CONFLICT when others keep writing.
 */
export async function addFact(
  ports: SlaPorts,
  issueId: string,
  make: NewFact,
  judge?: (metrics: readonly MetricResult[]) => void,
): Promise<readonly Fact[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { record, definitions } = await ports.load(issueId);
    const fact = make(record, definitions);
    const facts = record?.facts ?? [];
    if (facts.some(({ id, kind }) => id === fact.id && kind === fact.kind)) return facts;
    if (facts.filter(({ kind }) => kind !== 'child').length >= MOST_FACTS)
      throw badRequest('This issue has too many manual changes to take another.');
    const full = await ports.readHistory(issueId, definitions, record?.comments);
    if (full === null) throw notFound('The issue');
    const draft = rebuild(full, record, definitions, [...facts, fact]);
    if (judge !== undefined) judge(reportAt(definitions, draft.state, ports.now()).metrics);
    const outcome = await settle(ports, draft, record, definitions);
    if (outcome === 'outOfScope') throw notFound('An SLA for this issue');
    if (outcome !== 'conflict') return [...facts, fact];
  }
  throw conflict('The SLA of this issue');
}

/**
 * Carries out what somebody decided about a clock, and writes down who and why. A pause always ends by itself: when
 * asked to, or at the limit.
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
  const action = within(limits, wanted, at);
  const stamp = { at, id: String(at), by };
  const facts = await addFact(
    ports,
    issueId,
    (record, definitions) => {
      if (record === null || record.open === 'g') throw notFound('An SLA for this issue');
      if (action.kind !== 'excuse') refuseSenseless(action, metricsOf(record, definitions, at));
      return { ...stamp, ...action };
    },
    // Old cycles are in the replay only, and stay as they are whoever excuses them.
    action.kind === 'excuse' ? (metrics) => refuseSenseless(action, metrics) : undefined,
  );
  const { kind, ...details } = action;
  await transact([
    auditWrite({
      at: new Date(at).toISOString(),
      by,
      action: `sla.${kind}`,
      subject: `issue:${issueId}`,
      subjectName: issueId,
      changes: Object.entries(details)
        .filter(([path]) => path !== 'reason')
        .map(([path, value]) => ({ path, before: '', after: String(value) })),
      ...('reason' in action ? { reason: action.reason } : {}),
    }),
  ]);
  return facts;
}

function within(limits: Limits, action: SlaAction, at: number): SlaAction {
  if (action.kind === 'pause') {
    if (action.resumeAt !== undefined && action.resumeAt <= at)
      throw badRequest('The pause would end before it begins: choose a later time.');
    const resumeAt = pauseEnd(limits, at, action.resumeAt);
    if (resumeAt === null) throw overLimit('pause a clock', limits.pauseHours);
    return { ...action, resumeAt };
  }
  if (action.kind === 'extend' && !mayExtendBy(limits, action.ms))
    throw overLimit('extend a target', limits.extendHours ?? 0);
  return action;
}

const overLimit = (what: string, hours: number): AppFailure =>
  new AppFailure(
    'OVER_LIMIT',
    `You may ${what} for at most ${hours} hours at a time. An SLA manager may do it for longer: ask one.`,
    { params: { hours: String(hours) } },
  );

/** A record of older definitions can't be read as it stands; the replay that follows will judge. */
const metricsOf = (
  record: SlaRecord,
  definitions: SlaDefinitions,
  now: number,
): readonly MetricResult[] | null =>
  isCurrent(definitions, record.state.dv) ? reportAt(definitions, record.state, now).metrics : null;

function refuseSenseless(action: SlaAction, metrics: readonly MetricResult[] | null): void {
  if (metrics === null) return;
  const named = metrics.filter(({ id }) => action.metricId === undefined || id === action.metricId);
  switch (action.kind) {
    case 'pause':
      if (!named.some(({ state }) => state === 'RUNNING'))
        throw badRequest('No clock is running that could be paused.');
      return;
    case 'resume':
      if (!named.some(({ state }) => state === 'PAUSED')) throw badRequest('No clock is paused.');
      return;
    case 'extend':
      if (!named.some(({ ongoingCycle }) => ongoingCycle?.goalDurationMs)) {
        throw badRequest('Only a clock under way with a target can be extended.');
      }
      return;
    case 'excuse': {
      if (!named.flatMap(cyclesOf).some(({ n, breached }) => n === action.cycle && breached)) {
        throw badRequest('Only a breach can be excused, and this cycle has none.');
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
  await addFact(ports, issueId, () => ({ kind: 'approval', at, id: String(at), by, decision }));
}
