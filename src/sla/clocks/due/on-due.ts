/**
 * What happens at a due instant: work items above are told what they must know, the record's state is brought to the
 * instant, and escalations are carried out once.
 *
 * Claim, act, done: the claim is a conditional write, so only one attempt acts at a time; an attempt that finds
 * an older claim looks for the traces of its actions before repeating them. The record stays armed until
 * everything is done, so that the sweep brings it back however an attempt ends. ADR 0005 says more.
 */
import type { Instant, SlaDefinitions } from '../../engine/model';
import type { EscalationPorts } from '../escalation/ports';
import { type Act, isDeferred, type SlaRecord } from '../record/record';
import type { Delivery } from '../../../work/delivery';
import { LEASE_MS } from '../../../work/lease';
import { act, busyUntil, claimOf, formerClaim } from './attempt';
import { syncRecord } from '../follow/sync-record';
import type { Draft } from '../follow/compose';
import { closeRecord } from '../follow/close-record';
import { type Deferral, deferralOf } from './defer';
import { FLUSH_RUN } from '../follow/flush-run';
import type { SlaPorts } from '../follow/ports';
import { persist } from '../follow/persist';
import { mustNotify, notifyParents, notifyOfDeletion, type Notified } from '../follow/notify-parents';

export type DueOutcome =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'done'; readonly fired: number }
  /** Another attempt is acting, or others kept writing: come back. */
  | { readonly kind: 'later'; readonly afterMs: number };

const ATTEMPTS = 6;
/** An event that came this little before its time comes again; one that came earlier is out of date. */
const EARLY_MS = 30_000;
const NOTHING: DueOutcome = { kind: 'nothing' };

interface Attempt {
  readonly record: SlaRecord;
  readonly definitions: SlaDefinitions;
  readonly owner: Delivery;
  readonly gatherUntil: Instant | undefined;
}

export async function onDue(
  ports: SlaPorts,
  actors: EscalationPorts,
  issueId: string,
  owner: Delivery,
  gatherUntil?: Instant,
): Promise<DueOutcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { record, definitions } = await ports.load(issueId);
    if (record?.nextAt === undefined) return NOTHING;
    const early = record.nextAt - ports.now();
    if (early > 0) {
      if (early < EARLY_MS) await ports.schedule([{ issueId, at: record.nextAt }]);
      return NOTHING;
    }
    if (mustNotify(ports, record, definitions)) {
      if ((await tell(ports, record, definitions)) === 'over') return { kind: 'done', fired: 0 };
      continue;
    }
    const outcome = await bringToNow(ports, actors, { record, definitions, owner, gatherUntil });
    if (outcome !== 'again') return outcome;
  }
  return { kind: 'later', afterMs: LEASE_MS / 2 };
}

/** Tells the work items above; `over` when the work item itself is gone, and nothing else can be due. */
async function tell(
  ports: SlaPorts,
  record: SlaRecord,
  definitions: SlaDefinitions,
): Promise<Notified | 'over'> {
  if (record.open === 'g')
    return (await notifyOfDeletion(ports, record, definitions)) === 'told' ? 'over' : 'conflict';
  const full = await ports.readHistory(record.state.issueId, definitions);
  if (full !== null) return notifyParents(ports, record, definitions, full);
  return (await closeRecord(ports, record)) === 'gone' ? 'over' : 'conflict';
}

async function bringToNow(
  ports: SlaPorts,
  actors: EscalationPorts,
  { record, definitions, owner, gatherUntil }: Attempt,
): Promise<DueOutcome | 'again'> {
  const brought = await syncRecord(ports, record, definitions, () => actors.policy());
  if (brought === 'gone' || brought === 'conflict') return brought === 'conflict' ? 'again' : NOTHING;
  const { timed, draft, fire, asOf, more } = brought;
  // What is held is told by the run that tells everybody at once.
  const ready = fire.filter(({ key }) => !isDeferred(draft.acts[key]));
  if (ready.length === 0) {
    return (await persist(timed, draft, record, definitions)) === 'conflict'
      ? 'again'
      : { kind: 'done', fired: 0 };
  }

  const now = ports.now();
  const busy = busyUntil(
    ready.map(({ key }) => draft.acts[key]),
    owner,
    now,
  );
  if (busy !== undefined) return { kind: 'later', afterMs: Math.max(1000, busy - now) };

  const policy = await actors.policy();
  const plans = ready.map((planned) => {
    const former = formerClaim(draft.acts[planned.key]);
    const hold = deferralOf({ planned, former, policy, draft, definitions, now, gatherUntil });
    return { planned, former, hold };
  });
  const claims = Object.fromEntries(
    plans.map(({ planned, former, hold }) => [
      planned.key,
      startOf(hold, claimOf(former, owner, now, hold.phase)),
    ]),
  );
  // Nobody waits for this issue's own events while it is being acted upon; the run for many is planned by the sweep.
  const quietly: SlaPorts = {
    ...timed,
    schedule: (events) =>
      ports.schedule(gatherUntil === undefined ? events.filter(({ issueId }) => issueId === FLUSH_RUN) : []),
  };
  const claimed: Draft = { ...draft, acts: { ...draft.acts, ...claims } };
  if ((await persist(quietly, claimed, record, definitions)) === 'conflict') return 'again';
  const after = gatherUntil === undefined ? timed : quietly;
  for (const { planned, former, hold } of plans) {
    if (hold.only) continue;
    await act(after, actors, { planned, draft, definitions, asOf, former, policy, ...hold });
  }
  return more ? 'again' : { kind: 'done', fired: ready.length };
}

/** A level that does nothing but tell people is held, or left out, by the same write that would claim it. */
const startOf = (hold: Deferral, claim: Act): Act => (hold.only ? hold.outcome : claim);
