/**
 * What happens at a due instant: the record's state is brought to it, and escalations are carried out once.
 *
 * Claim, act, done: the claim is a conditional write, so only one attempt acts at a time; an attempt that finds
 * an older claim looks for the traces of its actions before repeating them. The record stays armed until
 * everything is done, so that the sweep brings it back however an attempt ends. ADR 0005 says more.
 */
import { dueEscalations, type PlannedInstant } from '../domain';
import type { Instant, SlaDefinitions } from '../domain/model';
import { carryOut, type Escalation } from '../escalation/carry-out';
import type { EscalationPorts } from '../escalation/ports';
import type { Act, Claim, SlaRecord } from '../record';
import { reportAt, settledKeys, type Draft } from './compose';
import { forget } from './forget';
import type { SlaPorts } from './ports';
import { rebuild } from './rebuild';
import { settle } from './settle';

export type DueOutcome =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'done'; readonly fired: number }
  /** Another attempt is acting, or others kept writing: come back. */
  | { readonly kind: 'later'; readonly afterMs: number };

/** An attempt that has not finished by then is dead: no single action takes that long. */
export const LEASE_MS = 60_000;
const ATTEMPTS = 6;
/** An event that came this little before its time comes again; one that came earlier is out of date. */
const EARLY_MS = 30_000;
const NOTHING: DueOutcome = { kind: 'nothing' };

interface Attempt {
  readonly record: SlaRecord;
  readonly definitions: SlaDefinitions;
  readonly owner: Delivery;
}

/** Which delivery of which queue event acts: a retry knows that the tries before it are over. */
export interface Delivery {
  readonly eventId: string;
  readonly retry: number;
}

export async function onDue(
  ports: SlaPorts,
  actors: EscalationPorts,
  issueId: string,
  owner: Delivery,
): Promise<DueOutcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { record, definitions } = await ports.load(issueId);
    if (record?.nextAt === undefined) return NOTHING;
    const early = record.nextAt - ports.now();
    if (early > 0) {
      if (early < EARLY_MS) await ports.wake([{ issueId, at: record.nextAt }]);
      return NOTHING;
    }
    const outcome = await bringToNow(ports, actors, { record, definitions, owner });
    if (outcome !== 'again') return outcome;
  }
  return { kind: 'later', afterMs: LEASE_MS / 2 };
}

async function bringToNow(
  ports: SlaPorts,
  actors: EscalationPorts,
  { record, definitions, owner }: Attempt,
): Promise<DueOutcome | 'again'> {
  // A clock stopped or paused minutes ago may not have reached the app yet: ask Jira before telling anybody.
  const full = await ports.readHistory(record.state.issueId, definitions);
  if (full === null) return (await forget(ports, record)) === 'conflict' ? 'again' : NOTHING;
  const draft = rebuild(full, record, definitions);
  // An instant is passed one millisecond later: work that stops exactly when due has kept the promise.
  const asOf = ports.now() + 1;
  const timed: SlaPorts = { ...ports, now: () => Math.max(ports.now(), asOf) };
  const { fire, skip } = dueEscalations(definitions, draft.state, asOf, settledKeys(draft.acts));
  const skipped = { ...draft, acts: { ...draft.acts, ...marked(skip, 's') } };
  if (fire.length === 0) {
    return (await settle(timed, skipped, record, definitions)) === 'conflict'
      ? 'again'
      : { kind: 'done', fired: 0 };
  }

  const now = ports.now();
  const busy = fire.map(({ key }) => draft.acts[key]).filter((act) => isBusy(act, owner, now));
  const [other] = busy;
  if (isClaim(other)) return { kind: 'later', afterMs: Math.max(1000, other[1] + LEASE_MS - now) };

  const claims = Object.fromEntries(fire.map(({ key }) => [key, claimOf(draft.acts[key], owner, now)]));
  const claimed: Draft = { ...skipped, acts: { ...skipped.acts, ...claims } };
  const outcome = await settle({ ...timed, wake: noWake }, claimed, record, definitions);
  if (outcome === 'conflict') return 'again';
  for (const planned of fire) {
    const former = draft.acts[planned.key];
    await act(timed, actors, {
      planned,
      draft,
      definitions,
      asOf,
      former: isClaim(former) ? former : undefined,
    });
  }
  return { kind: 'done', fired: fire.length };
}

interface Acting {
  readonly planned: PlannedInstant;
  readonly draft: Draft;
  readonly definitions: SlaDefinitions;
  readonly asOf: Instant;
  readonly former: Claim | undefined;
}

async function act(ports: SlaPorts, actors: EscalationPorts, acting: Acting): Promise<void> {
  const { planned, former } = acting;
  const { level, key } = planned;
  const { issueId } = acting.draft.state;
  const issue = level === undefined ? null : await actors.readIssue(issueId);
  const escalation = issue === null ? null : escalationOf(acting, issue);
  for (const [index, action] of (level?.actions ?? []).entries()) {
    if (escalation === null || index < (former?.[2] ?? 0)) continue;
    // A mail leaves no trace in Jira: it counts as sent before it is, at most once rather than twice.
    if (action.kind === 'notify') await progress(ports, issueId, key, index + 1);
    await carryOut(action, index, escalation, actors);
  }
  await progress(ports, issueId, key, 'done');
}

function escalationOf(
  { planned, draft, definitions, asOf, former }: Acting,
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
    responsible: { slaManager: agreement?.responsible ?? null },
    ...(former === undefined ? {} : { attemptedSince: former[0] }),
  };
}

/** Remembers how far an escalation has come, on whatever the record is by now. */
async function progress(
  ports: SlaPorts,
  issueId: string,
  key: string,
  reached: number | 'done',
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { record, definitions } = await ports.load(issueId);
    const current = record?.acts[key];
    if (record === null || !isClaim(current)) return;
    const next: Act = reached === 'done' ? 'd' : [current[0], current[1], reached, current[3]];
    if (record.state.dv !== definitions.version) {
      const stale: SlaRecord = { ...record, rev: record.rev + 1, acts: { ...record.acts, [key]: next } };
      if ((await ports.save(stale, { rev: record.rev })) === 'done') return;
      continue;
    }
    const draft: Draft = { ...record, acts: { ...record.acts, [key]: next } };
    if ((await settle(ports, draft, record, definitions)) !== 'conflict') return;
  }
  throw new Error('The record of an escalation could not be written: others kept writing it.');
}

const isClaim = (act: Act | undefined): act is Claim => typeof act === 'object';
/** Traces of every earlier attempt count, so the first claim's instant is kept. */
const claimOf = (former: Act | undefined, owner: Delivery, now: Instant): Claim =>
  isClaim(former) ? [former[0], now, former[2], nameOf(owner)] : [now, now, 0, nameOf(owner)];
const nameOf = ({ eventId, retry }: Delivery): string => `${eventId}/${retry}`;

/** Whether somebody else may still be acting: a claim within its lease, and not that of an earlier try of ours. */
const isBusy = (act: Act | undefined, { eventId, retry }: Delivery, now: Instant): boolean => {
  if (!isClaim(act) || act[1] + LEASE_MS <= now) return false;
  const [owner, tried] = act[3].split('/');
  return owner !== eventId || Number(tried) >= retry;
};

const marked = (planned: readonly PlannedInstant[], act: Act): Readonly<Record<string, Act>> =>
  Object.fromEntries(planned.map(({ key }) => [key, act]));

const noWake: SlaPorts['wake'] = () => Promise.resolve([]);
