/**
 * Tells people what was held, for all issues at once: whoever would hear of more than five issues gets one message.
 *
 * Every message stays claimed, acted and done as in ADR 0005. A digest is noted, with what it tells of, before it is
 * sent: it is sent at most once, and a later attempt at one of its messages leaves its reader out. ADR 0012 says more.
 */
import type { Instant, SlaDefinitions } from '../../engine/model';
import type { SlaPolicy } from '../../definitions/domain/policy/model';
import type { Delivery } from '../../../work/delivery';
import { inParallel } from '../../../kernel/in-parallel';
import { unitsToldBy } from '../escalation/carry-out';
import type { EscalationPorts } from '../escalation/ports';
import { type Act, isClaim, isDeferred, isoInstant, type SlaRecord } from '../record/record';
import type { RecordStore } from '../record/record-store';
import { act, type Acting, busyUntil, claimOf, escalationOf, formerClaim, toldKey } from './attempt';
import { syncRecord } from '../follow/sync-record';
import type { Draft } from '../follow/compose';
import { quietEnd } from './defer';
import { FLUSH_RUN } from '../follow/flush-run';
import type { SlaPorts } from '../follow/ports';
import { orPutOff } from './put-off';
import { type Ready, sendDigests } from './send-digests';
import { persist } from '../follow/persist';
import { CONFLICT, untilWritten } from '../../../work/update';

export interface FlushPorts {
  readonly ports: SlaPorts;
  readonly actors: EscalationPorts;
  readonly records: Pick<RecordStore, 'queryAll'>;
}

/** What one run takes on: more is told by the next, which follows at once. */
const MOST_ISSUES = 100;
const AT_ONCE = 5;

/** Answers how many messages were told, by themselves or in digests. Throws when some could not be: try again. */
export async function flushDeferred(site: FlushPorts, owner: Delivery): Promise<number> {
  const { ports, actors, records } = site;
  const now = ports.now();
  const armed = await Promise.all(
    ['y', 'f'].map((due) =>
      records.queryAll(
        { index: 'by-due', partition: [due], range: { op: 'lte', value: isoInstant(now) } },
        1000,
      ),
    ),
  );
  const waiting = armed
    .flat()
    .filter((record) => Object.values(record.acts).some((each) => isOurs(each, owner, now)));
  if (waiting.length === 0) return 0;
  const policy = await actors.policy();
  const failures: unknown[] = [];
  /** What fails is collected, and stops nothing else. */
  const forEach = <T, R>(all: readonly T[], run: (each: T) => Promise<R>) =>
    inParallel(all, AT_ONCE, (each) => run(each).catch((error: unknown) => void failures.push(error)));
  const found = await forEach(waiting.slice(0, MOST_ISSUES), ({ state: { issueId } }) =>
    orPutOff(ports, issueId, () => claimMessages(site, issueId, owner, policy)),
  );
  const ready = found.flatMap((some) => some ?? []);
  const told = await sendDigests(ready, actors, owner.eventId);
  await forEach(ready, ({ acting, entry: { key, issueId } }) =>
    orPutOff(ports, issueId, () =>
      act(ports, actors, { ...acting, told: told.get(toldKey(key, issueId)) ?? new Set() }),
    ),
  );
  if (failures.length > 0) throw failures[0];
  if (waiting.length > MOST_ISSUES) await ports.schedule([{ issueId: FLUSH_RUN, at: now }]);
  return ready.length;
}

/** Held until now, or claimed by an earlier try of this run. */
const isOurs = (each: Act, { eventId }: Delivery, now: Instant): boolean =>
  (isDeferred(each) && each[1] <= now) || (isClaim(each) && each[4] === `m${eventId}`);

/** Claims what an issue still has to tell: nothing when its clock was stopped or a higher level took over. */
async function claimMessages(
  { ports, actors }: FlushPorts,
  issueId: string,
  owner: Delivery,
  policy: SlaPolicy,
): Promise<readonly Ready[]> {
  const claimed = await untilWritten(async () => {
    const { record, definitions } = await ports.load(issueId);
    if (record === null || record.open === 'g') return [];
    return claimOnce(ports, record, definitions, owner, policy);
  });
  const ready: Ready[] = [];
  for (const acting of claimed) {
    const message = await readyFrom(acting, issueId, actors);
    if (message !== null) ready.push(message);
    else await act(ports, actors, acting);
  }
  return ready;
}

async function claimOnce(
  ports: SlaPorts,
  record: SlaRecord,
  definitions: SlaDefinitions,
  owner: Delivery,
  policy: SlaPolicy,
): Promise<readonly Omit<Acting, 'told'>[] | typeof CONFLICT> {
  const brought = await syncRecord(ports, record, definitions, () => Promise.resolve(policy));
  if (brought === 'gone') return [];
  if (brought === 'conflict') return CONFLICT;
  const { draft, fire, asOf, timed } = brought;
  const now = ports.now();
  const mine = fire.filter(({ key }) => {
    const each = draft.acts[key];
    return each !== undefined && isOurs(each, owner, now) && busyUntil([each], owner, now) === undefined;
  });
  const acts: Record<string, Act> = {};
  const claimed: Omit<Acting, 'told'>[] = [];
  for (const planned of mine) {
    const until = quietEnd({ planned, policy, draft, definitions, now });
    if (policy.safeModeSince !== undefined) acts[planned.key] = 'd';
    else if (until !== undefined) acts[planned.key] = ['h', until];
    else {
      const former = formerClaim(draft.acts[planned.key]);
      const phase = `m${owner.eventId}`;
      acts[planned.key] = claimOf(former, owner, now, phase);
      claimed.push({ planned, draft, definitions, asOf, former, policy, phase, outcome: 'd' });
    }
  }
  const next: Draft = { ...draft, acts: { ...draft.acts, ...acts } };
  const outcome = await persist({ ...timed, schedule: notScheduled }, next, record, definitions);
  return outcome === 'conflict' ? CONFLICT : claimed;
}

/** `null` when the cycle ended meanwhile: then there is nothing to tell. */
async function readyFrom(
  acting: Omit<Acting, 'told'>,
  issueId: string,
  actors: EscalationPorts,
): Promise<Ready | null> {
  const issue = await actors.readIssue(issueId);
  const escalation = issue === null ? null : escalationOf(acting, issue);
  if (issue === null || escalation === null) return null;
  const units = await unitsToldBy(escalation, actors);
  const { key, metric, cycle, level } = escalation;
  return { acting, units, entry: { key, issueId, issueKey: issue.key, metric, cycle, level } };
}

const notScheduled: SlaPorts['schedule'] = () => Promise.resolve([]);
