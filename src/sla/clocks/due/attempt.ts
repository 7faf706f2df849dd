/** One attempt at an escalation: claim, act, done. */
import type { PlannedInstant } from '../../engine';
import { isCurrent } from '../../engine/revisions/former';
import type { Instant, SlaDefinitions } from '../../engine/model';
import type { SlaPolicy } from '../../definitions/domain/policy/model';
import { carryOut, type Escalation, isMessage, unitsToldBy } from '../escalation/carry-out';
import type { EscalationPorts } from '../escalation/ports';
import { type Act, type Claim, type Deferred, isClaim } from '../record/record';
import { reportAt, type Draft } from '../follow/compose';
import { type Delivery, ownerOf, takenUntil } from '../../../work/delivery';
import { CONFLICT, untilWritten } from '../../../work/update';
import type { SlaPorts } from '../follow/ports';
import { persist } from '../follow/persist';

export interface Acting {
  readonly planned: PlannedInstant;
  readonly draft: Draft;
  readonly definitions: SlaDefinitions;
  readonly asOf: Instant;
  readonly former: Claim | undefined;
  readonly policy: SlaPolicy;
  readonly phase: string | undefined;
  readonly outcome: 'd' | Deferred;
  /** Recipients whom a digest of the run under way tells of it. */
  readonly told?: ReadonlySet<string>;
}

/** Carries out what the attempt is about and remembers it. Throws when Jira can't answer. */
export async function act(ports: SlaPorts, actors: EscalationPorts, acting: Acting): Promise<void> {
  const { planned, former, phase, outcome } = acting;
  const { level, key } = planned;
  const { issueId } = acting.draft.state;
  const issue = level === undefined ? null : await actors.readIssue(issueId);
  const begun = issue === null ? null : escalationOf(acting, issue);
  const escalation = begun === null ? null : { ...begun, told: await toldBy(acting, begun, actors) };
  for (const [index, action] of (level?.actions ?? []).entries()) {
    if (escalation === null || index < (former?.[2] ?? 0) || !isAbout(phase, isMessage(action))) continue;
    await carryOut(action, index, escalation, actors, () => progress(ports, issueId, key, index + 1));
  }
  await progress(ports, issueId, key, escalation === null ? 'd' : outcome);
}

const isAbout = (phase: string | undefined, message: boolean): boolean =>
  phase === undefined || (phase === 'q' ? !message : message);

/** What an escalation is about, `null` when its cycle has ended. */
export function escalationOf(
  { planned, draft, definitions, asOf, former, policy }: Omit<Acting, 'phase' | 'outcome'>,
  issue: Escalation['issue'],
): Escalation | null {
  const metric = reportAt(definitions, draft.state, asOf).metrics.find(({ id }) => id === planned.metricId);
  const cycle = metric?.ongoingCycle;
  if (metric === undefined || cycle === undefined || planned.level === undefined) return null;
  const agreement = definitions.agreements.find(({ id }) => id === metric.agreementId);
  return {
    key: planned.key,
    level: planned.level,
    metric,
    cycle,
    issue,
    responsible: { slaManager: agreement?.responsible ?? null, contact: policy.contact ?? null },
    ...(former === undefined ? {} : { attemptedSince: former[0] }),
  };
}

/** How a digest names what it tells of: keys are the same on every issue. */
export const toldKey = (key: string, issueId: string): string => `${issueId} ${key}`;

export const digestId = (run: string, unit: string): string => `${run}:${unit}`;

/** Whom a digest has told: of the run under way, or of the dead one whose attempt this follows. */
async function toldBy(
  { phase, told }: Acting,
  escalation: Escalation,
  actors: EscalationPorts,
): Promise<ReadonlySet<string>> {
  if (told !== undefined || !phase?.startsWith('m')) return told ?? new Set();
  const covered = new Set<string>();
  for (const unit of await unitsToldBy(escalation, actors))
    if (
      (await actors.digest(digestId(phase.slice(1), unit)))?.includes(
        toldKey(escalation.key, escalation.issue.id),
      )
    )
      covered.add(unit);
  return covered;
}

/** Remembers how far an escalation has come, on whatever the record is by now. */
async function progress(
  ports: SlaPorts,
  issueId: string,
  key: string,
  reached: number | 'd' | Deferred,
): Promise<void> {
  await untilWritten(async () => {
    const { record, definitions } = await ports.load(issueId);
    const current = record?.acts[key];
    if (record === null || !isClaim(current)) return;
    const next: Act = typeof reached === 'number' ? reaching(current, reached) : reached;
    const draft: Draft = { ...record, acts: { ...record.acts, [key]: next } };
    const outcome = isCurrent(definitions, record.state.version)
      ? await persist(ports, draft, record, definitions)
      : await ports.save({ ...record, ...draft, rev: record.rev + 1 }, { rev: record.rev });
    return outcome === 'conflict' ? CONFLICT : undefined;
  });
}

const reaching = ([first, at, , owner, phase]: Claim, done: number): Claim =>
  claim(first, at, done, owner, phase);

const claim = (first: Instant, at: Instant, done: number, owner: string, phase: string | undefined): Claim =>
  phase === undefined ? [first, at, done, owner] : [first, at, done, owner, phase];

export const formerClaim = (act: Act | undefined): Claim | undefined => (isClaim(act) ? act : undefined);

/** Traces of every earlier attempt count, so the first claim's instant is kept. */
export const claimOf = (
  former: Claim | undefined,
  owner: Delivery,
  now: Instant,
  phase: string | undefined,
): Claim => claim(former?.[0] ?? now, now, former?.[2] ?? 0, ownerOf(owner), phase);

/** Until when somebody else may still be acting on one of these; `undefined` when nobody is. */
export const busyUntil = (
  acts: readonly (Act | undefined)[],
  owner: Delivery,
  now: Instant,
): Instant | undefined =>
  acts
    .map((act) => (isClaim(act) ? takenUntil(act[1], act[3], owner, now) : undefined))
    .find((until) => until !== undefined);
